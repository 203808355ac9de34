import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveEnd, putEnd } from './steps-in-text';

const text = 'Exports rose 21% – e\u0301t 👩‍👩‍👧 end';
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const wordsOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

test('an end moves by whole words', () => {
  const rose = spanOf('rose');
  expect(wordsOf(moveEnd(text, rose, 'end', 1, 'word'))).toBe('rose 21');
  expect(wordsOf(moveEnd(text, rose, 'start', -1, 'word'))).toBe('Exports rose');
  expect(wordsOf(moveEnd(text, spanOf('rose 21'), 'end', -1, 'word'))).toBe('rose ');
});

test('an end moves by characters as a person sees them', () => {
  const before = spanOf('– ');
  expect(wordsOf(moveEnd(text, before, 'end', 1, 'character'))).toBe('– e\u0301');
  const family = spanOf('t ');
  expect(wordsOf(moveEnd(text, family, 'end', 1, 'character'))).toBe('t 👩‍👩‍👧');
  expect(wordsOf(moveEnd(text, spanOf('👩‍👩‍👧 end'), 'start', 1, 'character'))).toBe(' end');
});

test('a passage never becomes empty, nor leaves the text', () => {
  const any = fc.record({
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    a: fc.nat(60),
    b: fc.nat(60),
    end: fc.constantFrom('start' as const, 'end' as const),
    direction: fc.constantFrom(1 as const, -1 as const),
    step: fc.constantFrom('character' as const, 'word' as const),
    at: fc.nat(80),
  });
  fc.assert(
    fc.property(any, ({ text, a, b, end, direction, step, at }) => {
      const [start, stop] = [Math.min(a, b, text.length - 1), Math.min(Math.max(a, b), text.length)];
      const span = { start, end: Math.max(stop, start + 1) };
      for (const moved of [
        moveEnd(text, span, end, direction, step),
        putEnd(span, end, Math.min(at, text.length)),
      ]) {
        expect(moved.start).toBeLessThan(moved.end);
        expect(moved.start).toBeGreaterThanOrEqual(0);
        expect(moved.end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
