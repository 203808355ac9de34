import { resolve } from './anchor';
import type { Place } from './anchor/anchored';
import type { Annotation } from './schema';

/** A place that may be the passage of an annotation, with the words around it. */
export interface Candidate extends Place {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Words of its paragraph on either side that tell one place from another, in UTF-16 code units. */
const AROUND = 40;

/**
 * The places that fit an annotation equally well, in the order of the text.
 * @param text plain text of its note
 * @returns empty where the passage is known or nothing fits
 */
export function candidatesOf(text: string, { state, target }: Annotation): Candidate[] {
  if (state !== 'ambiguous') return [];
  const found = resolve(text, target);
  if (found.state === 'orphan') return [];
  const places = found.state === 'ambiguous' ? found.candidates : [found];
  return [...places]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({
      start,
      end,
      before: wordsBefore(text, start),
      words: text.slice(start, end),
      after: wordsAfter(text, end),
    }));
}

/** What its paragraph says before a place; a sign shows where there is more. */
function wordsBefore(text: string, at: number): string {
  const paragraph = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  if (paragraph.length <= AROUND) return paragraph;
  return `…${paragraph.slice(-AROUND).replace(/^\S*\s/, '')}`.toWellFormed();
}

function wordsAfter(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  const paragraph = text.slice(at, end < 0 ? text.length : end);
  if (paragraph.length <= AROUND) return paragraph;
  return `${paragraph.slice(0, AROUND).replace(/\s\S*$/, '')}…`.toWellFormed();
}
