import type { Operation } from '../../core/operation';
import type { NoteSummary } from '../../core/schema';
import type { ViewChange } from '../../shared/contract';
import { t } from '../../shared/text';
import { applyToMany, openNote, titleOf } from './actions';
import { saveDrafts } from './drafts';
import { focusRow, isFocusIn } from './focus';
import { getWindow, indexInList, isListed, rowOf, setWindow, trashedNotes, type WindowState } from './store';
import { sayWithUndo, withStop } from './undoing';

/** What a command is for: the selected notes, or the open one. */
export function chosenNotes(state: Pick<WindowState, 'selected' | 'open'> = getWindow()): NoteSummary[] {
  const ids = state.selected.size > 0 ? [...state.selected] : state.open ? [state.open.id] : [];
  return ids.flatMap((id) => rowOf(id) ?? []);
}

/** Moves the chosen notes to the trash. Those that are in it are deleted for ever; of several that is asked first. */
export async function trash(): Promise<void> {
  const chosen = chosenNotes();
  if (chosen.some(({ trashed }) => trashed === null))
    return move(chosen, (notes) => ({ type: 'trash', notes }), 'moved-to-trash');
  if (chosen.length <= 1) return deleteForEver(chosen);
  const count = chosen.length;
  setWindow({
    dialog: 'question',
    question: {
      title: t('window.delete-many', { count }),
      text: t('window.delete-many-text', { count }),
      answer: t('window.delete-for-ever'),
      run: () => void deleteForEver(chosen),
    },
  });
}

/** Deletes all that is in the trash, if the person says so. */
export function emptyTrash(): void {
  const { counts } = getWindow();
  setWindow({
    dialog: 'question',
    question: {
      title: t('window.empty-trash'),
      text: t('window.delete-many-text', { count: counts.trash }),
      answer: t('window.empty-trash'),
      run: () => void deleteForEver(trashedNotes()),
    },
  });
}

const deleteForEver = (chosen: readonly NoteSummary[]): Promise<void> =>
  move(chosen, (notes) => ({ type: 'delete', notes }), 'deleted-for-ever');

/** Takes the chosen notes out of the trash. */
export async function restore(): Promise<void> {
  const chosen = chosenNotes().filter(({ trashed }) => trashed);
  await move(chosen, (notes) => ({ type: 'restore', notes }), 'restored');
}

/** Pins the chosen notes, or takes their pins away if all have one. */
export async function togglePinned(): Promise<void> {
  const chosen = chosenNotes();
  const pinned = !chosen.every((note) => note.pinned);
  // Of a single note it is seen.
  const said = chosen.length === 1 ? null : pinned ? 'pinned' : 'unpinned';
  await move(chosen, (notes) => ({ type: 'pin', notes, pinned }), said);
}

/** Moves the chosen notes to the archive, or out of it if all are there. */
export async function toggleArchived(): Promise<void> {
  const chosen = chosenNotes();
  const archived = !chosen.every((note) => note.archived);
  await move(chosen, (notes) => ({ type: 'archive', notes, archived }), archived ? 'archived' : 'unarchived');
}

/** Makes a copy of each chosen note; the copy of a single one is shown. */
export async function duplicate(): Promise<void> {
  const chosen = chosenNotes();
  const change = await carryOut(chosen, (notes) => ({ type: 'duplicate', notes }), 'duplicated');
  if (chosen.length === 1 && change?.about?.note) await openNote(change.about.note);
}

/** Adds tags to the selected notes and removes others. @returns false when it could not be done (the person has been told) */
export async function tagSelected(add: readonly string[], remove: readonly string[]): Promise<boolean> {
  const [tag = ''] = [...add, ...remove];
  const operation = (notes: string[]): Operation => ({
    type: 'tag',
    notes,
    add: [...add],
    remove: [...remove],
  });
  const said = add.length > 0 ? 'tag-added' : 'tag-removed';
  return (await carryOut(chosenNotes(), operation, said, { tag })) !== null;
}

/**
 * Puts notes elsewhere, and where they have left the list shows the one that stood below them.
 * @param said key of the words that say what was done; null: it is seen
 */
async function move(
  chosen: readonly NoteSummary[],
  operation: (notes: string[]) => Operation,
  said: string | null,
): Promise<void> {
  if (chosen.length === 0 || !(await saveDrafts())) return;
  const next = neighbour(chosen);
  const change = await carryOut(chosen, operation, said);
  if (!change) return;
  const { selected, open } = getWindow();
  if (selected.size > 0 || (open && isListed(open.id))) return;
  await showNext(next);
}

/** Carries it out, with progress if it takes long, and says so. */
async function carryOut(
  chosen: readonly NoteSummary[],
  operation: (notes: string[]) => Operation,
  said: string | null,
  values: Readonly<Record<string, string>> = {},
): Promise<ViewChange | null> {
  if (chosen.length === 0) return null;
  const change = await applyToMany(operation(chosen.map(({ id }) => id)));
  if (change?.about && said !== null) {
    const { about } = change;
    // Of several the only one that changed.
    const named = chosen.length === 1 ? chosen[0] : undefined;
    const text = t(`window.${said}`, { ...values, count: about.count, title: titleOf(named ?? about) });
    sayWithUndo(withStop(text, about));
  }
  return change;
}

/**
 * Shows what stands where notes have left the list, in the list that is shown by now.
 * @param next the note that stood beside them
 */
async function showNext(next: string | null): Promise<void> {
  const id = next !== null && isListed(next) ? next : (getWindow().list.rows[0]?.id ?? null);
  const wasInList = isFocusIn('[role="listbox"]');
  await openNote(id);
  if (id !== null && wasInList) focusRow(id);
}

/** The note that is shown once these have left the list: the first one below them, or the last one above. */
function neighbour(chosen: readonly NoteSummary[]): string | null {
  const { rows } = getWindow().list;
  const ids = new Set(chosen.map(({ id }) => id));
  let last = -1;
  for (const id of ids) last = Math.max(last, indexInList(id));
  const below = rows.slice(last + 1).find(({ id }) => !ids.has(id));
  return (below ?? rows.slice(0, Math.max(last, 0)).findLast(({ id }) => !ids.has(id)))?.id ?? null;
}
