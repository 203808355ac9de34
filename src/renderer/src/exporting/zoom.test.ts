import { expect, it } from 'vitest';
import { NATURAL, scaleOf, step } from './zoom';

it('fits a page into its room, but does not blow it up', () => {
  expect(scaleOf('fit', 595, 595)).toBe(1);
  expect(scaleOf('fit', 5000, 595)).toBe(1.25 * NATURAL);
  expect(scaleOf(2, 100, 595)).toBe(2 * NATURAL);
});

it('steps from wherever it is, and stops at the ends', () => {
  expect(step(0.95 * NATURAL, 1)).toBe(1);
  expect(step(0.95 * NATURAL, -1)).toBe(0.9);
  expect(step(1 * NATURAL, 1)).toBe(1.1);
  expect(step(4 * NATURAL, 1)).toBe(4);
  expect(step(0.25 * NATURAL, -1)).toBe(0.25);
});
