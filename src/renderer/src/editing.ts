import { readDocument } from './document';
import { saveDrafts } from './drafts';
import { focusSoon, focusText } from './focus';
import { awaitPlace, placeInSight } from './place';
import { getWindow, setWindow } from './store';

/** Switches between reading and writing; what was typed is saved first. */
export async function editOrDone(): Promise<void> {
  const { open, mode } = getWindow();
  if (!open || open.trashed) return;
  if (!(await saveDrafts())) return;
  if (mode === 'editing') await readDocument(getWindow().open?.text ?? '');
  if (getWindow().open?.id !== open.id) return;
  awaitPlace(placeInSight());
  const isTyping = document.activeElement?.closest('[data-note-text]') != null;
  setWindow({ mode: mode === 'reading' ? 'editing' : 'reading', selection: null });
  if (mode === 'editing' && isTyping) focusSoon(focusText);
}
