import type { Target } from '../schema';
import { commonPrefix, commonSuffix } from './edit-distance';
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
const EDIT_COST = 2.5;
const SLACK = 8;
/** No more of a context is compared loosely. */
const CONTEXT = 40;

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
export function fitAt(text: string, from: number, to: number, context: Context): Fit {
  const cheap = plainFit(text, from, to, context);
  const full = fullFit(context);
  const looser = (wanted: string, beside: string): number =>
    Math.max(withEdits(wanted, beside), pushed(wanted, beside));
  return {
    before:
      cheap.before >= context.before.length || cheap.before >= full.before
        ? cheap.before
        : Math.max(
            cheap.before,
            looser(reversed(context.before), reversed(text.slice(Math.max(0, from - PUSHED), from))),
          ),
    after:
      cheap.after >= context.after.length || cheap.after >= full.after
        ? cheap.after
        : Math.max(cheap.after, looser(context.after, text.slice(to, to + PUSHED))),
  };
}

/** The same, counting only what is equal from the passage outwards. */
export function plainFit(text: string, from: number, to: number, context: Context): Fit {
  const { before, after } = context;
  const left = commonSuffix(before, 0, before.length, text, 0, from);
  const right = commonPrefix(after, 0, after.length, text, to, text.length);
  return {
    before: left + (context.first && left === before.length && from === left ? END_OF_TEXT : 0),
    after: right + (context.last && right === after.length && to + right === text.length ? END_OF_TEXT : 0),
  };
}

const row = new Float64Array(CONTEXT + SLACK + 1);

/**
 * The best beginning of a context that stands beside a place, read outwards: its characters less the cost of its edits. An
 * alignment of the two strings with a free end (Sellers 1980).
 */
function withEdits(context: string, beside: string): number {
  const length = Math.min(CONTEXT, context.length);
  const columns = Math.min(beside.length, length + SLACK, row.length - 1);
  for (let column = 0; column <= columns; column += 1) row[column] = column;
  let best = 0;
  for (let at = 1; at <= length; at += 1) {
    const code = context.charCodeAt(at - 1);
    let diagonal = row[0] ?? 0;
    row[0] = at;
    let least = at;
    for (let column = 1; column <= columns; column += 1) {
      const above = row[column] ?? 0;
      const replaced = diagonal + (code === beside.charCodeAt(column - 1) ? 0 : 1);
      const cost = Math.min(replaced, above + 1, (row[column - 1] ?? 0) + 1);
      diagonal = above;
      row[column] = cost;
      if (cost < least) least = cost;
    }
    best = Math.max(best, at - EDIT_COST * least);
  }
  return Math.floor(best);
}

function pushed(context: string, beside: string): number {
  const near = context.slice(0, 2 * MIN_PUSHED);
  return near.length >= MIN_PUSHED && beside.includes(near) ? PUSHED_WORTH : 0;
}

const reversed = (text: string): string => text.split('').reverse().join('');
