import { fold } from '../../../core/search';

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

/** The text of a page as it is searched, and where each of its characters stands. */
export interface SearchedText {
  readonly folded: string;
  readonly places: readonly TextPlace[];
}

/** Folds the text of a page: without case and diacritics, words whole that a line break has parted, white space as one space. */
export function searchedText(items: readonly TextItem[]): SearchedText {
  let folded = '';
  const places: TextPlace[] = [];
  items.forEach(({ text, endsLine }, item) => {
    let offset = 0;
    for (const character of text) {
      const plain = /\s/.test(character) ? (folded.endsWith(' ') ? '' : ' ') : fold(character);
      folded += plain;
      for (let unit = 0; unit < plain.length; unit += 1) places.push({ item, offset });
      offset += character.length;
    }
    // A soft hyphen at the end of a line was set by the line break.
    if (endsLine && !/\u00ad\s*$/.test(text) && !folded.endsWith(' ')) {
      folded += ' ';
      places.push({ item, offset });
    }
  });
  return { folded, places };
}

/** Every place that reads like the query, from first to last, none over another. */
export function findIn({ folded, places }: SearchedText, query: string): Found[] {
  const wanted = fold(query).replace(/\s+/g, ' ').trim();
  const found: Found[] = [];
  if (wanted === '') return found;
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
    const from = places[at];
    const last = places[at + wanted.length - 1];
    if (from && last) found.push({ from, to: { item: last.item, offset: last.offset + 1 } });
  }
  return found;
}
