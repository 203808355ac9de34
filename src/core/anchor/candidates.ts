import approximate from 'approx-string-match';
import { likeness } from './bit-distance';
import { type Context, type Fit, fitAt, fullFit, plainFit } from './context';
import { alignCharacters } from './edit-distance';
import { GRAM, type GramIndex } from './gram-index';

/** A stretch of folded text that may be the passage. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  /** 1: the very words. */
  readonly likeness: number;
  readonly fit: Fit;
}

/** Places where the context before a passage is followed by the context behind it. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

const MAX_HITS = 400;
/** A context is looked up by the characters next to the passage. */
const EDGE = 14;
const MIN_EDGE = 6;
/** A passage that is less alike was written anew. */
const ALIKE = 0.68;
/** What replaced the words at a passage's end belongs to it if it is not much longer than they were. */
const MOST_REPLACED = 1.5;
const ROOM = 12;
const MAX_LOOSE = 40;
const MAX_SEEDS = 80;
const MAX_SEED_HITS = 24;
const MAX_REGIONS = 6;
const BUCKET = 32;
/** Fewer characters than these agree by chance. */
const FIRM = 3;
const MAX_APPROXIMATE = 2000;

/** Places with the very words of the quote, and those that fit so well that no other can matter. */
function exactPlaces(index: GramIndex, quote: string, context: Context): number[] {
  const all = index.places(quote, MAX_HITS);
  if (all) return all;
  // A word as frequent as this is only found in its company.
  const before = context.before.slice(-GRAM);
  const after = context.after.slice(0, GRAM);
  const places = new Set<number>();
  for (const at of index.places(before + quote, MAX_HITS) ?? []) places.add(at + before.length);
  for (const at of index.places(quote + after, MAX_HITS) ?? []) places.add(at);
  // Where not even that tells it from others, a few of them show that there are many.
  if (places.size === 0) return index.first(quote, MAX_LOOSE);
  return [...places].sort((x, y) => x - y);
}

/** Where the words before the passage end: near the text's start these are few, and stand nowhere else. */
function endsBefore(text: string, index: GramIndex, { before, first }: Context): number[] {
  const near = before.slice(-EDGE);
  if (near.length < MIN_EDGE) return first && text.startsWith(before) ? [before.length] : [];
  const hits = index.places(near, MAX_HITS);
  if (hits) return hits.map((at) => at + near.length);
  return (index.places(before, MAX_HITS) ?? []).map((at) => at + before.length);
}

/** Where the words behind the passage begin. */
function startsBehind(text: string, index: GramIndex, { after, last }: Context): readonly number[] {
  const near = after.slice(0, EDGE);
  if (near.length < MIN_EDGE) return last && text.endsWith(after) ? [text.length - after.length] : [];
  return index.places(near, MAX_HITS) ?? index.places(after, MAX_HITS) ?? [];
}

/** Stretches between the old neighbours, nearest neighbours first. */
export function gaps(text: string, index: GramIndex, quote: string, context: Context): Gap[] {
  const ends = endsBefore(text, index, context);
  const starts = ends.length > 0 ? startsBehind(text, index, context) : [];
  const widest = 2 * quote.length + 80;
  const found: Gap[] = [];
  let nth = 0;
  for (const from of ends) {
    while (nth < starts.length && (starts[nth] ?? 0) < from) nth += 1;
    const to = starts[nth];
    if (to !== undefined && to - from <= widest) found.push({ from, to });
  }
  return found;
}

/**
 * Everything in the text that may be the passage.
 * @param between what `gaps` found
 */
export function candidates(
  text: string,
  index: GramIndex,
  quote: string,
  context: Context,
  between: readonly Gap[],
): Candidate[] {
  const places = exactPlaces(index, quote, context).map((from): Candidate => {
    const to = from + quote.length;
    return { from, to, likeness: 1, fit: plainFit(text, from, to, context) };
  });
  const full = fullFit(context);
  const whole = places.some(({ fit: { before, after } }) => before >= full.before && after >= full.after);
  const found = whole
    ? places
    : likeliest(places).map((place) => ({ ...place, fit: fitAt(text, place.from, place.to, context) }));
  const near = (from: number, to: number): void => {
    if (to <= from || found.some((other) => other.from < to && from < other.to)) return;
    const alike = likeness(quote, text.slice(from, to));
    if (alike >= ALIKE)
      found.push({
        ...trimmed(text, { from, to }, quote),
        likeness: alike,
        fit: fitAt(text, from, to, context),
      });
  };
  for (const { from, to } of between) near(from, to);
  // Beside a place that lacks nothing only an edited passage with the same neighbours could matter.
  if (whole) return found;
  for (const region of likeRegions(text, index, quote)) {
    const { from, to } = betweenNeighbours(text, region, quote, context);
    near(from, to);
  }
  return found;
}

/** Leaves out what was inserted beside the passage: a stretch at its end that is much longer than what it replaced. */
function trimmed(text: string, { from, to }: Gap, quote: string): Gap {
  if (to - from <= quote.length) return { from, to };
  const firm =
    alignCharacters(quote, text.slice(from, to))?.runs.filter(({ length }) => length >= FIRM) ?? [];
  const first = firm[0];
  const last = firm[firm.length - 1];
  if (!first || !last) return { from, to };
  const end = last.b + last.length;
  const behind = quote.length - last.a - last.length;
  return {
    from: first.b > MOST_REPLACED * first.a + ROOM ? from + first.b : from,
    to: to - from - end > MOST_REPLACED * behind + ROOM ? from + end : to,
  };
}

/** Of many places those with most context; a loose comparison with all would take too long. */
const likeliest = (places: readonly Candidate[]): Candidate[] =>
  places.length <= MAX_LOOSE
    ? [...places]
    : [...places]
        .sort((x, y) => y.fit.before + y.fit.after - x.fit.before - x.fit.after || x.from - y.from)
        .slice(0, MAX_LOOSE);

/**
 * Moves the ends of a stretch to the old neighbours where these stand near, else to the first and last characters that agree:
 * the least edits leave the ends open.
 */
function betweenNeighbours(text: string, { from, to }: Gap, quote: string, context: Context): Gap {
  const reach = Math.max(GRAM, quote.length >> 2);
  const left = Math.max(0, from - reach);
  const before = context.before.slice(-GRAM);
  const after = context.after.slice(0, GRAM);
  const end = before.length === GRAM ? text.slice(left, from + reach).lastIndexOf(before) : -1;
  const right = Math.max(from, to - reach);
  const start = after.length === GRAM ? text.slice(right, to + reach).indexOf(after) : -1;
  const atStart = context.first && before === '' && from < reach;
  const atEnd = context.last && after === '' && text.length - to < reach;
  const equal = end < 0 || start < 0 ? alignCharacters(quote, text.slice(from, to))?.runs : undefined;
  const firm = equal?.filter(({ length }) => length >= FIRM) ?? [];
  const first = from + (firm[0]?.b ?? 0);
  const final = firm[firm.length - 1];
  const last = final ? from + final.b + final.length : to;
  return {
    from: end >= 0 ? left + end + GRAM : atStart ? 0 : first,
    to: start >= 0 ? right + start : atEnd ? text.length : last,
  };
}

/** Stretches that share many pieces with the quote, cut to where they are most alike. */
function likeRegions(text: string, index: GramIndex, quote: string): Gap[] {
  if (quote.length < 2 * GRAM) return [];
  const votes = new Map<number, number>();
  const step = Math.max(2, Math.ceil(quote.length / MAX_SEEDS));
  for (let offset = 0; offset + GRAM <= quote.length; offset += step)
    for (const at of index.places(quote.slice(offset, offset + GRAM), MAX_SEED_HITS) ?? []) {
      const bucket = Math.floor((at - offset) / BUCKET);
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
    }
  const regions = [...votes].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, MAX_REGIONS);
  return regions.flatMap(([bucket]) => {
    const slack = Math.ceil(quote.length / 4) + BUCKET;
    const from = Math.max(0, bucket * BUCKET - slack);
    const region = text.slice(from, bucket * BUCKET + quote.length + BUCKET + slack);
    if (quote.length > MAX_APPROXIMATE)
      return [{ from: Math.max(0, bucket * BUCKET), to: bucket * BUCKET + quote.length }];
    const best = approximate(region, quote, Math.floor(quote.length * (1 - ALIKE))).sort(
      (x, y) => x.errors - y.errors,
    )[0];
    return best ? [{ from: from + best.start, to: from + best.end }] : [];
  });
}
