import type { Place } from '../../core/list/place';
import { NO_FILTER } from '../../core/margin-filter';
import type { Operation } from '../../core/operation';
import type { Failure } from '../../core/result';
import type { Note } from '../../core/schema';
import type { ViewChange, WindowSettings } from '../../shared/contract';
import { failureText, t } from '../../shared/text';
import { call } from './api';
import { readDocument } from './document';
import { follow, hasFailed, hasFailures, saveDrafts } from './drafts';
import {
  applyChange,
  getWindow,
  isListed,
  NONE,
  offeredIn,
  say,
  setWindow,
  showList,
  withdrawUndo,
} from './store';
import { stopTypingAhead, typeAhead } from './typing-ahead';
import { sayUnsaved, withdrawUnsaved } from './unsaved';
import { annotationOf } from './written';

/** Tells the person what could not be done. */
export const sayFailure = (failure: Failure): void => say('error', failureText(failure));

/** The name of work on many notes, for its progress and for Cancel. */
export const CHANGING_TASK = 'changing';

/** Ends the work on many notes that is under way; what is done already stays. */
export const cancelChanging = (): void => void call('task.cancel', { task: CHANGING_TASK });

/**
 * Carries out an operation and shows its result; the save state is shown while the bytes are on their way to the disk.
 * @param draft the name of what it saves, if that was typed
 * @param task the name of what may be long work
 * @returns what changed, or null when it could not be done (the person has been told)
 */
export async function apply(operation: Operation, draft?: string, task?: string): Promise<ViewChange | null> {
  const answer = await follow(
    call('library.apply', { operation, ...(task !== undefined && { task }) }),
    draft,
  );
  if (!answer.ok) {
    if (draft !== undefined && hasFailed(draft)) sayUnsaved(answer.error);
    else sayFailure(answer.error);
    return null;
  }
  applyChange(answer.value);
  withdrawUndo();
  if (draft !== undefined && !hasFailures()) withdrawUnsaved();
  return answer.value;
}

/** Carries out an operation that may be of very many notes: with progress, and so that it can be cancelled. */
export async function applyToMany(operation: Operation): Promise<ViewChange | null> {
  setWindow({ changing: true });
  const change = await apply(operation, undefined, CHANGING_TASK);
  setWindow({ changing: false });
  return change;
}

let lastOpening = 0;

const reading = { mode: 'reading', active: null, writing: null, selection: null, finding: null } as const;

/** Shows a note, however it was shown before; null: none. Nothing is selected beside it. */
function show(note: Note | null): void {
  const id = note?.id ?? null;
  const writing = note && offeredIn(note);
  const active = writing && annotationOf(writing);
  setWindow({
    open: note,
    selected: NONE,
    cursor: id,
    anchor: id,
    ...reading,
    writing,
    active,
    filter: NO_FILTER,
  });
}

/**
 * Shows a note, for reading; null: none. What was typed is saved first.
 * @returns the note that is shown now: another one when something could not be saved, or when the person went on meanwhile
 */
export async function openNote(id: string | null): Promise<Note | null> {
  lastOpening += 1;
  const mine = lastOpening;
  if (id !== null && getWindow().open?.id === id) {
    setWindow({ cursor: id, anchor: id });
    return getWindow().open;
  }
  if (!(await saveDrafts()) || mine !== lastOpening) return getWindow().open;
  if (id === null) {
    show(null);
    return null;
  }
  const answer = await call('note.open', { note: id });
  if (answer.ok) await readDocument(answer.value.text);
  // The person has gone on meanwhile: what they clicked last is what they want to see.
  if (mine !== lastOpening) return getWindow().open;
  if (!answer.ok) {
    sayFailure(answer.error);
    return null;
  }
  show(answer.value);
  return answer.value;
}

/** A note that is on its way is not shown any more when it comes. */
export function stopOpening(): void {
  lastOpening += 1;
}

/** Narrows the list to a place, and shows its first note unless the open one is among its notes. */
export async function goTo(place: Place): Promise<void> {
  showList({ place });
  setWindow(({ panes }) => ({ panes: { ...panes, library: false }, selected: NONE }));
  const { open, list } = getWindow();
  if (!open || !isListed(open.id)) await openNote(list.rows[0]?.id ?? null);
}

/** Makes a note, with the tag that the list is narrowed to, and shows it for writing. */
export async function newNote(): Promise<void> {
  typeAhead();
  if (!(await saveDrafts())) return stopTypingAhead();
  const { place } = getWindow();
  const tags = place.type === 'tag' ? [place.tag] : [];
  showList({ query: '', found: null, ...(place.type !== 'tag' && { place: { type: 'all' } }) });
  const change = await apply({ type: 'create', title: '', text: '', tags });
  const note = change?.notes[0];
  if (!note) return stopTypingAhead();
  stopOpening();
  show(note);
  setWindow({ mode: 'editing' });
}

/** Adds tags to the open note and removes others. @returns false when it could not be done (the person has been told) */
export async function changeTags(add: readonly string[], remove: readonly string[]): Promise<boolean> {
  const { open } = getWindow();
  if (!open) return false;
  return (await apply({ type: 'tag', notes: [open.id], add: [...add], remove: [...remove] })) !== null;
}

/** A note's title as it is shown: there are words for none. */
export const titleOf = ({ title }: { title: string }): string => title.trim() || t('window.untitled');

let lastSearch = 0;

/** Narrows the list to the notes that hold every word; an empty query ends that. Of several, the last one counts. */
export async function search(query: string): Promise<void> {
  setWindow({ query });
  lastSearch += 1;
  const mine = lastSearch;
  const { selected, cursor } = getWindow();
  if (selected.size > 0) await openNote(cursor);
  if (mine !== lastSearch) return;
  if (query.trim() === '') return showList({ found: null });
  const answer = await call('library.search', { query });
  if (mine !== lastSearch) return;
  if (answer.ok) showList({ found: new Set(answer.value.notes) });
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
