import { useEffect, useRef, useState } from 'react';
import { type Found, findIn, type SearchedText, searchedText } from './find-in-text';
import { type PdfPages, textOf } from './pdf-pages';

/** A place that was found. */
export interface Match extends Found {
  /** From 0. */
  readonly page: number;
}

export interface Finding {
  readonly matches: readonly Match[];
  /** Which of them is shown, from 0; -1: there are none. */
  readonly current: number;
  readonly goTo: (current: number) => void;
}

const NOTHING: readonly Match[] = [];

/**
 * Looks for words in all pages.
 * @param firstPage where to begin, from 0: the page in sight
 */
export function useFinding(pages: PdfPages | null, query: string, firstPage: number): Finding {
  const [matches, setMatches] = useState(NOTHING);
  const [current, setCurrent] = useState(-1);
  const texts = useRef<{ of: PdfPages; pages: Map<number, SearchedText> } | null>(null);
  const first = useRef(firstPage);
  first.current = firstPage;

  useEffect(() => {
    if (!pages || query.trim() === '') {
      setMatches(NOTHING);
      setCurrent(-1);
      return;
    }
    if (texts.current?.of !== pages) texts.current = { of: pages, pages: new Map() };
    const read = texts.current.pages;
    const abort = new AbortController();
    void findAll(pages, query, read, abort.signal).then((found) => {
      if (!found) return;
      setMatches(found);
      const next = found.findIndex(({ page }) => page >= first.current);
      setCurrent(next === -1 ? found.length - 1 : next);
    });
    return () => abort.abort();
  }, [pages, query]);

  return { matches, current, goTo: setCurrent };
}

/** @param read what has been read already; what is read is put there */
async function findAll(
  pages: PdfPages,
  query: string,
  read: Map<number, SearchedText>,
  signal: AbortSignal,
): Promise<readonly Match[] | null> {
  const matches: Match[] = [];
  for (let page = 0; page < pages.count; page += 1) {
    let text = read.get(page);
    if (!text) {
      const items = await textOf(pages, page, signal);
      if (!items) return null;
      text = searchedText(items);
      read.set(page, text);
    }
    for (const found of findIn(text, query)) matches.push({ page, ...found });
  }
  return signal.aborted ? null : matches;
}
