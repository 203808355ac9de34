import type { Span } from './highlight';

/** One end of a passage. */
export type End = 'start' | 'end';
/** How far an end is moved: by one character as a person sees it, or to the next end of a word. */
export type Step = 'character' | 'word';

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });
/** More than the longest word, in UTF-16 code units: no more of the text has to be looked at. */
const REACH = 400;

/**
 * Moves one end of a passage, never over the other one: the passage keeps at least one character.
 * @param text plain text
 * @param direction 1: towards the end of the text
 * @returns the passage as it then is; the same where there is nowhere to go
 */
export function moveEnd(text: string, span: Span, end: End, direction: 1 | -1, step: Step): Span {
  const from = span[end];
  const to = direction === 1 ? after(text, from, step) : before(text, from, step);
  const moved = { ...span, [end]: to };
  return moved.start < moved.end ? moved : span;
}

function after(text: string, from: number, step: Step): number {
  const part = text.slice(from, from + REACH);
  if (step === 'character') return from + (first(characters.segment(part))?.segment.length ?? 0);
  for (const { segment, index, isWordLike } of words.segment(part)) {
    if (isWordLike) return from + index + segment.length;
  }
  return from + part.length;
}

function before(text: string, from: number, step: Step): number {
  const begin = Math.max(0, from - REACH);
  const segments = [...(step === 'character' ? characters : words).segment(text.slice(begin, from))];
  const last = segments.findLast(({ isWordLike }) => step === 'character' || isWordLike === true);
  return last ? begin + last.index : begin;
}

const first = (segments: Intl.Segments): Intl.SegmentData | undefined => {
  for (const segment of segments) return segment;
  return undefined;
};

/**
 * Puts one end of a passage where the pointer is, never over the other one.
 * @param at place in the plain text
 */
export function putEnd(span: Span, end: End, at: number): Span {
  const moved = { ...span, [end]: at };
  return moved.start < moved.end ? moved : span;
}
