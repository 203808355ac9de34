import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeText } from './text';
import { words } from './units';

const merged = (base: string, mine: string, theirs: string): string => mergeText(base, mine, theirs).text;

describe('two changes of one text', () => {
  it('of different lines are both made, without a clash', () => {
    const base = 'One.\n\nTwo.\n\nThree.\n';
    expect(mergeText(base, 'One!\n\nTwo.\n\nThree.\n', 'One.\n\nTwo.\n\nThree?\n\nFour.\n')).toEqual({
      text: 'One!\n\nTwo.\n\nThree?\n\nFour.\n',
      clash: false,
    });
  });

  it('of one line are made by words', () => {
    expect(
      mergeText('Trade rose 21% there.', 'Trade rose 25% there.', 'Trade rose 21% there again.'),
    ).toEqual({
      text: 'Trade rose 25% there again.',
      clash: false,
    });
  });

  it('of one word are both there, in an order of their own, and that is a clash', () => {
    expect(mergeText('It rose in May.', 'It fell in May.', 'It grew in May.')).toEqual({
      text: 'It fell grew in May.',
      clash: true,
    });
  });

  it('never make a third number of two', () => {
    expect(merged('by 21.5 percent of it', 'by 22.5 percent of it', 'by 21.7 percent of it')).toBe(
      'by 21.7 22.5 percent of it',
    );
  });

  it('that insert paragraphs at one place keep them apart and whole', () => {
    expect(mergeText('P.', 'P.\n\nMine is here.', 'P.\n\nTheirs is there.')).toEqual({
      text: 'P.\n\nMine is here.\n\nTheirs is there.',
      clash: false,
    });
    expect(merged('', 'Mine', 'Theirs')).toBe('Mine\n\nTheirs');
    expect(merged('P\n\nQ', 'P\n\nMine\n\nQ', 'P\n\nTheirs\n\nQ')).toBe('P\n\nMine\n\nTheirs\n\nQ');
    expect(merged('- a\n- d', '- a\n- b\n- d', '- a\n- c\n- d')).toBe('- a\n- b\n- c\n- d');
  });

  it('that insert at one place stand there in the same order, whatever else is in the texts', () => {
    const mine = 'Z.\n\nP.\n\nAlpha is mine.';
    expect(merged('X.\n\nP.', mine, 'X.\n\nP.\n\nBeta is theirs.')).toBe(`${mine}\n\nBeta is theirs.`);
  });

  it('keep a paragraph that one deleted and the other wrote on', () => {
    expect(mergeText('A.\n\nOld words here.\n\nC.', 'A.\n\nC.', 'A.\n\nOld words here now.\n\nC.')).toEqual({
      text: 'A.\n\nOld words here now.\n\nC.',
      clash: true,
    });
  });

  it('keep whole lines together where hardly a word of the base is left', () => {
    const base = 'The minister met a delegation from Vologda in Minsk.';
    const mine = 'In spring both sides will sign the treaty.';
    const theirs = 'Nobody knows what a treaty from that time says.';
    expect(merged(base, mine, theirs)).toBe(`${mine}\n\n${theirs}`);
  });

  it('delete what either deleted', () => {
    expect(merged('A.\n\nB.\n\nC.', 'A.\n\nB.', 'B.\n\nC.')).toBe('B.');
    expect(merged('one two three four', 'one three four', 'one two four')).toBe('one four');
  });
});

const word = fc.constantFrom('a', 'b', 'c', 'rose', 'fell', '21', '.', 'Минск', '中');
const line = fc.array(word, { maxLength: 6 }).map((all) => all.join(' '));
const anyText = fc.oneof(
  fc.array(line, { maxLength: 6 }).map((all) => all.join('\n')),
  fc
    .array(fc.constantFrom('a', 'b', 'c', ' ', '  ', '\n', '\n\n'), { maxLength: 12 })
    .map((all) => all.join('')),
);
/** What one side made of words: some taken out, others, of its own, put in. */
const edited = (base: readonly string[], own: string) =>
  fc
    .array(fc.constantFrom('keep', 'keep', 'delete', 'insert'), {
      minLength: base.length,
      maxLength: base.length,
    })
    .map((moves) =>
      base.flatMap((each, index) => {
        if (moves[index] === 'insert') return [`${own}${index}`, each];
        return moves[index] === 'keep' ? [each] : [];
      }),
    );
const inParagraphs = (all: readonly string[]): string =>
  all.join(' ').replaceAll('| ', '\n\n').replace('|', '');
/** Three texts in which no word stands twice. */
const history = fc.array(fc.constantFrom('', '', '|'), { maxLength: 24 }).chain((ends) => {
  const base = ends.map((end, index) => `w${index}${end}`);
  return fc.record({
    base: fc.constant(inParagraphs(base)),
    mine: edited(base, 'm').map(inParagraphs),
    theirs: edited(base, 't').map(inParagraphs),
  });
});
const anyHistory = fc.oneof(history, fc.record({ base: anyText, mine: anyText, theirs: anyText }));

const counted = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { content } of words.cut(text).units) counts.set(content, (counts.get(content) ?? 0) + 1);
  return counts;
};

describe('a merge of any texts', () => {
  it('does not depend on whose is whose', () => {
    fc.assert(
      fc.property(anyHistory, ({ base, mine, theirs }) => {
        expect(mergeText(base, mine, theirs)).toEqual(mergeText(base, theirs, mine));
      }),
      { numRuns: 1000 },
    );
  });

  it('of what only one changed, or both alike, is that', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (base, other) => {
        expect(merged(base, other, other)).toBe(other);
        expect(merged(base, base, other)).toBe(other);
        expect(merged(base, other, base)).toBe(other);
      }),
    );
  });

  it('holds every word that either inserted, as often as it did', () => {
    fc.assert(
      fc.property(anyHistory, ({ base, mine, theirs }) => {
        const [before, after] = [counted(base), counted(merged(base, mine, theirs))];
        for (const side of [mine, theirs])
          for (const [content, count] of counted(side))
            expect([content, after.get(content) ?? 0]).toSatisfy(
              ([, found]: [string, number]) => found >= count - (before.get(content) ?? 0),
            );
      }),
      { numRuns: 1000 },
    );
  });

  it('holds no word that either deleted and nobody inserted', () => {
    fc.assert(
      fc.property(history, ({ base, mine, theirs }) => {
        const found = counted(merged(base, mine, theirs));
        const [left, right] = [counted(mine), counted(theirs)];
        for (const content of counted(base).keys())
          if (!left.has(content) && !right.has(content)) expect(found.has(content)).toBe(false);
      }),
    );
  });

  it('merged with either side again is the same, unless a person has to look at it', () => {
    fc.assert(
      fc.property(history, ({ base, mine, theirs }) => {
        const { text, clash } = mergeText(base, mine, theirs);
        fc.pre(!clash);
        expect(merged(base, text, theirs)).toBe(text);
        expect(merged(base, mine, text)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});
