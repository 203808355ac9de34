import { describe, expect, it } from 'vitest';
import { findIn, searchedText } from './find-in-text';

const lines = (...all: string[]) => all.map((text) => ({ text, endsLine: true }));

describe('findIn', () => {
  it('finds without regard to case and diacritics, each place once', () => {
    const text = searchedText(lines('Tráde and trade'));
    expect(findIn(text, 'TRADE')).toEqual([
      { from: { item: 0, offset: 0 }, to: { item: 0, offset: 5 } },
      { from: { item: 0, offset: 10 }, to: { item: 0, offset: 15 } },
    ]);
  });

  it('finds words over the end of a line, and a word that a line break has parted', () => {
    const text = searchedText(lines('Exports rose', 'by a fifth of the pro\u00ad', 'curement'));
    expect(findIn(text, 'rose by')).toEqual([{ from: { item: 0, offset: 8 }, to: { item: 1, offset: 2 } }]);
    expect(findIn(text, 'procurement')).toEqual([
      { from: { item: 1, offset: 18 }, to: { item: 2, offset: 8 } },
    ]);
  });

  it('joins runs of one line as they stand', () => {
    const items = [
      { text: 'one ', endsLine: false },
      { text: 'two', endsLine: true },
    ];
    expect(findIn(searchedText(items), 'one  two')).toEqual([
      { from: { item: 0, offset: 0 }, to: { item: 1, offset: 3 } },
    ]);
  });

  it('finds nothing for nothing', () => {
    expect(findIn(searchedText(lines('words')), '  ')).toEqual([]);
    expect(findIn(searchedText([]), 'words')).toEqual([]);
  });
});
