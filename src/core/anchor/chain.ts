/** A possible correspondence of place `a` in one list with place `b` in another, and what it is worth. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/**
 * The worthiest set of pairs that cross nowhere: each `a` and each `b` at most once, both rising. A heaviest increasing
 * subsequence over a Fenwick tree of prefix maxima (Jacobson and Vo 1992), O(n log n). Of equals, the earliest places.
 */
export function heaviestChain(pairs: readonly Pair[]): Pair[] {
  // For one `a` the far `b` first: a pair must not build on another of the same `a`.
  const order = [...pairs].sort((x, y) => x.a - y.a || y.b - x.b);
  const columns = order.reduce((most, { b }) => Math.max(most, b + 1), 0);
  const best = new Int32Array(columns + 1).fill(-1);
  const total = new Float64Array(order.length);
  const previous = new Int32Array(order.length).fill(-1);
  let last = -1;
  order.forEach((pair, index) => {
    let before = -1;
    for (let node = pair.b; node > 0; node -= node & -node) before = heavier(total, before, best[node] ?? -1);
    total[index] = pair.weight + (before < 0 ? 0 : (total[before] ?? 0));
    previous[index] = before;
    for (let node = pair.b + 1; node <= columns; node += node & -node)
      best[node] = heavier(total, best[node] ?? -1, index);
    last = heavier(total, last, index);
  });
  const chain: Pair[] = [];
  for (let index = last; index >= 0; index = previous[index] ?? -1) {
    const pair = order[index];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}

/** The index of the greater total; of equals the first. */
function heavier(total: Float64Array, first: number, second: number): number {
  if (first < 0) return second;
  if (second < 0) return first;
  return (total[second] ?? 0) > (total[first] ?? 0) ? second : first;
}
