import { ChangeSet, Text } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editsOf, TypedChanges } from './typed-changes';

const textOf = (text: string): Text => Text.of(text.split('\n'));

const step = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(6),
  insert: fc.constantFrom('', 'x', 'two words', '\n\n', 'é'),
  /** The text is about to be saved. */
  isSaved: fc.boolean(),
});

test('what was done to a saved text makes the one that stands there now of it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(step, { maxLength: 12 }), (first, steps) => {
      // The editor knows one kind of line end.
      let text = first.replace(/\r/g, '');
      const typed = new TypedChanges(text);
      const saved = [text];
      for (const { at, length, insert, isSaved } of steps) {
        const from = Math.floor(at * text.length);
        const changes = ChangeSet.of(
          [{ from, to: Math.min(text.length, from + length), insert }],
          text.length,
        );
        text = changes.apply(textOf(text)).toString();
        typed.add(changes);
        if (isSaved) {
          typed.remember(text);
          saved.push(text);
        }
      }
      for (const base of saved.slice(-2)) {
        const changes = typed.since(base);
        expect(changes?.apply(textOf(base)).toString()).toBe(text);
        const kept =
          changes &&
          editsOf(changes).reduce((sum, { from, to, length }) => sum + length - (to - from), base.length);
        expect(kept).toBe(text.length);
      }
    }),
  );
});

test('a text that never stood there has no changes, and of many only the last are remembered', () => {
  const typed = new TypedChanges('a');
  expect(typed.since('b')).toBeNull();
  for (let times = 0; times < 5; times += 1) {
    const length = times + 1;
    typed.add(ChangeSet.of([{ from: length, insert: 'a' }], length));
    typed.remember('a'.repeat(length + 1));
  }
  expect(typed.since('a')).toBeNull();
  expect(typed.since('aaaa')?.newLength).toBe(6);
  expect(typed.since('aaaaaa')?.empty).toBe(true);
});
