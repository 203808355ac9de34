import { ok, type Result } from '../core/result';
import type { Note, NoteSummary } from '../core/schema';
import type { Start } from '../shared/contract';
import type { View } from './ports';

/** What the first sight of a library is made of. */
export interface Sources {
  /** The rows that are known at once, and whether these are all. */
  firstRows(): Promise<Result<{ rows: readonly NoteSummary[]; isAll: boolean }>>;
  /** Every row, newest change first, however long that takes. */
  allRows(): Promise<Result<readonly NoteSummary[]>>;
  note(id: string): Promise<Result<Note>>;
}

/**
 * What the window shows first: the note that was open, or the newest one, and the first rows of the list. The other rows are
 * sent once it is painted: ten thousand would keep it waiting.
 * @param view what the last session showed
 */
export async function firstSight(
  sources: Sources,
  view: View,
): Promise<Result<Pick<Start, 'summaries' | 'next' | 'open' | 'scroll'>>> {
  const first = await sources.firstRows();
  if (!first.ok) return first;
  const { rows, isAll } = first.value;
  const before = view.note === null ? null : await sources.note(view.note);
  const isThere = before?.ok && !before.value.trashed;
  return ok({
    summaries: rows,
    next: isAll ? null : 0,
    open: isThere ? before.value : await newest(sources, rows),
    scroll: isThere ? view.scroll : 0,
  });
}

/** The newest note that can be read: one may be damaged, or deleted by another program. */
async function newest(sources: Sources, rows: readonly NoteSummary[]): Promise<Note | null> {
  const note = await firstReadable(sources, rows);
  if (note) return note;
  const all = await sources.allRows();
  const seen = new Set(rows.map(({ id }) => id));
  return all.ok
    ? firstReadable(
        sources,
        all.value.filter(({ id }) => !seen.has(id)),
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
