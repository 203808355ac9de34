import { openNote, stopOpening } from './actions';
import { saveDrafts } from './drafts';
import { getWindow, indexInList, NONE, setWindow } from './store';

/** The rows that count as selected: those that are chosen together, or the open one. */
function base(): ReadonlySet<string> {
  const { selected, open } = getWindow();
  return selected.size > 0 || !open ? selected : new Set([open.id]);
}

/** Selects several notes together; what was typed is saved first. A single one is opened instead. */
async function select(ids: ReadonlySet<string>, cursor: string, anchor: string): Promise<void> {
  const [one] = ids;
  if (ids.size === 1 && one !== undefined) {
    await openNote(one);
    setWindow({ selected: NONE, cursor, anchor });
    return;
  }
  // While several are selected nothing can be typed.
  if (getWindow().open !== null && !(await saveDrafts())) return;
  stopOpening();
  setWindow({
    selected: ids,
    cursor,
    anchor,
    ...{ open: null, mode: 'reading', active: null, writing: null, selection: null },
  });
}

/** Takes a note into the selection, or out of it. */
export async function toggleSelected(id: string): Promise<void> {
  const ids = new Set(base());
  if (!ids.delete(id)) ids.add(id);
  // The last one stays.
  if (ids.size > 0) await select(ids, id, id);
}

/** Selects everything from where the selection began to this note. */
export async function selectTo(id: string): Promise<void> {
  const { anchor, cursor, open, list } = getWindow();
  const begin = anchor ?? open?.id ?? cursor ?? list.rows[0]?.id ?? id;
  const ends = [Math.max(indexInList(begin), 0), indexInList(id)].toSorted((a, b) => a - b);
  const [from = 0, to = 0] = ends;
  if (from < 0) return;
  await select(new Set(list.rows.slice(from, to + 1).map((row) => row.id)), id, begin);
}

/** Selects every note of the list. */
export async function selectAll(): Promise<void> {
  const { list, cursor, anchor } = getWindow();
  const [first] = list.rows;
  if (!first) return;
  await select(new Set(list.rows.map(({ id }) => id)), cursor ?? first.id, anchor ?? first.id);
}

/** Ends the selection: the note that the keyboard is at is shown. */
export async function endSelection(): Promise<void> {
  const { selected, cursor, list } = getWindow();
  if (selected.size === 0) return;
  await openNote(cursor !== null && indexInList(cursor) >= 0 ? cursor : (list.rows[0]?.id ?? null));
}
