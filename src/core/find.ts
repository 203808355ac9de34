import type { Span } from './highlight';
import { fold, withoutSigns } from './search';

/** A text as words are found in it, and where its characters stand in the text itself. */
export interface SearchableText {
  readonly folded: string;
  /**
   * Where the two go on at other places than before: after a stretch that became longer or shorter, and before it. Else a character
   * of the one is a character of the other.
   */
  readonly joints: readonly Joint[];
}

interface Joint {
  /** Offsets in UTF-16 code units. */
  readonly folded: number;
  readonly text: number;
  /** Here begins a stretch that is found as a whole. */
  readonly isWhole: boolean;
}

/** What becomes longer or shorter: some letters and ligatures, soft hyphens, white space in a row … */
const UNEVEN = /\s[\s\u00ad]+|[ßẞæÆœŒİ\u00ad]/g;
/** … and letters with marks. To look for those takes ten times as long; most texts have none. */
const MARK = /\p{M}/u;
const UNEVEN_OR_MARKED = /\P{M}?\p{M}+|\s[\s\u00ad]+|[ßẞæÆœŒİ\u00ad]/gu;
const SPACE = /^\s[\s\u00ad]*$/;
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Readies a text for finding: without regard to diacritics, kinds of quotation mark, dash and white space.
 * @param matchCase capitals count
 */
export function searchableText(text: string, matchCase = false): SearchableText {
  const plain = matchCase ? withoutSigns : fold;
  const joints: Joint[] = [];
  const pieces: string[] = [];
  let length = 0;
  const add = (piece: string, at: number, size: number): void => {
    if (piece.length !== size) {
      joints.push(
        { folded: length, text: at, isWhole: true },
        { folded: length + piece.length, text: at + size, isWhole: false },
      );
    }
    pieces.push(piece);
    length += piece.length;
  };
  const addEven = (from: number, to: number): void => {
    if (from === to) return;
    const stretch = text.slice(from, to);
    const folded = plain(stretch);
    if (folded.length === stretch.length) {
      add(folded, from, stretch.length);
      return;
    }
    // Some scripts have letters that Unicode writes in two ways, none of them a mark.
    for (const { segment, index } of characters.segment(stretch))
      add(plain(segment), from + index, segment.length);
  };
  let done = 0;
  for (const { 0: uneven, index } of text.matchAll(MARK.test(text) ? UNEVEN_OR_MARKED : UNEVEN)) {
    addEven(done, index);
    done = index + uneven.length;
    add(SPACE.test(uneven) ? ' ' : plain(uneven), index, uneven.length);
  }
  addEven(done, text.length);
  return { folded: pieces.join('').replace(/\s/g, ' '), joints };
}

/**
 * Every place that reads like the query, from first to last, none over another.
 * @param query looked for in the same way; white space at its ends does not count
 * @param matchCase the text was readied with it
 * @returns passages of the text, in UTF-16 code units
 */
export function findIn({ folded, joints }: SearchableText, query: string, matchCase = false): Span[] {
  const wanted = searchableText(query, matchCase).folded.trim();
  const found: Span[] = [];
  if (wanted === '') return found;
  let joint = 0;
  let last = 0;
  /** The joint before a place; places are asked for from first to last. */
  const before = (at: number): Joint | undefined => {
    while ((joints[joint]?.folded ?? Number.POSITIVE_INFINITY) <= at) joint += 1;
    return joints[joint - 1];
  };
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
    const start = startOf(before(at), at);
    const final = at + wanted.length - 1;
    const end = endOf(before(final), joints[joint], final);
    // Of a letter that is found as two, each would be the whole.
    if (start < last) continue;
    found.push({ start, end });
    last = end;
  }
  return found;
}

function startOf(joint: Joint | undefined, at: number): number {
  if (!joint) return at;
  return joint.isWhole ? joint.text : joint.text + at - joint.folded;
}

/** Where the character ends that stands at `at`. */
function endOf(joint: Joint | undefined, next: Joint | undefined, at: number): number {
  if (!joint) return at + 1;
  return joint.isWhole && next ? next.text : joint.text + at - joint.folded + 1;
}
