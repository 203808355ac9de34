import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, small } from './fold';

test('texts that differ in typography alone fold to the same', () => {
  const plain = fold('"Мы" -- Союз... "co-op" й').text;
  expect(fold('«Мы»\u00a0— Со\u00adюз… “co\u2011op”\n\nи\u0306').text).toBe(plain);
});

test('every folded character knows what it stands for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = fold(text);
      let last = 0;
      for (let at = 0; at < folded.text.length; at += 1) {
        const start = folded.start[at] ?? -1;
        const end = folded.end[at] ?? -1;
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = start;
      }
    }),
  );
});

test('without capitals a folded text has as many units', () => {
  expect(small('Союз ΟΔΟΣ İI')).toBe('союз οδοσ İi');
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => small(text).length === text.length));
});
