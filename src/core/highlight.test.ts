import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lanesOf, runsOf, withoutOuterSpace } from './highlight';

const span = fc
  .tuple(fc.nat(40), fc.nat(40))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  .filter(({ start, end }) => start < end);

describe('the runs of a leaf', () => {
  it('are its words, each in the same passages from end to end', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.nat(20),
        fc.array(span, { maxLength: 5 }),
        (text, start, spans) => {
          const runs = runsOf({ text, start }, spans);
          expect(runs.map((run) => run.text).join('')).toBe(text);
          let at = start;
          for (const run of runs) {
            expect(run.text).not.toBe('');
            expect(run.start).toBe(at);
            at += run.text.length;
            for (let offset = run.start; offset < at; offset += 1) {
              expect(spans.filter((one) => one.start <= offset && offset < one.end)).toEqual(run.spans);
            }
          }
        },
      ),
    );
  });
});

it('a passage without the white space at its ends', () => {
  const text = 'one \n two ';
  expect(withoutOuterSpace(text, { start: 3, end: 10 })).toEqual({ start: 6, end: 9 });
  expect(withoutOuterSpace(text, { start: 3, end: 6 })).toEqual({ start: 6, end: 6 });
  expect(withoutOuterSpace(text, { start: 0, end: 3 })).toEqual({ start: 0, end: 3 });
});

describe('lanesOf', () => {
  it('gives passages that overlap lines below each other, and the first to one that overlaps none', () => {
    const spans = [
      [0, 40],
      [10, 20],
      [15, 30],
      [25, 28],
      [40, 50],
    ].map(([start = 0, end = 0]) => ({ start, end }));
    expect(lanesOf(spans)).toEqual([0, 1, 2, 1, 0]);
  });

  it('tells no more than four apart', () => {
    expect(lanesOf(Array.from({ length: 6 }, () => ({ start: 0, end: 9 })))).toEqual([0, 1, 2, 3, 3, 3]);
  });
});
