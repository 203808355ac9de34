import type { ViewChange } from '../../shared/contract';
import { call, listen } from './api';
import { onMenuCommand, onShortcut } from './commands';
import { hasDrafts, keepDrafts, saveDrafts } from './drafts';
import { importFiles, showImport } from './importing';
import { importOnNote } from './importing-annotations';
import { sayNotice } from './notices';
import { openLibrary } from './opening';
import { rememberView } from './scroll';
import { applyChange, getWindow, rowOf, setWindow } from './store';
import { saveElsewhere } from './unsaved';

/** Fills the window with the library and connects it to the app, the keyboard and the mouse. */
export async function startWindow(): Promise<void> {
  listen('changed', (change) => void takeOver(change));
  listen('command', ({ command }) => onMenuCommand(command));
  listen('message', sayNotice);
  listen('imported', (report) => void showImport(report));
  listen('closing', () => void prepareToClose());
  listen('save-now', () => void keepDrafts());
  listen('save-elsewhere', () => void closeElsewhere());
  window.addEventListener('keydown', onShortcut);
  acceptDrops();

  await openLibrary();
}

/** A note that something is being typed in is brought back by saving that; it stays in sight meanwhile. */
async function takeOver(change: ViewChange): Promise<void> {
  const { open } = getWindow();
  const isLost = open !== null && change.removed.includes(open.id) && hasDrafts();
  applyChange(change, isLost);
  const isTold = change.notes.some(({ id }) => id === open?.id);
  if (open && !isTold && change.summaries.some(({ id }) => id === open.id)) await showAsItIs(open.id);
  if (!isLost || !(await saveDrafts())) return;
  setWindow((now) => (now.open?.id === open.id && !rowOf(open.id) ? { open: null } : {}));
}

/** Of many notes that change at once only the rows are told. */
async function showAsItIs(note: string): Promise<void> {
  const answer = await call('note.open', { note });
  if (answer.ok && getWindow().open?.id === note) setWindow({ open: answer.value });
}

/** Main closes the window only if nothing that was typed would be lost, or the person says so. */
async function prepareToClose(): Promise<void> {
  const saved = await saveDrafts();
  await rememberView();
  await call('window.close', { saved });
}

/** The person would rather have a file than lose what cannot be saved. */
async function closeElsewhere(): Promise<void> {
  await call('window.close', { saved: await saveElsewhere() });
}

/** Files are taken before the text under them sees them: the editor would put their words where they were dropped. */
function acceptDrops(): void {
  const isOurs = (event: DragEvent): boolean => {
    if (event.dataTransfer?.types.includes('Files') !== true) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const leave = (): void => document.documentElement.classList.remove('dropping');
  window.addEventListener(
    'dragover',
    (event) => {
      if (isOurs(event)) document.documentElement.classList.add('dropping');
    },
    { capture: true },
  );
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) leave();
  });
  window.addEventListener(
    'drop',
    (event) => {
      leave();
      if (!isOurs(event)) return;
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      const isOnNote = event.target instanceof Element && event.target.closest('main') !== null;
      if (isOnNote) importOnNote(files);
      else void importFiles(files);
    },
    { capture: true },
  );
}
