import type { Place } from './anchored';
import type { TokenMatch } from './common-words';
import { type InPlace, matchInPlace } from './in-place';
import { type Tokens, tokenize, type Vocabulary } from './tokens';
import type { Run } from './track';

/**
 * The words that stayed where they were, where it is known what was edited: all that lie outside of the edits, however many like them
 * there are, and those that the two sides of an edit have in common.
 * @param edits stretches that were replaced, in their order; around them both texts are equal
 * @param words what `a` and `b` were read with
 */
export function matchAround(a: Tokens, b: Tokens, edits: readonly Run[], words: Vocabulary): InPlace {
  const outside = unedited(a, b, edits);
  const matches: TokenMatch[] = [];
  const arrived = new Uint8Array(b.count);
  let [fromA, fromB] = [0, 0];
  for (const match of [...outside, { a: a.count, b: b.count }]) {
    if (match.a > fromA && match.b > fromB) {
      const partA = part(a, fromA, match.a, words);
      const partB = part(b, fromB, match.b, words);
      const inside = matchInPlace(partA, partB);
      // Read by itself a part may fall into other words than in its text.
      if (partA.count === match.a - fromA && partB.count === match.b - fromB) {
        for (const each of inside.matches) matches.push({ a: fromA + each.a, b: fromB + each.b });
        arrived.set(inside.arrived, fromB);
      }
    }
    if (match.a < a.count) matches.push(match);
    [fromA, fromB] = [match.a + 1, match.b + 1];
  }
  return { matches, arrived };
}

/** The words that lie between the edits. */
function unedited(a: Tokens, b: Tokens, edits: readonly Run[]): TokenMatch[] {
  const matches: TokenMatch[] = [];
  let [next, inB] = [0, 0];
  for (let inA = 0; inA < a.count; inA += 1) {
    const start = a.start[inA] ?? 0;
    const end = a.end[inA] ?? 0;
    while ((edits[next]?.a1 ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const before = edits[next - 1];
    if (end > (edits[next]?.a0 ?? Number.POSITIVE_INFINITY) || start < (before?.a1 ?? 0)) continue;
    const shift = before ? before.b1 - before.a1 : 0;
    while (inB < b.count && (b.start[inB] ?? 0) < start + shift) inB += 1;
    if (b.start[inB] === start + shift && b.end[inB] === end + shift) matches.push({ a: inA, b: inB });
  }
  return matches;
}

const part = (tokens: Tokens, from: number, to: number, words: Vocabulary): Tokens =>
  tokenize(tokens.text, tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0, words);

/**
 * Where a passage stands that no edit touched.
 * @returns undefined: one did
 */
export function placeAround(edits: readonly Run[], { start, end }: Place): Place | undefined {
  let shift = 0;
  for (const { a0, a1, b0, b1 } of edits) {
    if (a0 >= end) break;
    if (a1 > start) return undefined;
    shift += b1 - b0 - (a1 - a0);
  }
  return { start: start + shift, end: end + shift };
}
