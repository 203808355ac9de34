import type { TextPlace } from './find-in-text';
import type { PageWords } from './pdf-pages';
import type { Match } from './useFinding';

/**
 * Marks what was found in the pages whose words are there, by highlights of the style sheet: the page itself is not changed.
 * @param current the one that is shown
 * @returns where the current one stands; null: its page is not there
 */
export function markFound(
  matches: readonly Match[],
  current: number,
  words: ReadonlyMap<number, PageWords>,
): Range | null {
  const all = new Highlight();
  const here = new Highlight();
  let shown: Range | null = null;
  matches.forEach((match, index) => {
    const range = rangeOf(match, words.get(match.page)?.items ?? []);
    if (!range) return;
    if (index === current) {
      shown = range;
      here.add(range);
    } else all.add(range);
  });
  CSS.highlights.set('found', all);
  CSS.highlights.set('found-here', here);
  return shown;
}

/** Takes all marks away. */
export function unmarkFound(): void {
  CSS.highlights.delete('found');
  CSS.highlights.delete('found-here');
}

function rangeOf({ from, to }: Match, items: readonly HTMLElement[]): Range | null {
  const start = nodeAt(from, items);
  const end = nodeAt(to, items);
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start, Math.min(from.offset, start.length));
  range.setEnd(end, Math.min(to.offset, end.length));
  return range;
}

function nodeAt({ item }: TextPlace, items: readonly HTMLElement[]): Text | null {
  const node = items[item]?.firstChild;
  return node instanceof Text ? node : null;
}
