import { heaviestChain, type Pair } from './chain';
import type { Span, TokenMatch } from './common-words';
import { alignCharacters, commonPrefix, commonSuffix } from './edit-distance';
import type { Tokens } from './tokens';

/** A stretch of the old text and the stretch of the new one that it became; offsets in UTF-16 code units. */
export interface Run {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** Runs in the order of both texts, between bounds. */
export interface Track {
  readonly bounds: Run;
  readonly runs: readonly Run[];
}

/** A replaced stretch with at least this share of equal characters is the old one with slips mended or made. */
const SAME_STRETCH = 0.6;
/** The same for one word. */
const SAME_WORD = 0.7;
/** Where like words are less of a replaced stretch than this, it was written anew and they are chance. */
const MOSTLY_ANEW = 0.3;
const MAX_WORD_PAIRS = 900;
const MIN_WORD = 4;
/** Fewer equal characters at the edges of a replacement are chance. */
const MIN_REMAINS = 3;

/** What becomes of a span of words of which some match: equal characters, and which tokens of the old text survive. */
export interface Traced {
  readonly runs: Run[];
  /** Matches by characters: tokens that were altered but are still themselves. */
  readonly altered: TokenMatch[];
}

/**
 * Turns matched words into stretches of characters. Between matches, characters are compared: slips within words, words cut
 * in two by an edit, and the remains of words at the edge of a replacement.
 * @param arrived tokens of `b` (1) that are no edited form of anything, for they came from elsewhere as they are
 */
export function trace(
  a: Tokens,
  spanA: Span,
  b: Tokens,
  spanB: Span,
  matches: readonly TokenMatch[],
  arrived?: Uint8Array,
): Traced {
  const runs: Run[] = [];
  const altered: TokenMatch[] = [];
  let fromA = spanA.from;
  let fromB = spanB.from;
  for (const match of [...matches, { a: spanA.to, b: spanB.to }]) {
    const gap = ownRun({ from: fromB, to: match.b }, arrived);
    if (match.a > fromA && gap.to > gap.from)
      compareGap(a, { from: fromA, to: match.a }, b, gap, runs, altered);
    if (match.a < spanA.to) addToken(a, match.a, b, match.b, runs, match.a === fromA && match.b === fromB);
    fromA = match.a + 1;
    fromB = match.b + 1;
  }
  return { runs, altered };
}

/** The longest run of tokens that did not come from elsewhere. */
function ownRun(gap: Span, arrived: Uint8Array | undefined): Span {
  if (!arrived?.subarray(gap.from, gap.to).includes(1)) return gap;
  let longest = { from: gap.from, to: gap.from };
  for (let at = gap.from; at < gap.to; at += 1) {
    const from = at;
    while (at < gap.to && !arrived[at]) at += 1;
    if (at - from > longest.to - longest.from) longest = { from, to: at };
  }
  return longest;
}

function addToken(a: Tokens, tokenA: number, b: Tokens, tokenB: number, runs: Run[], joined: boolean): void {
  const a0 = a.start[tokenA] ?? 0;
  const a1 = a.end[tokenA] ?? 0;
  const b0 = b.start[tokenB] ?? 0;
  const b1 = b.end[tokenB] ?? 0;
  const last = runs[runs.length - 1];
  if (last && joined && a1 - last.a1 === b1 - last.b1 && last.a1 - last.a0 === last.b1 - last.b0) {
    const length = a1 - last.a1;
    if (commonPrefix(a.text, last.a1, a1, b.text, last.b1, b1) === length) {
      runs[runs.length - 1] = { a0: last.a0, a1, b0: last.b0, b1 };
      return;
    }
  }
  runs.push({ a0, a1, b0, b1 });
}

function compareGap(
  a: Tokens,
  spanA: Span,
  b: Tokens,
  spanB: Span,
  runs: Run[],
  altered: TokenMatch[],
): void {
  const a0 = a.start[spanA.from] ?? 0;
  const a1 = a.end[spanA.to - 1] ?? 0;
  const b0 = b.start[spanB.from] ?? 0;
  const b1 = b.end[spanB.to - 1] ?? 0;
  const prefix = commonPrefix(a.text, a0, a1, b.text, b0, b1);
  const suffix = commonSuffix(a.text, a0 + prefix, a1, b.text, b0 + prefix, b1);
  const aligned = alignCharacters(
    a.text.slice(a0 + prefix, a1 - suffix),
    b.text.slice(b0 + prefix, b1 - suffix),
  );
  const longer = Math.max(a1 - a0, b1 - b0);
  const distance = aligned ? (1 - aligned.share) * (longer - prefix - suffix) : longer;
  const same = aligned !== undefined && distance <= (1 - SAME_STRETCH) * longer;
  const least = same ? 1 : MIN_REMAINS;
  if (prefix >= least) runs.push({ a0, a1: a0 + prefix, b0, b1: b0 + prefix });
  if (same) {
    for (const { a: inA, b: inB, length } of aligned.runs) {
      const from = a0 + prefix + inA;
      const to = b0 + prefix + inB;
      runs.push({ a0: from, a1: from + length, b0: to, b1: to + length });
    }
    for (let token = spanA.from; token < spanA.to; token += 1)
      altered.push({ a: token, b: Math.min(spanB.to - 1, spanB.from + token - spanA.from) });
  } else
    compareWords(a, spanA, b, spanB, runs, altered, {
      a0: a0 + prefix,
      a1: a1 - suffix,
      b0: b0 + prefix,
      b1: b1 - suffix,
    });
  if (suffix >= least) runs.push({ a0: a1 - suffix, a1, b0: b1 - suffix, b1 });
}

/** Pairs words that are nearly the same, each at most once and in order. */
function compareWords(
  a: Tokens,
  spanA: Span,
  b: Tokens,
  spanB: Span,
  runs: Run[],
  altered: TokenMatch[],
  within: Run,
): void {
  if ((spanA.to - spanA.from) * (spanB.to - spanB.from) > MAX_WORD_PAIRS) return;
  const pairs: Pair[] = [];
  for (let tokenA = spanA.from; tokenA < spanA.to; tokenA += 1) {
    const startA = a.start[tokenA] ?? 0;
    const endA = a.end[tokenA] ?? 0;
    if (endA - startA < MIN_WORD || startA < within.a0 || endA > within.a1) continue;
    for (let tokenB = spanB.from; tokenB < spanB.to; tokenB += 1) {
      const startB = b.start[tokenB] ?? 0;
      const endB = b.end[tokenB] ?? 0;
      const longer = Math.max(endA - startA, endB - startB);
      const shorter = Math.min(endA - startA, endB - startB);
      // Equal words were paired where they belong to each other; what is left of them agrees by chance.
      if (
        a.id[tokenA] === b.id[tokenB] ||
        shorter < SAME_WORD * longer ||
        startB < within.b0 ||
        endB > within.b1
      )
        continue;
      const share = alignCharacters(a.text.slice(startA, endA), b.text.slice(startB, endB))?.share ?? 0;
      if (share >= SAME_WORD) pairs.push({ a: tokenA, b: tokenB, weight: share * longer });
    }
  }
  const chain = heaviestChain(pairs);
  const paired = chain.reduce((sum, { weight }) => sum + weight, 0);
  if (paired < MOSTLY_ANEW * Math.max(within.a1 - within.a0, within.b1 - within.b0)) return;
  for (const { a: tokenA, b: tokenB } of chain) {
    const startA = a.start[tokenA] ?? 0;
    const startB = b.start[tokenB] ?? 0;
    const word = alignCharacters(a.text.slice(startA, a.end[tokenA]), b.text.slice(startB, b.end[tokenB]));
    for (const { a: inA, b: inB, length } of word?.runs ?? [])
      runs.push({ a0: startA + inA, a1: startA + inA + length, b0: startB + inB, b1: startB + inB + length });
    altered.push({ a: tokenA, b: tokenB });
  }
}
