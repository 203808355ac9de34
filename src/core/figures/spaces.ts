/** The spaces that may stand within a figure: all that stay in the line. A source of regular expressions. */
export const SPACE = '[ \\u00a0\\u2002-\\u200a\\u202f]';
export const DASH = '[-\\u2010-\\u2015\\u2212]';
/**
 * Letters and their marks in Latin, Greek and Cyrillic, which the words of figures are written in; inside of a class. All letters there
 * are would say the same of them, and an expression takes many times as long to be made ready.
 */
export const LETTERS =
  'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0300-\\u052f';
/** Nothing that would belong to the same word follows. */
export const WORD_END = `(?![0-9${LETTERS}])`;

const SPACES = new RegExp(`${SPACE}*`, 'uy');
const WORD = /[\p{L}\p{M}]+/uy;

/** Matches a sticky expression at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Where the spaces that begin at a place end. */
export const afterSpaces = (text: string, at: number): number =>
  at + (matchAt(SPACES, text, at)?.[0].length ?? 0);

/** The word that begins at a place, in small letters; empty: none does. */
export const wordAt = (text: string, at: number): string => matchAt(WORD, text, at)?.[0].toLowerCase() ?? '';

/** A full stop after a short form belongs to it unless the sentence ends there: another one begins, or nothing follows. */
export const withoutLastStop = (text: string, end: number): number =>
  text[end - 1] === '.' && !/^[^\S\n]*[\p{Ll}\p{Sc}\d%‰°,;:)–—-]/u.test(text.slice(end, end + 3))
    ? end - 1
    : end;
