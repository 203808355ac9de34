import type { Block } from './blocks';
import { alike, weightOf } from './common-words';
import type { Tokens } from './tokens';

/** Two blocks, by their indices, and the share of their words that is common to them. */
export interface NearPair {
  readonly a: number;
  readonly b: number;
  readonly share: number;
}

/** A word that stands in more blocks than this tells none of them from another. */
const MAX_BLOCKS_OF_WORD = 48;
/** The same for a block without rarer words. */
const MAX_BLOCKS_OF_RAREST = 200;
/** Candidates that are compared word by word, for one block. */
const MAX_COMPARED = 6;

/**
 * For each block of `b` the blocks of `a` that are like it, found by the rarer words they share.
 * @param least the least share of common words that counts
 */
export function nearBlocks(
  a: Tokens,
  blocksA: readonly Block[],
  b: Tokens,
  blocksB: readonly Block[],
  least: number,
): NearPair[] {
  if (blocksA.length === 0 || blocksB.length === 0) return [];
  const wanted = new Set<number>();
  for (const { from, to } of blocksB)
    for (let at = from; at < to; at += 1) if ((b.weight[at] ?? 0) > 1) wanted.add(b.id[at] ?? 0);
  const places = new Map<number, number[]>();
  blocksA.forEach(({ from, to }, index) => {
    for (let at = from; at < to; at += 1) {
      const id = a.id[at] ?? 0;
      if ((a.weight[at] ?? 0) <= 1 || !wanted.has(id)) continue;
      const list = places.get(id);
      if (!list) places.set(id, [index]);
      else if (list[list.length - 1] !== index) list.push(index);
    }
  });
  const found: NearPair[] = [];
  const weights = blocksA.map((block) => weightOf(a, block));
  blocksB.forEach((block, index) => {
    const weight = weightOf(b, block);
    for (const candidate of candidates(b, block, weight, places, weights, least)) {
      const other = blocksA[candidate];
      if (!other) continue;
      const share = alike(a, other, b, block);
      if (share >= least) found.push({ a: candidate, b: index, share });
    }
  });
  return found;
}

function candidates(
  b: Tokens,
  block: Block,
  weight: number,
  places: ReadonlyMap<number, readonly number[]>,
  weights: readonly number[],
  least: number,
): number[] {
  const shared = new Map<number, number>();
  const seen = new Set<number>();
  let rarest = Number.POSITIVE_INFINITY;
  for (let at = block.from; at < block.to; at += 1)
    rarest = Math.min(rarest, places.get(b.id[at] ?? 0)?.length ?? rarest);
  const limit = Math.max(MAX_BLOCKS_OF_WORD, Math.min(rarest, MAX_BLOCKS_OF_RAREST));
  for (let at = block.from; at < block.to; at += 1) {
    const id = b.id[at] ?? 0;
    if (seen.has(id)) continue;
    seen.add(id);
    const list = places.get(id);
    if (!list || list.length > limit) continue;
    for (const place of list) shared.set(place, (shared.get(place) ?? 0) + (b.weight[at] ?? 0));
  }
  const promising = [...shared].filter(
    // Frequent words are left out of the sum, so that less than half of what is asked for has to be in it.
    ([place, sum]) => (4 * sum) / Math.max(1, weight + (weights[place] ?? 0)) >= least,
  );
  return promising
    .sort(
      (x, y) =>
        y[1] / (weight + (weights[y[0]] ?? 0)) - x[1] / (weight + (weights[x[0]] ?? 0)) || x[0] - y[0],
    )
    .slice(0, MAX_COMPARED)
    .map(([place]) => place);
}
