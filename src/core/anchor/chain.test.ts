import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heaviestChain, type Pair } from './chain';

const total = (pairs: readonly Pair[]): number => pairs.reduce((sum, { weight }) => sum + weight, 0);

/** All chains, for a few pairs. */
function best(pairs: readonly Pair[], after: Pair = { a: -1, b: -1, weight: 0 }): number {
  return pairs
    .filter(({ a, b }) => a > after.a && b > after.b)
    .reduce((most, pair) => Math.max(most, pair.weight + best(pairs, pair)), 0);
}

test('no chain is heavier, and nothing in it crosses', () => {
  const pair = fc.record({ a: fc.nat(6), b: fc.nat(6), weight: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 9 }), (pairs) => {
      const chain = heaviestChain(pairs);
      expect(total(chain)).toBe(best(pairs));
      chain.slice(1).forEach((next, at) => {
        expect(next.a).toBeGreaterThan(chain[at]?.a ?? 0);
        expect(next.b).toBeGreaterThan(chain[at]?.b ?? 0);
      });
    }),
    { numRuns: 500 },
  );
});
