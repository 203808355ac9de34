/** The spaces that may stand within a figure: all that stay in the line. A source of regular expressions. */
export const SPACE = '[ \\u00a0\\u2002-\\u200a\\u202f]';
export const DASH = '[-\\u2010-\\u2015\\u2212]';
/** Nothing that would belong to the same word follows. */
export const WORD_END = '(?![\\p{L}\\p{M}\\p{N}])';

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
