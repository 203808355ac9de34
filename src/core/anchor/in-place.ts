import { apartByLine } from './apart';
import { type Block, byKey, same, sentences } from './blocks';
import { heaviestChain, type Pair } from './chain';
import { commonWords, type Span, type TokenMatch, weightOf } from './common-words';
import { nearBlocks } from './near-blocks';
import type { Tokens } from './tokens';

/** Half of its words keep a sentence in its place; what is less alike is compared word by word. */
const STAYED = 0.5;
/** Worth of a neighbour that is the same on both sides, in units of weight. */
const COMPANY = 12;
/** Worth of letters that are the same in capitals, too: more than one neighbour. */
const SAME_LETTERS = 2 * COMPANY;
/** Units of weight (four a letter): shorter sentences stand in any text by chance. */
const MIN_MOVED = 32;
/** More pairs of one repeated block than this, and only those in like company are tried. */
const MAX_PAIRS_OF_BLOCK = 900;

/** Words that stayed, in order, and which tokens of the new text came from elsewhere as they are (1). */
export interface InPlace {
  readonly matches: readonly TokenMatch[];
  readonly arrived: Uint8Array;
}

/**
 * The words that stayed where they were, in order: sentences first (the heaviest chain of equal and like ones, so that a
 * block that mostly stayed is not lost to a copy of it elsewhere), then words between them. Sentences that left one place and
 * stand in another take no part in that: they are no edited form of the lookalikes in whose place they stand.
 */
export function matchInPlace(a: Tokens, b: Tokens): InPlace {
  const blocksA = sentences(a);
  const blocksB = sentences(b);
  const matches: TokenMatch[] = [];
  const chain = heaviestChain(pairsOf(a, blocksA, b, blocksB));
  for (const { a: indexA, b: indexB } of chain) {
    const blockA = blocksA[indexA];
    const blockB = blocksB[indexB];
    if (blockA && blockB) append(matches, matchBlock(a, blockA, b, blockB));
  }
  const indicesA = chain.map((pair) => pair.a);
  const indicesB = chain.map((pair) => pair.b);
  const left = new Set(without(blocksA, indicesA).map(({ key }) => key));
  const arrived = new Uint8Array(b.count);
  for (const block of without(blocksB, indicesB))
    if (left.has(block.key) && weightOf(b, block) >= MIN_MOVED) arrived.fill(1, block.from, block.to);
  // An id that no token has: what arrived matches nothing.
  const rest = { ...b, id: b.id.map((id, at) => (arrived[at] ? -1 : id)) };
  return { matches: fillGaps(a, rest, matches), arrived };
}

const without = (blocks: readonly Block[], indices: readonly number[]): Block[] => {
  const taken = new Set(indices);
  return blocks.filter((_, index) => !taken.has(index));
};

/** The words two blocks have in common; equal blocks word by word. */
export function matchBlock(a: Tokens, blockA: Span, b: Tokens, blockB: Span): TokenMatch[] {
  if (!same(a, blockA, b, blockB)) return withWords(a, commonWords(a, blockA, b, blockB) ?? []);
  return Array.from({ length: blockA.to - blockA.from }, (_, at) => ({
    a: blockA.from + at,
    b: blockB.from + at,
  }));
}

/** Leaves out signs that match alone: every sentence ends in a full stop, whether it is the same one or not. */
function withWords(a: Tokens, matches: readonly TokenMatch[]): TokenMatch[] {
  return runsOf(matches)
    .filter((run) => run.some(({ a: at }) => (a.weight[at] ?? 0) > 1))
    .flat();
}

/** Matches that follow each other in both texts. */
function runsOf(matches: readonly TokenMatch[]): TokenMatch[][] {
  const runs: TokenMatch[][] = [];
  for (const match of matches) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run && last && last.a + 1 === match.a && last.b + 1 === match.b) run.push(match);
    else runs.push([match]);
  }
  return runs;
}

function pairsOf(a: Tokens, blocksA: readonly Block[], b: Tokens, blocksB: readonly Block[]): Pair[] {
  const pairs: Pair[] = [];
  const placesB = byKey(blocksB);
  const company = (indexA: number, indexB: number): number =>
    Number(blocksA[indexA - 1]?.key === blocksB[indexB - 1]?.key) +
    Number(blocksA[indexA + 1]?.key === blocksB[indexB + 1]?.key);
  const add = (indexA: number, indexB: number, weight: number): void => {
    if (apart(indexA, indexB)) return;
    pairs.push({ a: indexA, b: indexB, weight: weight + COMPANY * company(indexA, indexB) });
  };
  const placesA = byKey(blocksA);
  const apart = apartByLine(a, b);
  for (const [key, listA] of placesA) {
    const listB = placesB.get(key);
    if (!listB) continue;
    const first = blocksA[listA[0] ?? 0];
    if (!first) continue;
    const weight = weightOf(a, first);
    const few = listA.length * listB.length <= MAX_PAIRS_OF_BLOCK;
    const worth = (indexA: number, indexB: number): number =>
      listA.length * listB.length > 1 && lettersOf(a, blocksA[indexA]) === lettersOf(b, blocksB[indexB])
        ? weight + SAME_LETTERS
        : weight;
    listA.forEach((indexA, rankA) => {
      if (few) for (const indexB of listB) add(indexA, indexB, worth(indexA, indexB));
      else {
        const ranks = new Set([listB[rankA], listB[listB.length - listA.length + rankA]]);
        for (const indexB of ranks) if (indexB !== undefined) add(indexA, indexB, weight);
      }
    });
  }
  const newIndices = blocksB.flatMap(({ key }, index) => (placesA.has(key) ? [] : [index]));
  const newBlocks = newIndices.flatMap((index) => blocksB[index] ?? []);
  for (const { a: indexA, b: nth, share } of nearBlocks(a, blocksA, b, newBlocks, STAYED)) {
    const indexB = newIndices[nth];
    const blockA = blocksA[indexA];
    const blockB = newBlocks[nth];
    if (indexB === undefined || !blockA || !blockB) continue;
    add(indexA, indexB, share * Math.min(weightOf(a, blockA), weightOf(b, blockB)));
  }
  return pairs;
}

const lettersOf = (tokens: Tokens, block: Block | undefined): string =>
  block ? tokens.text.slice(tokens.start[block.from], tokens.end[block.to - 1]) : '';

/** Adds the words that agree between the matches found so far. */
function fillGaps(a: Tokens, b: Tokens, matches: readonly TokenMatch[]): TokenMatch[] {
  const all: TokenMatch[] = [];
  let fromA = 0;
  let fromB = 0;
  for (const match of [...matches, { a: a.count, b: b.count }]) {
    if (match.a > fromA && match.b > fromB)
      append(all, matchGap(a, { from: fromA, to: match.a }, b, { from: fromB, to: match.b }));
    if (match.a < a.count) all.push(match);
    fromA = match.a + 1;
    fromB = match.b + 1;
  }
  return all;
}

function matchGap(a: Tokens, spanA: Span, b: Tokens, spanB: Span): TokenMatch[] {
  const common = commonWords(a, spanA, b, spanB);
  if (common) return withoutChance(a, spanA, b, spanB, common);
  const anchors = rareWords(a, spanA, b, spanB);
  if (anchors.length === 0) return [];
  const found: TokenMatch[] = [];
  let fromA = spanA.from;
  let fromB = spanB.from;
  for (const match of [...anchors, { a: spanA.to, b: spanB.to }]) {
    append(found, commonWords(a, { from: fromA, to: match.a }, b, { from: fromB, to: match.b }) ?? []);
    if (match.a < spanA.to) found.push(match);
    fromA = match.a + 1;
    fromB = match.b + 1;
  }
  return withoutChance(a, spanA, b, spanB, found);
}

/** Words that stand once in either span, those that are in the same order (Cohen's patience diff). */
function rareWords(a: Tokens, spanA: Span, b: Tokens, spanB: Span): TokenMatch[] {
  const inA = once(a, spanA);
  const inB = once(b, spanB);
  const pairs: Pair[] = [];
  for (const [id, at] of inA) {
    const other = inB.get(id);
    if (at >= 0 && other !== undefined && other >= 0)
      pairs.push({ a: at, b: other, weight: a.weight[at] ?? 0 });
  }
  return heaviestChain(pairs);
}

function once(tokens: Tokens, { from, to }: Span): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at < to; at += 1) {
    const id = tokens.id[at] ?? 0;
    places.set(id, places.has(id) ? -1 : at);
  }
  return places;
}

/**
 * Leaves out words that agree by chance: where little of a gap is common, a run that is outweighed by what was replaced on
 * either side of it is no survivor (the idea of Fraser's semantic clean-up, 2006).
 */
function withoutChance(
  a: Tokens,
  spanA: Span,
  b: Tokens,
  spanB: Span,
  matches: readonly TokenMatch[],
): TokenMatch[] {
  const common = matches.reduce((sum, { a: at }) => sum + (a.weight[at] ?? 0), 0);
  if (2 * common >= STAYED * (weightOf(a, spanA) + weightOf(b, spanB))) return [...matches];
  let runs = runsOf(matches);
  for (;;) {
    const kept = runs.filter((run, index) => {
      const first = run[0];
      const last = run[run.length - 1];
      if (!first || !last) return false;
      const weight = weightOf(a, { from: first.a, to: last.a + 1 });
      const before = runs[index - 1]?.at(-1) ?? { a: spanA.from - 1, b: spanB.from - 1 };
      const after = runs[index + 1]?.[0] ?? { a: spanA.to, b: spanB.to };
      const replaced = (fromA: number, toA: number, fromB: number, toB: number): number =>
        Math.max(weightOf(a, { from: fromA, to: toA }), weightOf(b, { from: fromB, to: toB }));
      return (
        weight > replaced(before.a + 1, first.a, before.b + 1, first.b) ||
        weight > replaced(last.a + 1, after.a, last.b + 1, after.b)
      );
    });
    if (kept.length === runs.length) return kept.flat();
    runs = kept;
  }
}

/** Array.prototype.push with a spread would overflow the stack on a long text. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const item of more) list.push(item);
}
