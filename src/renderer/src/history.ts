import { openNote } from './actions';
import { saveDrafts } from './drafts';
import { setWindow } from './store';

/**
 * Shows what a note was. What is being typed is a version too, so it is saved first.
 * @param version the one that is compared with the note as it is now; null: the last one before it
 */
export async function showHistory(note: string, version: string | null = null): Promise<void> {
  const shown = await openNote(note);
  if (shown?.id !== note || !(await saveDrafts())) return;
  setWindow({ dialog: 'history', comparedVersion: version });
}
