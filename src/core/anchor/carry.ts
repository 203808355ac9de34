import { firstIndex } from '../first-index';
import type { Alignment } from './align';
import type { Place } from './anchored';
import { countWordUnits, isSpace } from './characters';
import { graphemeEnd, graphemeStart } from './graphemes';
import type { Run, Track } from './track';

/** A passage survives where at least this share of its letters and digits does. */
const SURVIVES = 0.5;
/** What replaced the words at a passage's end belongs to it if it is not much longer than they were. */
const MOST_REPLACED = 1.5;
const ROOM = 12;

/** Where a passage of the old text stands in the new one, and whether it left its place; undefined: it is gone. */
export function carry(
  before: string,
  after: string,
  alignment: Alignment,
  passage: Place,
): (Place & { readonly moved: boolean }) | undefined {
  const { stayed, moved } = alignment;
  const { start, end } = passage;
  const stays = surviving(before, stayed, passage);
  let most = 0;
  let block: Track | undefined;
  for (const track of moved) {
    if (track.bounds.a1 <= start || track.bounds.a0 >= end) continue;
    const share = surviving(before, track, passage);
    if (share > most) [most, block] = [share, track];
  }
  const whole = block && block.bounds.a0 <= start && end <= block.bounds.a1;
  // A block that moved was mostly lost in its place: what agrees there agrees by chance.
  const left = whole && most >= stays;
  const still = left ? undefined : untouched(after.length - before.length, before.length, alignment, passage);
  if (still) return { ...still, moved: false };
  const order = block ? (left ? [block, stayed] : [stayed, block]) : [stayed];
  for (const track of order) {
    const place = follow(before, after, track, passage);
    if (place) return { ...place, moved: track !== stayed };
  }
  return undefined;
}

/**
 * The place of a passage in what the texts begin or end with alike. A sentence that is equal as a whole says more than one that
 * only begins alike: when paragraphs change places, or one is deleted, the first words of two may agree. Not, though, where that
 * would put the passage into what the texts have alike at the other end: those words came from there.
 */
function untouched(
  shift: number,
  length: number,
  alignment: Alignment,
  { start, end }: Place,
): Place | undefined {
  const { head, tail, brokenHead, brokenTail, widestHead, widestTail, stayed } = alignment;
  const run = stayed.runs[firstBehind(stayed.runs, start)];
  const whole = run && run.a0 <= start && end <= run.a1 ? run : undefined;
  const equal = whole ? whole.a1 - whole.a0 : 0;
  const moved = whole ? whole.b0 - whole.a0 : 0;
  const fromTail = start + moved >= length + shift - tail;
  const fromHead = end + moved <= head;
  const inHead = { start, end };
  const inTail = { start: start + shift, end: end + shift };
  if (end <= head && ((equal <= brokenHead && taken(stayed, inHead, 0) <= brokenHead) || fromTail))
    return inHead;
  if (
    start >= length - tail &&
    ((equal <= brokenTail && taken(stayed, inTail, shift) <= brokenTail) || fromHead)
  )
    return inTail;
  // Of one change in a repetition it is open where it was made: it did not part what is whole elsewhere.
  const cut = (at: number): boolean => start < at && at < end;
  if (!cut(head) && !cut(length - tail)) return undefined;
  if (end <= widestHead) return inHead;
  return start >= length - widestTail ? inTail : undefined;
}

/** How long a stretch is that came from elsewhere, and has taken a place of the new text to which `shift` would lead. */
function taken({ runs }: Track, { start, end }: Place, shift: number): number {
  const run = runs[firstIndex(runs, ({ b1 }) => b1 > start)];
  return run && run.b0 <= start && end <= run.b1 && run.b0 - run.a0 !== shift ? run.b1 - run.b0 : 0;
}

function surviving(before: string, track: Track, { start, end }: Place): number {
  const all = countWordUnits(before, start, end);
  let kept = 0;
  let units = 0;
  for (let at = firstBehind(track.runs, start); at < track.runs.length; at += 1) {
    const run = track.runs[at];
    if (!run || run.a0 >= end) break;
    const from = Math.max(run.a0, start);
    const to = Math.min(run.a1, end);
    kept += countWordUnits(before, from, to);
    units += to - from;
  }
  // A passage of signs and spaces only is counted in characters.
  return all > 0 ? kept / all : units / Math.max(1, end - start);
}

function follow(before: string, after: string, track: Track, passage: Place): Place | undefined {
  const { start, end } = passage;
  const run = track.runs[firstBehind(track.runs, start)];
  if (run && run.a0 <= start && end <= run.a1 && run.a1 - run.a0 === run.b1 - run.b0)
    return { start: start + run.b0 - run.a0, end: end + run.b0 - run.a0 };
  if (start === end) return undefined;
  if (surviving(before, track, passage) < SURVIVES) return undefined;
  const words = withoutSpaces(before, passage);
  const first = firstBehind(track.runs, words.start);
  const last = lastBefore(track.runs, words.end);
  const from = startIn(before, after, track, first, words);
  const to = endIn(before, after, track, last, words);
  if (from >= to) return undefined;
  let wider = from;
  while (wider > from - (words.start - start) && isSpace(after.charCodeAt(wider - 1))) wider -= 1;
  let behind = to;
  while (behind < to + (end - words.end) && isSpace(after.charCodeAt(behind))) behind += 1;
  return {
    start: wider < from ? wider : graphemeStart(after, from),
    end: behind > to ? behind : graphemeEnd(after, to),
  };
}

/** A passage from its first word to its last: an indentation that stayed says nothing about the words behind it. */
function withoutSpaces(text: string, { start, end }: Place): Place {
  let from = start;
  while (from < end && isSpace(text.charCodeAt(from))) from += 1;
  if (from === end) return { start, end };
  let to = end;
  while (isSpace(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/** The first run that ends behind `at`. */
const firstBehind = (runs: readonly Run[], at: number): number => firstIndex(runs, ({ a1 }) => a1 > at);

/** The last run that begins before `at`. */
const lastBefore = (runs: readonly Run[], at: number): number => firstIndex(runs, ({ a0 }) => a0 >= at) - 1;

/** Where the passage begins: with its first survivor, or with what replaced the words before that one. */
function startIn(
  before: string,
  after: string,
  { bounds, runs }: Track,
  index: number,
  { start }: Place,
): number {
  const run = runs[index];
  if (!run) return bounds.b1;
  if (run.a0 <= start) return Math.min(run.b0 + start - run.a0, run.b1);
  const gapStart = runs[index - 1]?.a1 ?? bounds.a0;
  let from = runs[index - 1]?.b1 ?? bounds.b0;
  // Replaced words belong to the passage if all that they replace did, letters cut off at a word's middle included.
  if (!onlySpaces(before, gapStart, start) || onlySpaces(before, start, run.a0)) return run.b0;
  if (run.b0 - from > MOST_REPLACED * (run.a0 - start) + ROOM) return run.b0;
  while (from < run.b0 && isSpace(after.charCodeAt(from))) from += 1;
  return from;
}

function endIn(
  before: string,
  after: string,
  { bounds, runs }: Track,
  index: number,
  { end }: Place,
): number {
  const run = runs[index];
  if (!run) return bounds.b0;
  if (run.a1 >= end) return Math.max(run.b1 - (run.a1 - end), run.b0);
  const gapEnd = runs[index + 1]?.a0 ?? bounds.a1;
  let to = runs[index + 1]?.b0 ?? bounds.b1;
  if (!onlySpaces(before, end, gapEnd) || onlySpaces(before, run.a1, end)) return run.b1;
  if (to - run.b1 > MOST_REPLACED * (end - run.a1) + ROOM) return run.b1;
  while (to > run.b1 && isSpace(after.charCodeAt(to - 1))) to -= 1;
  return to;
}

function onlySpaces(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
