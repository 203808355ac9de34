/** How narrow the place is that a text has to fit: a page, a card or half a page, a cell of a table, a block of code. */
export type Strictness = 'wide' | 'narrow' | 'cell' | 'code';

/** The longest words that are left alone, in characters; those of letters alone are hyphenated where the language is known. */
const LONGEST: Readonly<Record<Strictness, { mixed: number; letters: number }>> = {
  wide: { mixed: 40, letters: 48 },
  narrow: { mixed: 22, letters: 28 },
  cell: { mixed: 12, letters: 20 },
  code: { mixed: 60, letters: 60 },
};
const ZERO_WIDTH_SPACE = '\u200b';
const LETTERS = /^\p{L}+$/u;
/** Where an address or a number breaks well: after a sign that joins its parts. */
const AFTER_SIGN = /([/?&=._\-+:;,@#%|\\~])(?=[^\s/])/gu;

/** What belongs to the number before it: `21 %`. */
const AFTER_NUMBER = /(\d) (?=[%‰°€₽])/g;

/** Keeps a number and its sign on one line, by a narrow space that does not break. */
export const withSignsKept = (text: string): string => text.replace(AFTER_NUMBER, '$1\u202f');

/**
 * Lets long words and addresses break, so that they never run off the page: at zero width spaces, which a layout makes into spaces
 * without width, since as characters they would be in what is copied.
 * @returns the text as it was, if all of its words are short
 */
export function breakable(text: string, strictness: Strictness): string {
  const { mixed, letters } = LONGEST[strictness];
  if (text.length <= mixed) return text;
  return text.replace(/\S+/g, (word) => {
    if (word.length <= mixed || (word.length <= letters && LETTERS.test(word))) return word;
    return word
      .replace(AFTER_SIGN, `$1${ZERO_WIDTH_SPACE}`)
      .split(ZERO_WIDTH_SPACE)
      .map((part) => (part.length > mixed / 2 ? inPieces(part, Math.ceil(mixed / 3)) : part))
      .join(ZERO_WIDTH_SPACE);
  });
}

/** Never parts a letter from the signs set on it. */
function inPieces(word: string, length: number): string {
  const piece = new RegExp(`(?:\\P{M}\\p{M}{0,8}){1,${length}}|\\p{M}+`, 'gu');
  return (word.match(piece) ?? [word]).join(ZERO_WIDTH_SPACE);
}
