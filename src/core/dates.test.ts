import { describe, expect, it } from 'vitest';
import { formatDay } from './dates';
import { isoDay, monthNumber } from './months';

it.each([
  ['2025-01-30', 'en', '30 January 2025'],
  ['2025-01-30T23:59:59.000Z', 'en', '30 January 2025'],
  ['2025-01-30', 'en-US', 'January 30, 2025'],
  ['2025-01-30', 'ru', '30 января 2025 г.'],
  ['2025-01-30', 'en_US', 'January 30, 2025'],
  ['2025-01-30', '', '30 January 2025'],
  ['2025-01-30', 'no language', '30 January 2025'],
])('%s in %s is %s', (day, language, words) => {
  expect(formatDay(day, language)).toBe(words);
});

describe('a month', () => {
  it.each([
    ['January', 1],
    ['Sept.', 9],
    ['ФЕВ', 2],
    ['мая', 5],
    ['студзеня', 1],
    ['août', 8],
    ['LUG', 7],
    ['Januember', null],
  ])('%s is %s', (name, month) => {
    expect(monthNumber(name)).toBe(month);
  });

  it('has only its days', () => {
    expect(isoDay(2024, 2, 29)).toBe('2024-02-29');
    expect(isoDay(2025, 2, 29)).toBeNull();
    expect(isoDay(2025, 13, 1)).toBeNull();
  });
});
