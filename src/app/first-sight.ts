import { comparison, defaultOrder, type Order, pinnedFirst } from '../core/order';
import { ok, type Result } from '../core/result';
import type { Note, NoteSummary } from '../core/schema';
import type { Start } from '../shared/contract';
import { language } from '../shared/text';
import type { View } from './ports';

/** So many rows of the list, of those that stand first in it, the window gets with the open note. */
export const FIRST_ROWS = 100;

/** What the first sight of a library is made of. */
export interface Sources {
  /** Those rows that are known at once, in the usual order; null: it takes all of them to tell. `whole`: these are all. */
  head(): Promise<{ summaries: readonly NoteSummary[]; whole: boolean } | null>;
  /** Every row that is known, in no particular order, however long that takes. */
  allRows(): Promise<Result<{ rows: readonly NoteSummary[]; isWhole: boolean }>>;
  note(id: string): Promise<Result<Note>>;
}

/**
 * What the window shows first: the note that was open, or the first one of the list, and the list's first rows. The other rows are
 * sent once it is painted: ten thousand would keep it waiting.
 * @param view what the last session showed
 */
export async function firstSight(
  sources: Sources,
  view: View,
): Promise<Result<Pick<Start, 'summaries' | 'next' | 'open' | 'scroll' | 'order'>>> {
  const first = await firstRows(sources, view.order);
  if (!first.ok) return first;
  const { rows, isAll } = first.value;
  const before = view.note === null ? null : await sources.note(view.note);
  const isThere = before?.ok && !before.value.trashed;
  return ok({
    summaries: rows,
    next: isAll ? null : 0,
    open: isThere ? before.value : await firstNote(sources, rows),
    scroll: isThere ? view.scroll : 0,
    order: view.order,
  });
}

/** In the usual order the library knows its first rows without reading all of them. */
async function firstRows(
  sources: Sources,
  order: Order,
): Promise<Result<{ rows: readonly NoteSummary[]; isAll: boolean }>> {
  const isUsual = order.by === defaultOrder.by && order.descending === defaultOrder.descending;
  const head = isUsual ? await sources.head() : null;
  if (head) return ok({ rows: head.summaries, isAll: head.whole });
  const all = await sources.allRows();
  if (!all.ok) return all;
  const { rows, isWhole } = all.value;
  const isAll = isWhole && rows.length <= FIRST_ROWS;
  const listed = isAll ? rows : rows.filter(({ archived, trashed }) => !archived && !trashed);
  const sorted = listed.toSorted(pinnedFirst(comparison(order, language)));
  return ok({ rows: sorted.slice(0, FIRST_ROWS), isAll });
}

/** The first note of the list that can be read: one may be damaged, or deleted by another program. */
async function firstNote(sources: Sources, rows: readonly NoteSummary[]): Promise<Note | null> {
  const note = await firstReadable(sources, rows);
  if (note) return note;
  const all = await sources.allRows();
  const seen = new Set(rows.map(({ id }) => id));
  return all.ok
    ? firstReadable(
        sources,
        all.value.rows.filter(({ id }) => !seen.has(id)),
      )
    : null;
}

async function firstReadable(sources: Sources, rows: readonly NoteSummary[]): Promise<Note | null> {
  for (const { id, archived, trashed } of rows) {
    if (archived || trashed) continue;
    const note = await sources.note(id);
    if (note.ok) return note.value;
  }
  return null;
}
