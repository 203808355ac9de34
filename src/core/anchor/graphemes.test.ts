import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphemeEnd, graphemeStart } from './graphemes';

test('agrees with a segmenter over the whole text', () => {
  const piece = fc.constantFrom(
    'a',
    'я',
    'е\u0301',
    '👨‍👩‍👧',
    '👍🏽',
    '🇧🇾',
    '\r\n',
    '\n',
    ' ',
    '\u00ad',
    'ع',
    '한',
    '—',
    '\u200d',
  );
  const text = fc.array(piece, { maxLength: 12 }).map((list) => list.join(''));
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  fc.assert(
    fc.property(text, (words) => {
      const boundaries = [...segmenter.segment(words)].map(({ index }) => index);
      boundaries.push(words.length);
      for (let at = 0; at <= words.length; at += 1) {
        expect(graphemeStart(words, at)).toBe(boundaries.findLast((boundary) => boundary <= at) ?? 0);
        expect(graphemeEnd(words, at)).toBe(boundaries.find((boundary) => boundary >= at));
      }
    }),
    { numRuns: 500 },
  );
});
