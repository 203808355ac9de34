import type { Operation } from '../../core/operation';
import type { Failure } from '../../core/result';
import type { Note } from '../../core/schema';
import type { Notice, ViewChange, WindowSettings } from '../../shared/contract';
import { failureText, t, warningText } from '../../shared/text';
import { call } from './api';
import { follow, saveDrafts } from './drafts';
import { focusRow, isFocusIn } from './focus';
import { applyChange, getWindow, listed, type Place, say, setWindow, withdrawUndo } from './store';

/** Tells the person what could not be done. */
export const sayFailure = (failure: Failure): void => say('error', failureText(failure));

/** Tells the person what main has to say without having been asked. */
export const sayNotice = (notice: Notice): void =>
  notice.level === 'error' ? sayFailure(notice.what) : say('info', warningText(notice.what));

/**
 * Carries out an operation and shows its result; the save state is shown while the bytes are on their way to the disk.
 * @param draft the name of what it saves, if that was typed
 * @returns what changed, or null when it could not be done (the person has been told)
 */
export async function apply(operation: Operation, draft?: string): Promise<ViewChange | null> {
  const answer = await follow(call('library.apply', { operation }), draft);
  if (!answer.ok) {
    sayFailure(answer.error);
    return null;
  }
  applyChange(answer.value);
  withdrawUndo();
  return answer.value;
}

let lastOpening = 0;

/**
 * Shows a note, for reading; null: none. What was typed is saved first.
 * @returns the note that is shown now: another one when something could not be saved, or when the person went on meanwhile
 */
export async function openNote(id: string | null): Promise<Note | null> {
  lastOpening += 1;
  const mine = lastOpening;
  if (id !== null && getWindow().open?.id === id) return getWindow().open;
  if (!(await saveDrafts()) || mine !== lastOpening) return getWindow().open;
  if (id === null) {
    setWindow({ open: null, mode: 'reading', active: null, writing: null, selection: null });
    return null;
  }
  const answer = await call('note.open', { note: id });
  // The person has gone on meanwhile: what they clicked last is what they want to see.
  if (mine !== lastOpening) return getWindow().open;
  if (!answer.ok) {
    sayFailure(answer.error);
    return null;
  }
  setWindow({
    open: answer.value,
    mode: 'reading',
    active: null,
    writing: null,
    selection: null,
  });
  return answer.value;
}

/** Narrows the list to a place, and shows its first note unless the open one is among its notes. */
export async function goTo(place: Place): Promise<void> {
  setWindow(({ panes }) => ({ place, panes: { ...panes, library: false } }));
  const rows = listed(getWindow());
  const { open } = getWindow();
  if (!open || !rows.some(({ id }) => id === open.id)) await openNote(rows[0]?.id ?? null);
}

/** Makes a note, with the tag that the list is narrowed to, and shows it for writing. */
export async function newNote(): Promise<void> {
  if (!(await saveDrafts())) return;
  const { place } = getWindow();
  const tags = place.type === 'tag' ? [place.tag] : [];
  setWindow({ query: '', found: null, ...(place.type !== 'tag' && { place: { type: 'all' } }) });
  const change = await apply({ type: 'create', title: '', text: '', tags });
  const note = change?.notes[0];
  if (!note) return;
  lastOpening += 1;
  setWindow({ open: note, mode: 'editing', active: null, writing: null, selection: null });
}

/** Adds tags to the open note and removes others. @returns false when it could not be done (the person has been told) */
export async function changeTags(add: readonly string[], remove: readonly string[]): Promise<boolean> {
  const { open } = getWindow();
  if (!open) return false;
  return (await apply({ type: 'tag', notes: [open.id], add: [...add], remove: [...remove] })) !== null;
}

/** Moves the open note to the trash, or deletes it for ever if it is there, and shows the one that stood below it. */
export async function trash(): Promise<void> {
  const { open } = getWindow();
  if (!open) return;
  if (!(await saveDrafts())) return;
  const next = neighbour(open.id);
  if (!(await apply({ type: open.trashed ? 'delete' : 'trash', notes: [open.id] }))) return;
  sayWithUndo(
    t(open.trashed ? 'window.deleted-for-ever' : 'window.moved-to-trash', { title: titleOf(open) }),
  );
  await showNext(next);
}

/** Takes the open note out of the trash and shows the one that stood below it. */
export async function restore(): Promise<void> {
  const { open } = getWindow();
  if (!open?.trashed) return;
  const next = neighbour(open.id);
  if (!(await apply({ type: 'restore', notes: [open.id] }))) return;
  say('done', t('window.restored', { title: titleOf(open) }));
  await showNext(next);
}

/** Pins the open note, or takes its pin away. */
export async function togglePinned(): Promise<void> {
  const { open } = getWindow();
  if (open) await apply({ type: 'pin', notes: [open.id], pinned: !open.pinned });
}

/** Moves the open note to the archive or out of it, and shows the one that stood below it. */
export async function toggleArchived(): Promise<void> {
  const { open } = getWindow();
  if (!open) return;
  const next = neighbour(open.id);
  const archived = !open.archived;
  if (!(await apply({ type: 'archive', notes: [open.id], archived }))) return;
  sayWithUndo(t(archived ? 'window.archived' : 'window.unarchived', { title: titleOf(open) }));
  await showNext(next);
}

/**
 * Shows what stands where a note has left the list, in the list that is shown by now.
 * @param next the note that stood beside it
 */
async function showNext(next: string | null): Promise<void> {
  const rows = listed(getWindow());
  const row = rows.find(({ id }) => id === next) ?? rows[0];
  const wasInList = isFocusIn('[role="listbox"]');
  await openNote(row?.id ?? null);
  if (row && wasInList) focusRow(row.id);
}

/** The note that is shown once this one has left the list. */
function neighbour(id: string): string | null {
  const rows = listed(getWindow());
  const at = rows.findIndex((row) => row.id === id);
  return (rows[at + 1] ?? rows[at - 1])?.id ?? null;
}

/** A note's title as it is shown: there are words for none. */
export const titleOf = ({ title }: { title: string }): string => title.trim() || t('window.untitled');

/** Says what was done, and offers to undo it as long as nothing else is done. */
export function sayWithUndo(text: string): void {
  say('done', text, { label: t('window.undo'), run: () => void undo(), undoes: true });
}

/** Undoes what was done last in the library; what is being typed counts, so it is saved first. */
export async function undo(): Promise<void> {
  await travel('history.undo', 'window.undone');
}

/** Does again what was undone last. */
export async function redo(): Promise<void> {
  await travel('history.redo', 'window.redone');
}

async function travel(method: 'history.undo' | 'history.redo', said: string): Promise<void> {
  if (!(await saveDrafts())) return;
  const answer = await call(method, {});
  if (!answer.ok) {
    const { code } = answer.error;
    // Nothing has failed.
    if (code === 'nothing-to-undo' || code === 'nothing-to-redo')
      return say('done', failureText(answer.error));
    return sayFailure(answer.error);
  }
  applyChange(answer.value);
  withdrawUndo();
  setWindow({ writing: null });
  const { operation, summaries } = answer.value;
  if (operation) say('done', t(said, { what: t(`operation.${operation}`) }));
  const shown = summaries[0];
  if (shown && getWindow().open?.id !== shown.id) await openNote(shown.id);
  else if (!getWindow().open) await openNote(listed(getWindow())[0]?.id ?? null);
}

let lastSearch = 0;

/** Narrows the list to the notes that hold every word; an empty query ends that. Of several, the last one counts. */
export async function search(query: string): Promise<void> {
  setWindow({ query });
  lastSearch += 1;
  const mine = lastSearch;
  if (query.trim() === '') return setWindow({ found: null });
  const answer = await call('library.search', { query });
  if (mine !== lastSearch) return;
  if (answer.ok) setWindow({ found: new Set(answer.value.notes) });
  else sayFailure(answer.error);
}

/** Changes some settings, at once on the screen and then in the library. */
export async function changeSettings(settings: Partial<WindowSettings>): Promise<void> {
  // Shown at once; main has the last word.
  setWindow((state) => ({ settings: { ...state.settings, ...settings } }));
  const answer = await call('settings.change', { settings });
  if (answer.ok) setWindow({ settings: answer.value });
  else sayFailure(answer.error);
}
