import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesBetween, type TextChange } from './changes';

const made = (before: string, changes: readonly TextChange[]): string =>
  changes.reduceRight((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), before);

it('touches only the words that differ', () => {
  expect(changesBetween('One two three four.', 'One 2 three four five.')).toEqual([
    { from: 4, to: 7, insert: '2' },
    { from: 18, to: 18, insert: ' five' },
  ]);
  expect(changesBetween('same', 'same')).toEqual([]);
});

it('makes the other text of any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom('a', ' ', '\n', 'bc', '.', '中')).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(made(before, changesBetween(before, after))).toBe(after);
    }),
  );
});
