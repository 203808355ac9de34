import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryAnchors, describe } from './annotation';
import { makeAnnotation } from './samples';
import type { Annotation } from './schema';

const letters = fc.constantFrom(...'abdegiklmnoprstuvабвгдеікмнопрстўьяёй');
const long = fc.array(letters, { minLength: 4, maxLength: 11 }).map((list) => list.join(''));
const word = fc.oneof(
  { arbitrary: long, weight: 5 },
  {
    arbitrary: fc.constantFrom('the', 'of', 'in', 'and', 'a', 'и', 'в', 'на', 'з', '21%', '2025'),
    weight: 2,
  },
);
const longWords = (whole: string): RegExpExecArray[] => [...whole.matchAll(/\p{L}{4,}/gu)];
const sentence = fc
  .tuple(fc.array(word, { minLength: 5, maxLength: 16 }), fc.constantFrom('.', '?', '!', '.”', '…'))
  .map(([words, end]) => `${words.join(' ').replace(/^./, (first) => first.toUpperCase())}${end}`);
const text = fc
  .array(
    fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) => list.join('\n'));

/** A text, a passage of one word or more in it, a stretch that holds the passage, and what is written in its place. */
const deletion = fc
  .record({
    text,
    first: fc.nat(),
    count: fc.integer({ min: 1, max: 8 }),
    before: fc.nat(40),
    after: fc.nat(40),
    typed: fc.array(long, { maxLength: 9 }).map((list) => list.join(' ')),
  })
  // Of two like words nobody can say which was deleted, or typed again.
  .filter(({ text: whole, typed }) => {
    const words = longWords(`${whole} ${typed}`).map(([found]) => found);
    return new Set(words).size === words.length;
  })
  .map(({ text: whole, first, count, before, after, typed }) => {
    const words = longWords(whole);
    const from = words[first % words.length];
    const start = from?.index ?? 0;
    const passage = new RegExp(`(?:\\S+\\s+){0,${count - 1}}\\S+`, 'y');
    passage.lastIndex = start;
    const end = start + (passage.exec(whole)?.[0].length ?? 0);
    return {
      ...{ whole, start, end, typed },
      ...{ cutFrom: Math.max(0, start - before), cutTo: Math.min(whole.length, end + after) },
    };
  })
  .filter(({ start, end }) => end > start);

const annotated = (whole: string, start: number, end: number): Annotation =>
  makeAnnotation({
    ...{ id: '0annotation0', state: 'exact', target: describe(whole, start, end) },
    ...{ created: '2026-01-01T00:00:00.000Z', updated: '2026-01-01T00:00:00.000Z' },
  });

/** Carries annotations through texts, each an edit of the one before it. */
function carried(annotations: readonly Annotation[], texts: readonly string[]): readonly Annotation[] {
  let now = annotations;
  for (const [index, next] of texts.entries())
    if (index > 0) now = carryAnchors(now, texts[index - 1] ?? '', next);
  return now;
}

test('a passage of any length that was deleted or written over comes back as it was when that is undone', () => {
  fc.assert(
    fc.property(deletion, ({ whole, start, end, typed, cutFrom, cutTo }) => {
      const annotations = [annotated(whole, start, end)];
      const edited = whole.slice(0, cutFrom) + typed + whole.slice(cutTo);
      const gone = carryAnchors(annotations, whole, edited);
      expect(gone).toHaveLength(1);
      if (gone[0]?.state !== 'orphan') return;
      expect(carryAnchors(gone, edited, whole)).toEqual(annotations);
    }),
    { numRuns: 2000 },
  );
});

test('the same, where the text was saved again and again while it was deleted, written and undone', () => {
  const portions = fc.tuple(deletion, fc.integer({ min: 2, max: 20 }), fc.boolean());
  fc.assert(
    fc.property(portions, ([{ whole, start, end, typed, cutFrom, cutTo }, portion, backwards]) => {
      const annotations = [annotated(whole, start, end)];
      const [head, tail] = [whole.slice(0, cutFrom), whole.slice(cutTo)];
      const cut = whole.slice(cutFrom, cutTo);
      const texts = [whole];
      for (let gone = portion; gone < cut.length; gone += portion)
        texts.push(head + (backwards ? cut.slice(0, -gone) : cut.slice(gone)) + tail);
      texts.push(head + tail);
      for (let there = portion; there < typed.length + portion; there += portion)
        texts.push(head + typed.slice(0, there) + tail);
      const lost = carried(annotations, texts);
      if (lost[0]?.state !== 'orphan') return;
      expect(carried(lost, texts.reverse())).toEqual(annotations);
    }),
    { numRuns: 1000, endOnFailure: true },
  );
});
