import { compareWords, type Piece } from './versions/compare-text';

/** A passage as it was and as it is, each with what only it has. */
export interface ChangedWords {
  readonly before: readonly Piece[];
  readonly now: readonly Piece[];
}

/** Less than so much is not worth leaving out, in UTF-16 code units. */
const LEAST = 24;
const ELLIPSIS = '…';

/**
 * What became of the words of a passage. Long stretches that stayed the same are shortened, between words.
 * @param before the words as they were annotated
 * @param now as they are
 */
export function changedWords(before: string, now: string): ChangedWords {
  const pieces = compareWords(before, now);
  const shown = pieces.map((piece, index) =>
    piece.is === 'same'
      ? { ...piece, text: shortened(piece.text, index > 0, index < pieces.length - 1) }
      : piece,
  );
  return {
    before: shown.filter(({ is }) => is !== 'added'),
    now: shown.filter(({ is }) => is !== 'removed'),
  };
}

/** @param follows there is a change before it, @param precedes and one after it */
function shortened(text: string, follows: boolean, precedes: boolean): string {
  const head = follows ? upToWord(text) : '';
  const tail = precedes ? fromWord(text) : '';
  const isWhole = (follows && head === '') || (precedes && tail === '');
  if (isWhole || head.length + tail.length >= text.length - LEAST) return text;
  return `${head}${head && ' '}${ELLIPSIS}${tail && ' '}${tail}`;
}

/** The beginning of a text, to the end of a word. */
const upToWord = (text: string): string => /^[\s\S]{1,24}(?=\s)/.exec(text)?.[0].trimEnd() ?? '';
/** The end of a text, from the beginning of a word. */
const fromWord = (text: string): string => /(?<=\s)[\s\S]{1,24}$/.exec(text)?.[0].trimStart() ?? '';
