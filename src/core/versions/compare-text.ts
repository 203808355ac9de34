import { heaviestChain } from '../anchor/chain';
import { align } from '../merge/align';

/** A stretch of text that two versions have, or that only the later (`added`) or the earlier one (`removed`) has. */
export interface Piece {
  readonly is: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** One line of both texts together. */
export type ComparedLine = readonly Piece[];

/** White space, a word, or any other character: what is never shown cut in two. */
const TOKEN = /\s+|[\p{L}\p{N}\p{M}_]+|\P{M}\p{M}*/gu;

/** Lines that have so much of their words in common are versions of one line. */
const ALIKE = 0.35;
/** What two blank lines weigh: less than any that say something. */
const BLANK = 0.01;
/** Where there are more pairs of changed lines, only those are looked at that stand so near to each other, in lines. */
const MOST_PAIRS = 20_000;
const NEAR = 8;

/**
 * What became of a text: by lines, and in the lines that changed by words. One line after another, so that whoever compares long
 * texts can do something else in between.
 */
export function* comparedLines(before: string, after: string): Generator<ComparedLine, void> {
  const [earlier, later] = [before.split('\n'), after.split('\n')];
  const places = align(earlier, later);
  let [from, to] = [0, 0];
  for (const [index, line] of earlier.entries()) {
    const place = places[index] ?? -1;
    if (place < 0) continue;
    yield* changedLines(earlier.slice(from, index), later.slice(to, place));
    yield [{ is: 'same', text: line }];
    [from, to] = [index + 1, place + 1];
  }
  yield* changedLines(earlier.slice(from), later.slice(to));
}

/** Lines that are alike are one line that changed; the others are gone or new. */
function* changedLines(removed: readonly string[], added: readonly string[]): Generator<ComparedLine, void> {
  let [from, to] = [0, 0];
  for (const { a, b } of alike(removed, added)) {
    yield* apart(removed.slice(from, a), added.slice(to, b));
    yield compareWords(removed[a] ?? '', added[b] ?? '');
    [from, to] = [a + 1, b + 1];
  }
  yield* apart(removed.slice(from), added.slice(to));
}

function* apart(removed: readonly string[], added: readonly string[]): Generator<ComparedLine, void> {
  for (const text of removed) yield [{ is: 'removed', text }];
  for (const text of added) yield [{ is: 'added', text }];
}

/** The pairs of lines that have words in common, rising in both. */
function alike(removed: readonly string[], added: readonly string[]): { a: number; b: number }[] {
  const [earlier, later] = [removed.map(wordsOf), added.map(wordsOf)];
  const reach = removed.length * added.length > MOST_PAIRS ? NEAR : added.length;
  const pairs = earlier.flatMap((one, a) => {
    const at = Math.round((a * added.length) / removed.length);
    const from = Math.max(0, at - reach);
    return later.slice(from, at + reach).flatMap((other, index) => {
      const weight = likeness(one, other);
      return weight < ALIKE ? [] : [{ a, b: from + index, weight: one.size === 0 ? BLANK : weight }];
    });
  });
  return heaviestChain(pairs);
}

const wordsOf = (line: string): Set<string> => new Set(line.match(/[\p{L}\p{N}]+/gu));

/** Sørensen and Dice's coefficient of two sets; 1: they are the same. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 1;
  let common = 0;
  for (const word of one) if (other.has(word)) common += 1;
  return (2 * common) / (one.size + other.size);
}

/** What became of a few words. */
export function compareWords(before: string, after: string): Piece[] {
  const [earlier, later] = [before.match(TOKEN) ?? [], after.match(TOKEN) ?? []];
  const places = align(earlier, later);
  const changes: Change[] = [];
  let [from, to] = [0, 0];
  const step = (endOfEarlier: number, endOfLater: number, same: string): void => {
    const removed = earlier.slice(from, endOfEarlier).join('');
    const added = later.slice(to, endOfLater).join('');
    const last = changes.at(-1);
    if (last && removed === '' && added === '') last.same += same;
    else changes.push({ removed, added, same });
    [from, to] = [endOfEarlier + 1, endOfLater + 1];
  };
  for (const [index, token] of earlier.entries()) {
    const place = places[index] ?? -1;
    if (place >= 0) step(index, place, token);
  }
  step(earlier.length, later.length, '');
  return piecesOf(readable(changes));
}

/** What was taken out, what came in its place, and what is the same behind it. */
interface Change {
  removed: string;
  added: string;
  same: string;
}

const weight = ({ removed, added }: Change): number => Math.max(removed.length, added.length);

/**
 * Words that are the same by chance, between two changes that are both larger, only make it hard to read: there all of it is another
 * text (the semantic clean-up of Neil Fraser's diff-match-patch).
 */
function readable(changes: readonly Change[]): Change[] {
  const clean: Change[] = [];
  for (const change of changes) {
    let next = change;
    for (let last = clean.at(-1); last; last = clean.at(-1)) {
      const isByChance = last.same.length <= Math.min(weight(last), weight(next));
      if (!isByChance) break;
      clean.pop();
      next = {
        removed: last.removed + last.same + next.removed,
        added: last.added + last.same + next.added,
        same: next.same,
      };
    }
    clean.push(next);
  }
  return clean;
}

const piecesOf = (changes: readonly Change[]): Piece[] =>
  changes.flatMap(({ removed, added, same }): Piece[] =>
    [
      { is: 'removed' as const, text: removed },
      { is: 'added' as const, text: added },
      { is: 'same' as const, text: same },
    ].filter(({ text }) => text !== ''),
  );
