import type { SetColumn } from '../../core/table-columns';

/** How a table is fitted into a width. */
export interface FittedColumns {
  /** In twentieths of a point. */
  readonly widths: readonly number[];
  /** Of the words, in half points. */
  readonly size: number;
  /** Left and right of the words of a cell, in twentieths of a point. */
  readonly margin: number;
}

/** As the style of the tables has it. */
const USUAL = { size: 20, margin: 80 } as const;
/** What a table is given that is too wide for that. */
const SMALLEST = 13;
const NARROW = 40;
/** A digit is half as wide as its size; a size is in half points, a width in twentieths. */
const DIGIT = 5;
/** In digits: longer words are broken, longer cells have several lines. */
const LEAST = 3;
const LONGEST_WORD = 16;
const LONGEST_CELL = 40;

/**
 * Each column has room for its longest word, and of the rest as much as its texts want. Where the words have not enough room, they are smaller.
 * @param available in twentieths of a point
 */
export function fitColumns(columns: readonly SetColumn[], available: number): FittedColumns {
  const words = columns.map(({ longestWord }) => between(LEAST, longestWord, LONGEST_WORD));
  const { size, margin } = roomy(words, available) ? USUAL : smaller(words, available);
  const widthOf = (digits: number): number => digits * size * DIGIT + 2 * margin;
  const least = words.map(widthOf);
  const wanted = columns.map(({ longestCell }, index) =>
    Math.max(least[index] ?? 0, widthOf(Math.min(longestCell, LONGEST_CELL))),
  );
  if (sum(wanted) <= available) return { size, margin, widths: scaled(wanted, available) };
  if (sum(least) >= available) return { size, margin, widths: scaled(least, available) };
  const share = (available - sum(least)) / (sum(wanted) - sum(least));
  const widths = least.map((width, index) => Math.floor(width + ((wanted[index] ?? 0) - width) * share));
  return { size, margin, widths };
}

const roomy = (words: readonly number[], available: number): boolean =>
  sum(words) * USUAL.size * DIGIT + words.length * 2 * USUAL.margin <= available;

function smaller(words: readonly number[], available: number): Pick<FittedColumns, 'size' | 'margin'> {
  const fitting = Math.floor((available - words.length * 2 * NARROW) / (sum(words) * DIGIT));
  return { size: between(SMALLEST, fitting, USUAL.size), margin: NARROW };
}

function scaled(widths: readonly number[], available: number): number[] {
  const all = sum(widths);
  return widths.map((width) => Math.floor((width * available) / all));
}

const between = (least: number, value: number, most: number): number =>
  Math.min(Math.max(least, value), most);
const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);
