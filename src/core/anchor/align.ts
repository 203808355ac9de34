import { isSpace } from './characters';
import { commonPrefix, commonSuffix } from './edit-distance';
import { matchInPlace } from './in-place';
import { findMoves } from './moves';
import { tokenize, Vocabulary } from './tokens';
import { type Run, type Track, trace } from './track';

/** What became of a text: the stretches that stayed in their order, and the blocks that were moved, each a track of its own. */
export interface Alignment {
  /** Characters at either end that are equal whichever way one looks at the change; no passage in them was touched. */
  readonly head: number;
  readonly tail: number;
  /** How much of them is not whole sentences. */
  readonly brokenHead: number;
  readonly brokenTail: number;
  readonly stayed: Track;
  readonly moved: readonly Track[];
}

/** A sentence's start is looked for this far from an edit; behind that, a word's start will do. */
const REACH = 2000;

/** Compares two plain texts. */
export function align(before: string, after: string): Alignment {
  const ends = untouched(before, after);
  const bounds: Run = { a0: 0, a1: before.length, b0: 0, b1: after.length };
  const head = startOfChange(before, after);
  const tail = endOfChange(before, after, head);
  const endA = before.length - tail;
  const endB = after.length - tail;
  const runs: Run[] = [];
  if (head > 0) runs.push({ a0: 0, a1: head, b0: 0, b1: head });
  const words = new Vocabulary();
  const a = tokenize(before, head, endA, words);
  const b = tokenize(after, head, endB, words);
  const whole = { a: { from: 0, to: a.count }, b: { from: 0, to: b.count } };
  const { matches, arrived } = matchInPlace(a, b);
  const middle = trace(a, whole.a, b, whole.b, matches, arrived);
  for (const run of middle.runs) runs.push(run);
  if (tail > 0) runs.push({ a0: endA, a1: before.length, b0: endB, b1: after.length });
  const keptA = new Uint8Array(a.count);
  const keptB = new Uint8Array(b.count);
  for (const list of [matches, middle.altered])
    for (const match of list) {
      keptA[match.a] = 1;
      keptB[match.b] = 1;
    }
  const moved = findMoves(a, keptA, b, keptB).map(
    (move): Track => ({
      bounds: {
        a0: a.start[move.a.from] ?? 0,
        a1: a.end[move.a.to - 1] ?? 0,
        b0: b.start[move.b.from] ?? 0,
        b1: b.end[move.b.to - 1] ?? 0,
      },
      runs: trace(a, move.a, b, move.b, move.matches).runs,
    }),
  );
  const broken = { brokenHead: ends.head - head, brokenTail: ends.tail - tail };
  return { ...ends, ...broken, stayed: { bounds, runs: withSpaces(before, after, runs) }, moved };
}

/**
 * What both texts begin and end with, less what could be counted to either: of `no no` from which one word was deleted nobody
 * can say which.
 */
function untouched(before: string, after: string): { head: number; tail: number } {
  const prefix = commonPrefix(before, 0, before.length, after, 0, after.length);
  const suffix = commonSuffix(before, 0, before.length, after, 0, after.length);
  const shorter = Math.min(before.length, after.length);
  return { head: Math.min(prefix, shorter - suffix), tail: Math.min(suffix, shorter - prefix) };
}

/** Joins runs with nothing but equal spaces between them. */
function withSpaces(before: string, after: string, runs: readonly Run[]): Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    const last = whole[whole.length - 1];
    if (
      last &&
      last.a1 - last.a0 === last.b1 - last.b0 &&
      run.a1 - run.a0 === run.b1 - run.b0 &&
      run.a0 - last.a1 === run.b0 - last.b1 &&
      commonPrefix(before, last.a1, run.a0, after, last.b1, run.b0) === run.a0 - last.a1
    )
      whole[whole.length - 1] = { a0: last.a0, a1: run.a1, b0: last.b0, b1: run.b1 };
    else whole.push(run);
  }
  return whole;
}

/** The last start of a sentence up to which both texts are equal. */
function startOfChange(before: string, after: string): number {
  const equal = commonPrefix(before, 0, before.length, after, 0, after.length);
  if (equal === before.length && equal === after.length) return equal;
  let word = 0;
  for (let at = equal; at > 0 && at > equal - REACH; at -= 1) {
    if (
      !isSpace(before.charCodeAt(at - 1)) ||
      isSpace(before.charCodeAt(at)) ||
      isSpace(after.charCodeAt(at))
    )
      continue;
    if (endsSentence(before, at)) return at;
    if (word === 0) word = at;
  }
  return equal > REACH ? word : 0;
}

/** How many trailing characters are equal, from a sentence's start on. */
function endOfChange(before: string, after: string, head: number): number {
  const equal = commonSuffix(before, head, before.length, after, head, after.length);
  const first = before.length - equal;
  let word = 0;
  for (let at = first; at < before.length && at < first + REACH; at += 1) {
    const inAfter = at + after.length - before.length;
    if (at === 0 || inAfter === 0 || isSpace(before.charCodeAt(at))) continue;
    if (!isSpace(before.charCodeAt(at - 1)) || !isSpace(after.charCodeAt(inAfter - 1))) continue;
    if (endsSentence(before, at) && endsSentence(after, inAfter)) return before.length - at;
    if (word === 0) word = before.length - at;
  }
  return equal > REACH ? word : 0;
}

/** Whether a sentence ends in the spaces before `at`, as `tokenize` parts sentences. */
function endsSentence(text: string, at: number): boolean {
  let end = at;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) {
    const code = text.charCodeAt(end - 1);
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return true;
    end -= 1;
  }
  return /[.…!?]["'»”’)\]]*$/.test(text.slice(Math.max(0, end - 8), end));
}
