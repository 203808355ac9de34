import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedLines, compareWords, type Piece } from './compare-text';

const compareTexts = (before: string, after: string) => [...comparedLines(before, after)];
const MARKS = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const;
const side = (pieces: readonly Piece[], without: Piece['is']): string =>
  pieces
    .filter(({ is }) => is !== without)
    .map(({ text }) => text)
    .join('');

describe('the words of two versions', () => {
  it.each([
    ['exports rose 21%', 'exports fell 21%', 'exports [-rose-]{+fell+} 21%'],
    ['one two', 'one and two', 'one {+and +}two'],
    ['one two three', 'one three', 'one [-two -]three'],
    ['same', 'same', 'same'],
    ['', 'new', '{+new+}'],
    ['old', '', '[-old-]'],
    ['Минск сказал', 'Минск ответил', 'Минск [-сказал-]{+ответил+}'],
    [
      'the cat sat on a mat',
      'our dog ran up an alley',
      '[-the cat sat on a mat-]{+our dog ran up an alley+}',
    ],
  ])('“%s” and “%s”', (before, after, expected) => {
    const pieces = compareWords(before, after);
    expect(pieces.map(({ is, text }) => `${MARKS[is][0]}${text}${MARKS[is][1]}`).join('')).toBe(expected);
  });

  it('are all there, whatever they are', () => {
    const text = fc.oneof(
      fc.lorem({ maxCount: 30 }),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '.') }),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = compareWords(before, after);
        expect([side(pieces, 'added'), side(pieces, 'removed')]).toEqual([before, after]);
      }),
    );
  });
});

describe('the lines of two versions', () => {
  it('are compared by words where they changed, and left alone where not', () => {
    const before = 'First.\n\nExports rose 21%.\n\nLast.';
    const after = 'First.\n\nExports fell 21%.\n\nNew.\n\nLast.';
    expect(compareTexts(before, after).map((line) => line.map(({ is, text }) => `${is}:${text}`))).toEqual([
      ['same:First.'],
      ['same:'],
      ['same:Exports ', 'removed:rose', 'added:fell', 'same: 21%.'],
      ['added:'],
      ['added:New.'],
      ['same:'],
      ['same:Last.'],
    ]);
  });

  it('are all there, but for where lines end', () => {
    const text = fc.array(fc.constantFrom('a b', 'c', '', 'd e f', 'a'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = compareTexts(before.join('\n'), after.join('\n')).flat();
        expect([side(pieces, 'added'), side(pieces, 'removed')]).toEqual([before.join(''), after.join('')]);
      }),
    );
  });

  it('of a text that is another altogether are not looked through for long', () => {
    const text = (word: string) =>
      Array.from({ length: 6000 }, (_, at) => `${word} line ${word}${at}.`).join('\n');
    const lines = compareTexts(text('one'), text('two'));
    expect(lines.flat().every(({ is }) => is !== 'same')).toBe(true);
  });
});
