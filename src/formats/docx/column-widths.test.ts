import { expect, test } from 'vitest';
import { fitColumns } from './column-widths';

const WIDTH = 9000;
const column = (longestWord: number, longestCell = longestWord) => ({
  longestWord,
  longestCell,
  plain: true,
});
const months = [column(6, 16), ...Array.from({ length: 12 }, () => column(8))];

test('a table fills the width, each column as far as its texts want', () => {
  const { widths, size } = fitColumns([column(5, 10), column(5, 20)], WIDTH);
  expect(widths.reduce((all, each) => all + each)).toBeGreaterThan(WIDTH - 3);
  expect(widths[1]).toBeGreaterThan(1.5 * (widths[0] ?? 0));
  expect(size).toBe(20);
});

test('a column of short words keeps room for the longest one beside columns of long texts', () => {
  const { widths } = fitColumns([column(7), ...Array.from({ length: 7 }, () => column(9, 90))], WIDTH);
  expect(widths[0]).toBeGreaterThanOrEqual(7 * 20 * 5);
});

test('of many columns the words are smaller rather than broken', () => {
  const { widths, size, margin } = fitColumns(months, WIDTH);
  expect(size).toBeLessThan(20);
  for (const [index, { longestWord }] of months.entries()) {
    expect(widths[index], `column ${index}`).toBeGreaterThanOrEqual(longestWord * size * 5 + 2 * margin - 1);
  }
});

test('words are never too small to read, and the table never wider than the page', () => {
  const { widths, size } = fitColumns([...months, ...months, ...months], WIDTH);
  expect(size).toBe(13);
  expect(widths.reduce((all, each) => all + each)).toBeLessThanOrEqual(WIDTH);
});
