import { readDateline } from './datelines';

/** Longest title made from a text, and longest line that is taken for a headline; in UTF-16 code units. */
const LONGEST = 90;
const LONGEST_HEADLINE = 140;

/**
 * A title of what has none, and what is left of the text.
 * @param paragraphs plain text
 * @returns a headline that stands above the text (and is then no longer part of it), else the first sentence, cut at a word
 */
export function titleOf(paragraphs: readonly string[]): { title: string; rest: readonly string[] } {
  const [first = '', second] = paragraphs;
  if (second !== undefined && isHeadline(first, second)) return { title: first, rest: paragraphs.slice(1) };
  return { title: firstSentence(first), rest: paragraphs };
}

/** The first sentence after the dateline, without its full stop, cut at a word to at most 90 characters. */
export function firstSentence(paragraph: string): string {
  const words = paragraph.slice(readDateline(paragraph)?.printed.length ?? 0).trim();
  const end = /(?<=[^\s.]{2}|\d)[.!?…]+["”»’)]*(?=\s+["“„«‘(]?[\p{Lu}\p{N}]|\s*$)|。/u.exec(words);
  const sentence = (end ? words.slice(0, end.index + (/^[!?]/.test(end[0]) ? 1 : 0)) : words).replace(
    /\s+/g,
    ' ',
  );
  if (sentence.length <= LONGEST) return sentence;
  const cut = sentence.slice(0, LONGEST - 1).toWellFormed();
  const atWord = cut.lastIndexOf(' ') > LONGEST / 2 ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
  return `${atWord.replace(/[\s,;:–—-]+$/u, '')}…`;
}

function isHeadline(line: string, next: string): boolean {
  if (line.length > LONGEST_HEADLINE || !/\p{L}/u.test(line) || /[.;:,…]["”»’)]*$/u.test(line)) return false;
  if (/^[-*•–—·]\s/u.test(line) || readDateline(line)) return false;
  return readDateline(next) !== null || (next.length > line.length && /[.!?…。]["”»’)]*$/u.test(next));
}
