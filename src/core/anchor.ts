import { align } from './anchor/align';
import type { Anchored, OrphanReason, Place } from './anchor/anchored';
import { carry } from './anchor/carry';
import { graphemeEnd, graphemeStart } from './anchor/graphemes';
import { placeAround } from './anchor/known-edits';
import { search } from './anchor/search';
import type { Run } from './anchor/track';
import type { Target } from './schema';

export type { Anchored, OrphanReason, Place };
/** A stretch of one text and the one that stands in its place in the next; offsets in UTF-16 code units, half-open. */
export type Edit = Run;

/** Characters of context on either side of a quote. */
const CONTEXT = 32;

/**
 * Describes a passage by W3C selectors (Web Annotation Data Model, 4.2.4 and 4.2.5). Ends inside a user-perceived
 * character are moved outwards, and contexts are cut between such characters.
 * @param start in UTF-16 code units; places outside of the text are taken to its ends
 * @param end half-open
 */
export function describe(text: string, start: number, end: number): Target {
  const within = (at: number): number => Math.min(text.length, Math.max(0, Math.trunc(at) || 0));
  const first = within(Math.min(start, end));
  const last = within(Math.max(start, end));
  const from = graphemeStart(text, first);
  const to = last > first ? graphemeEnd(text, last) : from;
  return [
    { type: 'TextPositionSelector', start: from, end: to },
    {
      type: 'TextQuoteSelector',
      exact: text.slice(from, to),
      prefix: text.slice(graphemeEnd(text, Math.max(0, from - CONTEXT)), from),
      suffix: text.slice(to, graphemeStart(text, Math.min(text.length, to + CONTEXT))),
    },
  ];
}

/**
 * Finds a passage by its selectors alone. Every place that fits the quote exactly or nearly is weighed with its context; one
 * is taken only with a margin over all others (`search.ts` says how).
 */
export function resolve(text: string, target: Target): Anchored {
  return search(text, target);
}

/**
 * Carries passages from one text to the next, knowing both: words that stayed keep them, words that moved take them along
 * (only into text that is new), and what is in neither is an orphan. A target that does not fit `before` is searched for
 * instead: an orphan finds back when its words return.
 * @param targets described on `before`; the result has the same order and length
 * @param edits what was replaced, where that is known (an editor knows): in their order, both texts equal around them. Of equal
 *   passages it then is certain which one is meant.
 */
export function reanchor(
  before: string,
  after: string,
  targets: readonly Target[],
  edits?: readonly Edit[],
): Anchored[] {
  const places = targets.map((target) => placeIn(before, target) ?? located(search(before, target)));
  const alignment = before === after ? undefined : align(before, after, edits);
  return targets.map((target, index): Anchored => {
    const place = places[index];
    if (!place) return search(after, target);
    if (!alignment)
      return {
        state: before.slice(place.start, place.end) === target[1].exact ? 'exact' : 'changed',
        ...place,
      };
    const stayed = edits && placeAround(edits, place);
    const now = stayed ? { ...widened(after, stayed), moved: false } : carry(before, after, alignment, place);
    if (!now) return { state: 'orphan', reason: 'deleted' };
    const { moved, start, end } = now;
    const same = after.slice(start, end) === target[1].exact;
    return { state: same ? (moved ? 'moved' : 'exact') : 'changed', start, end };
  });
}

/** A mark that was put behind a letter is part of it now. */
const widened = (text: string, { start, end }: Place): Place => ({
  start: graphemeStart(text, start),
  end: graphemeEnd(text, end),
});

/** Where a target stands in the text that it was described on; undefined: it was not. */
function placeIn(text: string, [{ start, end }, { exact }]: Target): Place | undefined {
  if (end - start === exact.length && text.startsWith(exact, start)) return { start, end };
  return undefined;
}

function located(anchored: Anchored): Place | undefined {
  return 'start' in anchored ? { start: anchored.start, end: anchored.end } : undefined;
}
