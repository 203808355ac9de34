import { isSpace } from './characters';
import { Cuts } from './cuts';
import { commonPrefix, commonSuffix } from './edit-distance';
import { matchInPlace } from './in-place';
import { matchAround } from './known-edits';
import { findMoves } from './moves';
import { plain, type Tokens, tokenize, Vocabulary } from './tokens';
import { type Run, type Track, trace } from './track';

/** What became of a text: the stretches that stayed in their order, and the blocks that were moved, each a track of its own. */
export interface Alignment {
  /** Characters at either end that are equal whichever way one looks at the change; no passage in them was touched. */
  readonly head: number;
  readonly tail: number;
  /** How much of them is not whole sentences. */
  readonly brokenHead: number;
  readonly brokenTail: number;
  /** The same as `head` and `tail`, but with what could be counted to either in both. */
  readonly widestHead: number;
  readonly widestTail: number;
  readonly stayed: Track;
  readonly moved: readonly Track[];
}

/** A sentence's start is looked for this far from an edit; behind that, a word's start will do. */
const REACH = 2000;

/**
 * Compares two plain texts.
 * @param edits what was replaced, where that is known: in their order, and around them both texts are equal
 */
export function align(before: string, after: string, edits?: readonly Run[]): Alignment {
  const [only, ...others] = edits ?? [];
  if (only && others.length === 0 && only.a0 === only.b0 && (only.a1 === only.a0 || only.b1 === only.b0))
    return inOnePlace(before, after, only.a0);
  if (edits && only) return compare(before, after, edits);
  const widest = {
    widestHead: commonPrefix(before, 0, before.length, after, 0, after.length),
    widestTail: commonSuffix(before, 0, before.length, after, 0, after.length),
  };
  const split = splitOf(before, after, widest);
  if (split === undefined) return compare(before, after, widest);
  return { ...inOnePlace(before, after, split), ...widest };
}

/** What two texts begin and end with; the two may overlap. */
type Widest = Pick<Alignment, 'widestHead' | 'widestTail'>;

/** Nothing but one insertion or one deletion: there is nothing to compare. */
function inOnePlace(before: string, after: string, split: number): Alignment {
  const tail = Math.min(before.length, after.length) - split;
  const runs = [
    { a0: 0, a1: split, b0: 0, b1: split },
    { a0: before.length - tail, a1: before.length, b0: after.length - tail, b1: after.length },
  ].filter(({ a0, a1 }) => a1 > a0);
  const bounds = { a0: 0, a1: before.length, b0: 0, b1: after.length };
  const equal = { head: split, tail, brokenHead: 0, brokenTail: 0, widestHead: split, widestTail: tail };
  return { ...equal, stayed: { bounds, runs }, moved: [] };
}

/** Where the shorter text has to be parted to get the longer one by an insertion; undefined: that does not do. */
function splitOf(
  before: string,
  after: string,
  { widestHead: prefix, widestTail: suffix }: Widest,
): number | undefined {
  const [shorter, longer] = before.length < after.length ? [before, after] : [after, before];
  const first = shorter.length - suffix;
  if (prefix < first) return undefined;
  // Like characters at both ends leave a choice: whole lines rather than sentences, sentences rather than words, and of
  // equals the last, for a copy is pasted behind its original more often than before it.
  let best = prefix;
  let worth = -1;
  const length = longer.length - shorter.length;
  for (let at = prefix; at >= Math.max(first, prefix - REACH); at -= 1) {
    const here = Math.min(partedAt(longer, at), partedAt(longer, at + length));
    if (here > worth) [best, worth] = [at, here];
  }
  return best;
}

/** How clear a cut at a place of a text would be: 3 between lines, 2 between sentences, 1 between words. */
function partedAt(text: string, at: number): number {
  if (at === 0 || at === text.length) return 3;
  if (text.charCodeAt(at - 1) === 10) return 3;
  if (!isSpace(text.charCodeAt(at - 1))) return Number(isSpace(text.charCodeAt(at)));
  return endsSentence(text, at) ? 2 : 1;
}

function compare(before: string, after: string, known: Widest | readonly Run[]): Alignment {
  const edits = 'widestHead' in known ? undefined : known;
  const equal = 'widestHead' in known ? untouched(before, after, known) : around(before, known);
  const { widestHead, widestTail } =
    'widestHead' in known ? known : { widestHead: equal.head, widestTail: equal.tail };
  const bounds: Run = { a0: 0, a1: before.length, b0: 0, b1: after.length };
  const head = startOfChange(before, after, widestHead);
  const rest = Math.min(before.length, after.length) - head;
  const tail = endOfChange(before, after, Math.min(widestTail, rest));
  const endA = before.length - tail;
  const endB = after.length - tail;
  const runs: Run[] = [];
  if (head > 0) runs.push({ a0: 0, a1: head, b0: 0, b1: head });
  const words = new Vocabulary();
  const whole = {
    a: tokenize(before, head, endA, words),
    b: tokenize(after, head, endB, words),
  };
  const ends = edits ? { first: 0, last: 0 } : sameWords(whole.a, whole.b);
  for (const run of traceSame(whole.a, 0, whole.b, 0, ends.first)) runs.push(run);
  const { a, b } = between(whole.a, whole.b, ends, words);
  const { matches, arrived } = edits ? matchAround(a, b, edits, words) : matchInPlace(a, b);
  const middle = trace(a, { from: 0, to: a.count }, b, { from: 0, to: b.count }, matches, arrived);
  for (const run of middle.runs) runs.push(run);
  const lastA = whole.a.count - ends.last;
  for (const run of traceSame(whole.a, lastA, whole.b, whole.b.count - ends.last, ends.last)) runs.push(run);
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
  const broken = { brokenHead: equal.head - head, brokenTail: equal.tail - tail };
  return {
    ...equal,
    ...broken,
    widestHead,
    widestTail,
    stayed: { bounds, runs: withSpaces(before, after, runs) },
    moved,
  };
}

/**
 * How many words, of whole sentences, two texts have in common at either end; spaces and line ends may be others. The sentences
 * of a line that is not the same as a whole are left to the comparison if they have twins: they may have come with their lines.
 */
function sameWords(a: Tokens, b: Tokens): { readonly first: number; readonly last: number } {
  const shorter = Math.min(a.count, b.count);
  let first = 0;
  while (first < shorter && sameLetters(a, first, b, first)) first += 1;
  if (first === a.count && first === b.count) return { first, last: 0 };
  const cutsA = new Cuts(a);
  const cutsB = new Cuts(b);
  while (first > 0 && !(cutsA.before(first) && cutsB.before(first))) first -= 1;
  let last = 0;
  while (last < shorter - first && sameLetters(a, a.count - 1 - last, b, b.count - 1 - last)) last += 1;
  while (last > 0 && !(cutsA.behind(a.count - last) && cutsB.behind(b.count - last))) last -= 1;
  return { first, last };
}

/** Whether two words are the same in capitals, too: a copy in capitals is not its original. */
function sameLetters(a: Tokens, atA: number, b: Tokens, atB: number): boolean {
  if (a.id[atA] !== b.id[atB]) return false;
  const inA = a.text.slice(a.start[atA], a.end[atA]);
  const inB = b.text.slice(b.start[atB], b.end[atB]);
  return inA === inB || (a.weight[atA] ?? 0) <= 1 || plain(inA) === plain(inB);
}

/** The words that are not the same at both ends. */
function between(
  a: Tokens,
  b: Tokens,
  { first, last }: { readonly first: number; readonly last: number },
  words: Vocabulary,
): { readonly a: Tokens; readonly b: Tokens } {
  if (first + last === 0) return { a, b };
  const rest = (tokens: Tokens): Tokens => {
    const to = tokens.count - last;
    const from = tokens.start[first] ?? tokens.text.length;
    return tokenize(tokens.text, from, to > first ? (tokens.end[to - 1] ?? from) : from, words);
  };
  return { a: rest(a), b: rest(b) };
}

/** Words that are the same one by one, as stretches of characters. */
function traceSame(a: Tokens, fromA: number, b: Tokens, fromB: number, count: number): Run[] {
  const matches = Array.from({ length: count }, (_, nth) => ({ a: fromA + nth, b: fromB + nth }));
  return trace(a, { from: fromA, to: fromA + count }, b, { from: fromB, to: fromB + count }, matches).runs;
}

/**
 * What both texts begin and end with, less what could be counted to either: of `no no` from which one word was deleted nobody
 * can say which.
 */
function untouched(
  before: string,
  after: string,
  { widestHead: prefix, widestTail: suffix }: Widest,
): { head: number; tail: number } {
  const shorter = Math.min(before.length, after.length);
  return { head: Math.min(prefix, shorter - suffix), tail: Math.min(suffix, shorter - prefix) };
}

/** What lies before the first edit and after the last. */
function around(before: string, edits: readonly Run[]): { head: number; tail: number } {
  return { head: edits[0]?.a0 ?? before.length, tail: before.length - (edits.at(-1)?.a1 ?? 0) };
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

/**
 * The last start of a line up to which both texts are equal.
 * @param equal how many characters are
 */
function startOfChange(before: string, after: string, equal: number): number {
  if (equal === before.length && equal === after.length) return equal;
  let word = 0;
  for (let at = equal; at > 0 && at > equal - REACH; at -= 1) {
    if (
      !isSpace(before.charCodeAt(at - 1)) ||
      isSpace(before.charCodeAt(at)) ||
      isSpace(after.charCodeAt(at))
    )
      continue;
    if (startsLine(before, at) && startsLine(after, at)) return at;
    if (word === 0) word = at;
  }
  return equal > REACH ? word : 0;
}

/**
 * How many trailing characters are equal, from a line's start on.
 * @param equal how many are at all
 */
function endOfChange(before: string, after: string, equal: number): number {
  const first = before.length - equal;
  let word = 0;
  for (let at = first; at < before.length && at < first + REACH; at += 1) {
    const inAfter = at + after.length - before.length;
    if (at === 0 || inAfter === 0 || isSpace(before.charCodeAt(at))) continue;
    if (!isSpace(before.charCodeAt(at - 1)) || !isSpace(after.charCodeAt(inAfter - 1))) continue;
    if (startsLine(before, at) && startsLine(after, inAfter)) return before.length - at;
    if (word === 0) word = before.length - at;
  }
  return equal > REACH ? word : 0;
}

/** Whether a sentence ends in the spaces before `at`, as `tokenize` parts sentences. */
function endsSentence(text: string, at: number): boolean {
  if (startsLine(text, at)) return true;
  const end = beforeSpaces(text, at);
  return /[.…!?؟۔।]["'»”’)\]]*$/.test(text.slice(Math.max(0, end - 8), end));
}

/** Whether nothing but spaces stands between the end of a line and `at`. */
const startsLine = (text: string, at: number): boolean =>
  isLineEnd(text.charCodeAt(beforeSpaces(text, at) - 1));

/** Where the spaces of its line begin that end at `at`. */
function beforeSpaces(text: string, at: number): number {
  let end = at;
  while (end > 0 && isSpace(text.charCodeAt(end - 1)) && !isLineEnd(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
