/** Longest run looked back over for a place where a grapheme surely begins. */
const REACH = 256;
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The nearest place at or before `at` (UTF-16 code units) that is not inside a user-perceived character. */
export function graphemeStart(text: string, at: number): number {
  return around(text, at)[0];
}

/** The nearest place at or after `at` (UTF-16 code units) that is not inside a user-perceived character. */
export function graphemeEnd(text: string, at: number): number {
  return around(text, at)[1];
}

/**
 * The boundaries of extended grapheme clusters (Unicode Standard Annex 29) on both sides of `at`; twice `at` where it is one.
 * Looks at the neighbourhood only, for a segmenter over a whole note costs more than the search it serves.
 */
function around(text: string, at: number): readonly [number, number] {
  if (at <= 0) return [0, 0];
  if (at >= text.length) return [text.length, text.length];
  if (parts(text.charCodeAt(at - 1), text.charCodeAt(at))) return [at, at];
  let from = at - 1;
  while (from > 0 && at - from < REACH && !parts(text.charCodeAt(from - 1), text.charCodeAt(from))) from -= 1;
  for (const { index, segment } of segmenter.segment(text.slice(from, at + REACH))) {
    const start = from + index;
    const end = start + segment.length;
    if (end === at || start === at) return [at, at];
    if (end > at) return [start, end];
  }
  return [at, at];
}

/** Whether two neighbouring code units are parted for certain; false: only the segmenter can tell. */
function parts(left: number, right: number): boolean {
  return simple(left) && simple(right) && !(left === 13 && right === 10);
}

/** Latin, Cyrillic letters, general punctuation: characters that never combine with a neighbour of their own sort. */
function simple(unit: number): boolean {
  return (
    unit < 0x300 ||
    (unit >= 0x400 && unit <= 0x482) ||
    (unit >= 0x48a && unit <= 0x52f) ||
    (unit >= 0x2010 && unit <= 0x205e)
  );
}
