import type { NoteSummary } from './schema';
import { byLastChange } from './search';
import type { SortKey } from './vocabulary';

/** In what order the list stands. */
export interface Order {
  readonly by: SortKey;
  /** Newest first; of titles, Z first. */
  readonly descending: boolean;
}

export const defaultOrder: Order = { by: 'updated', descending: true };

type Row = Pick<NoteSummary, 'id' | 'title' | 'source' | 'created' | 'updated' | 'pinned'>;
export type Compare = (a: Row, b: Row) => number;

/**
 * Compares rows of the list. Notes that have no title, or no day of the source, come last both ways; alike ones stand with the last
 * change first.
 * @param language of the interface, BCP 47: titles are sorted as its readers expect
 */
export function comparison({ by, descending }: Order, language: string): Compare {
  const way = descending ? -1 : 1;
  switch (by) {
    case 'updated':
      return descending ? byLastChange : (a, b) => byLastChange(b, a);
    case 'created':
      return (a, b) => way * inOrder(a.created, b.created) || byLastChange(a, b);
    case 'source-date':
      return (a, b) => withMissing(a.source.date, b.source.date, way, inOrder) || byLastChange(a, b);
    case 'title': {
      const { compare } = new Intl.Collator(language, { numeric: true });
      return (a, b) => withMissing(a.title.trim(), b.title.trim(), way, compare) || byLastChange(a, b);
    }
  }
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function withMissing(
  a: string | undefined,
  b: string | undefined,
  way: 1 | -1,
  compare: (a: string, b: string) => number,
): number {
  if (a && b) return way * compare(a, b);
  return (a ? 0 : 1) - (b ? 0 : 1);
}

/** The same comparison with pinned notes before all others. */
export const pinnedFirst =
  (compare: Compare): Compare =>
  (a, b) =>
    a.pinned === b.pinned ? compare(a, b) : a.pinned ? -1 : 1;
