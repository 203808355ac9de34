import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, likeness } from './bit-distance';
import { alignCharacters } from './edit-distance';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'я'), maxLength: 90 });

test('counts edits as the table does, across blocks of 32 rows', () => {
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      const longer = Math.max(1, a.length, b.length);
      const share = alignCharacters(a, b)?.share ?? Number.NaN;
      expect(editDistance(a, b)).toBe(a === b ? 0 : Math.round((1 - share) * longer));
    }),
    { numRuns: 500 },
  );
});

test('the stretches of an alignment are equal and in order', () => {
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      let endA = 0;
      let endB = 0;
      for (const run of alignCharacters(a, b)?.runs ?? []) {
        expect(a.slice(run.a, run.a + run.length)).toBe(b.slice(run.b, run.b + run.length));
        expect(run.a).toBeGreaterThanOrEqual(endA);
        expect(run.b).toBeGreaterThanOrEqual(endB);
        endA = run.a + run.length;
        endB = run.b + run.length;
      }
    }),
  );
});

test('likeness of very long texts is estimated', () => {
  const words = Array.from({ length: 3000 }, (_, nth) => `word${nth}`).join(' ');
  expect(likeness(words, words)).toBe(1);
  expect(likeness(`x${words.replace('word1500', 'other')}x`, words)).toBeGreaterThan(0.95);
  expect(likeness(words, words.replaceAll('word', 'нечто'))).toBeLessThan(0.2);
});
