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
 * Stretches that stayed, where it is known what was edited: all that lies outside of the edits, letter for letter, also in words that an
 * edit cut in two, and within them what words have in common.
 * @param runs what words have in common, in their order
 */
export function stayedAround(
  before: string,
  after: string,
  edits: readonly Run[],
  runs: readonly Run[],
): Run[] {
  const stayed: Run[] = [];
  let [inA, inB] = [0, 0];
  for (const edit of [...edits, endOf(before, after)]) {
    if (edit.a0 > inA) stayed.push({ a0: inA, a1: edit.a0, b0: inB, b1: edit.b0 });
    for (const run of runs) {
      const part = clipped(run, edit);
      if (part) stayed.push(part);
    }
    [inA, inB] = [edit.a1, edit.b1];
  }
  return stayed;
}

const endOf = (before: string, after: string): Run => ({
  a0: before.length,
  a1: before.length,
  b0: after.length,
  b1: after.length,
});

/** The part of a run that lies within both sides of an edit. */
function clipped(run: Run, edit: Run): Run | null {
  const isLetterForLetter = run.a1 - run.a0 === run.b1 - run.b0;
  const head = Math.max(0, edit.a0 - run.a0, edit.b0 - run.b0);
  const tail = Math.max(0, run.a1 - edit.a1, run.b1 - edit.b1);
  if (head + tail > 0 && !isLetterForLetter) return null;
  const part = { a0: run.a0 + head, a1: run.a1 - tail, b0: run.b0 + head, b1: run.b1 - tail };
  return part.a1 > part.a0 && part.b1 > part.b0 ? part : null;
}
