import { saveDrafts } from './drafts';
import { getWindow, setWindow } from './store';

/** Switches between reading and writing; what was typed is saved first. */
export async function editOrDone(): Promise<void> {
  const { open, mode } = getWindow();
  if (!open || open.trashed) return;
  if (!(await saveDrafts())) return;
  setWindow({ mode: mode === 'reading' ? 'editing' : 'reading', selection: null });
}
