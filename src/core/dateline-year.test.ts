import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inferDay } from './dateline-year';

describe('the year of a dateline that prints none', () => {
  it('follows from the article, whenever it is imported', () => {
    const text = readFileSync('fixtures/vologda-trade/input.txt', 'utf8');
    for (const today of ['2025-01-30', '2025-06-01', '2026-11-24', '2031-02-01']) {
      expect(inferDay(1, 30, text, today)).toBe('2025-01-30');
    }
  });

  it('comes after the period that the text looks back on', () => {
    expect(inferDay(2, 10, 'В январе–ноябре 2023 года экспорт вырос.', '2026-05-01')).toBe('2024-02-10');
    expect(inferDay(12, 20, 'In January-November 2024 trade grew.', '2026-05-01')).toBe('2024-12-20');
  });

  it('is not before a year that the text tells of', () => {
    const text = 'It grew in January–November 2019. In 2024 it fell.';
    expect(inferDay(3, 1, text, '2026-05-01')).toBe('2024-03-01');
  });

  it('is not after a year for which the text announces something', () => {
    expect(inferDay(3, 1, 'The works will go on in 2023.', '2026-05-01')).toBe('2023-03-01');
    expect(
      inferDay(1, 24, 'Экспорт в 2024 году вырос. В 2025 году завод продолжит поставки.', '2026-05-01'),
    ).toBe('2025-01-24');
    expect(inferDay(1, 24, 'Завод працягне пастаўкі ў 2025 годзе.', '2026-05-01')).toBe('2025-01-24');
  });

  it('is else the last such day, over the turn of the year too, and never a later one', () => {
    expect(inferDay(12, 30, 'Nothing about years.', '2026-01-02')).toBe('2025-12-30');
    expect(inferDay(1, 2, 'Nothing about years.', '2026-01-02')).toBe('2026-01-02');
    expect(inferDay(5, 9, 'In January–March 2026 it will be decided.', '2026-02-01')).toBe('2025-05-09');
    expect(inferDay(2, 29, 'Nothing.', '2026-11-24')).toBe('2024-02-29');
    expect(inferDay(2, 30, 'Nothing.', '2026-11-24')).toBeNull();
  });
});
