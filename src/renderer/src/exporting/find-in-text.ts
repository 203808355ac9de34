import { findIn as findInText, type SearchableText, searchableText } from '../../../core/find';
import { firstIndex } from '../../../core/first-index';

/** One run of a page's text. */
export interface TextItem {
  readonly text: string;
  readonly endsLine: boolean;
}

/** A place in the items of a page. */
export interface TextPlace {
  readonly item: number;
  readonly offset: number;
}

export interface Found {
  readonly from: TextPlace;
  /** After its last character. */
  readonly to: TextPlace;
}

/** The text of a page as it is searched. */
export interface SearchedText {
  readonly text: SearchableText;
  /** Where each item begins in it, in UTF-16 code units. */
  readonly starts: readonly number[];
}

/** A soft hyphen at the end of a line was set by the line break. */
const PARTED = /\u00ad\s*$/;

/** Readies the text of a page: without case and diacritics, words whole that a line break has parted, white space as one space. */
export function searchedText(items: readonly TextItem[]): SearchedText {
  const starts: number[] = [];
  let text = '';
  for (const { text: words, endsLine } of items) {
    starts.push(text.length);
    text += endsLine && !PARTED.test(words) ? `${words}\n` : words;
  }
  return { text: searchableText(text), starts };
}

/** Every place that reads like the query, from first to last, none over another. */
export function findIn({ text, starts }: SearchedText, query: string): Found[] {
  const placeOf = (at: number): TextPlace => {
    const item = firstIndex(starts, (start) => start > at) - 1;
    return { item, offset: at - (starts[item] ?? 0) };
  };
  return findInText(text, query).map(({ start, end }) => {
    const last = placeOf(end - 1);
    return { from: placeOf(start), to: { item: last.item, offset: last.offset + 1 } };
  });
}
