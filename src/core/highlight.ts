/** A passage of the plain text, in UTF-16 code units, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a leaf that lies in the same passages from end to end. */
export interface Run<S extends Span> {
  readonly text: string;
  readonly start: number;
  /** The passages it lies in, in the order they were given. */
  readonly spans: readonly S[];
}

/**
 * Cuts a leaf of the document at the ends of the passages that touch it.
 * @param leaf its words and its offset in the plain text
 * @param spans passages that may overlap and nest
 * @returns runs that together are the leaf's words, none of them empty
 */
export function runsOf<S extends Span>(leaf: { text: string; start: number }, spans: readonly S[]): Run<S>[] {
  const end = leaf.start + leaf.text.length;
  const touching = spans.filter((span) => span.start < end && span.end > leaf.start);
  if (touching.length === 0) return leaf.text === '' ? [] : [{ ...leaf, spans: [] }];
  const cuts = new Set([leaf.start, end]);
  for (const span of touching) {
    cuts.add(Math.max(span.start, leaf.start));
    cuts.add(Math.min(span.end, end));
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((start, index) => {
    const stop = ordered[index + 1] ?? end;
    return {
      start,
      text: leaf.text.slice(start - leaf.start, stop - leaf.start),
      spans: touching.filter((span) => span.start <= start && span.end >= stop),
    };
  });
}

/** The passage without the white space at its ends, which may lie between two blocks. */
export function withoutOuterSpace(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

/**
 * Gives each passage the highest line below its words that no passage overlapping it has.
 * @param spans passages in the order of their starts
 * @returns for each how many lines stand above its own; more than three are not told apart
 */
export function lanesOf(spans: readonly Span[]): number[] {
  const ends: number[] = [];
  return spans.map(({ start, end }) => {
    const free = ends.findIndex((busyUntil) => busyUntil <= start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = end;
    return Math.min(lane, 3);
  });
}
