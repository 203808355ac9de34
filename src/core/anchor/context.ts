import type { Target } from '../schema';
import { alignCharacters } from './edit-distance';
import { fold } from './fold';

/** What a target says about the surroundings of its passage, folded (`fold.ts`). */
export interface Context {
  readonly before: string;
  readonly after: string;
  /** The passage's context reached the text's start or end. */
  readonly first: boolean;
  readonly last: boolean;
}

/** How much of a context stands beside a place, in characters. */
export interface Fit {
  readonly before: number;
  readonly after: number;
}

/** An end of the text is worth as much as these characters of context. */
const END_OF_TEXT = 8;
/** A context shorter than this ended at the text's end; whole ones have 32 characters, less what a grapheme needs. */
const SHORT = 16;
/** Context that was pushed away by an insertion is looked for this far, and counts this little. */
const PUSHED = 600;
const PUSHED_WORTH = 8;
const MIN_PUSHED = 12;
/** Each edit in a context costs this many characters. */
const EDIT_COST = 2;
const SLACK = 8;

/** Reads the context of a target. */
export function contextOf([position, quote]: Target): Context {
  const first =
    quote.prefix.length === position.start && quote.exact.length === position.end - position.start;
  return {
    before: fold(quote.prefix).text,
    after: fold(quote.suffix).text,
    first,
    last: quote.suffix.length < SHORT && (first || quote.prefix.length > SHORT),
  };
}

/** The most a place can fit. */
export function fullFit({ before, after, first, last }: Context): Fit {
  return {
    before: before.length + (first ? END_OF_TEXT : 0),
    after: after.length + (last ? END_OF_TEXT : 0),
  };
}

/** How well the surroundings of a stretch of folded text fit a context. */
export function fit(text: string, from: number, to: number, context: Context): Fit {
  return {
    before: fitOf(
      reversed(context.before),
      reversed(text.slice(Math.max(0, from - PUSHED), from)),
      context.first,
      from,
    ),
    after: fitOf(context.after, text.slice(to, to + PUSHED), context.last, text.length - to),
  };
}

/** A context and what stands at its place, both read outwards from the passage. */
function fitOf(context: string, beside: string, atEnd: boolean, room: number): number {
  let equal = 0;
  while (equal < context.length && context[equal] === beside[equal]) equal += 1;
  if (equal === context.length) return equal + (atEnd && room === equal ? END_OF_TEXT : 0);
  return Math.max(equal, withEdits(context, beside), pushed(context, beside));
}

function withEdits(context: string, beside: string): number {
  const near = beside.slice(0, context.length + SLACK);
  // What follows the context in the text is no edit of it: the best end is tried by leaving some of it out.
  let best = 0;
  for (const length of [context.length - SLACK, context.length, near.length]) {
    const aligned = alignCharacters(context, near.slice(0, Math.max(0, length)));
    if (!aligned) continue;
    const same = aligned.runs.reduce((sum, run) => sum + run.length, 0);
    const longer = Math.max(context.length, Math.min(length, near.length));
    const edits = Math.round((1 - aligned.share) * longer);
    best = Math.max(best, same - EDIT_COST * edits);
  }
  return best;
}

function pushed(context: string, beside: string): number {
  const near = context.slice(0, 2 * MIN_PUSHED);
  return near.length >= MIN_PUSHED && beside.includes(near) ? PUSHED_WORTH : 0;
}

const reversed = (text: string): string => text.split('').reverse().join('');
