import { t } from '../../shared/text';
import { sayFailure } from './actions';
import { call } from './api';
import { saveDrafts } from './drafts';
import { openLibrary } from './opening';
import { NONE, say, setWindow, showList } from './store';

const BACKUP = { task: 'backup', label: 'backing-up' } as const;
const RESTORE = { task: 'restore', label: 'restoring' } as const;

const showIt = { label: t('window.show-in-folder'), run: () => void call('backup.reveal', {}) };

/** Makes a backup; where no folder is chosen the person is asked for one. */
export async function backUpNow(): Promise<void> {
  // What could not be saved is not backed up as if it were not there; the person has been told.
  if (!(await saveDrafts())) return;
  const made = await watched(BACKUP, () => call('backup.now', { task: BACKUP.task }));
  if (!made.ok) {
    if (made.error.code === 'cancelled') say('info', t('window.backup.cancelled'));
    else sayFailure(made.error);
  } else if (made.value) say('done', t('window.backup.made', { file: made.value.file }), showIt);
}

/** Makes a new library of a backup that the person chooses. @returns whether it was done */
export async function restoreNew(): Promise<boolean> {
  const restored = await watched(RESTORE, () => call('restore.new', { task: RESTORE.task }));
  if (!restored.ok) sayFailure(restored.error);
  if (!restored.ok || !restored.value) return false;
  const { notes: count, folder } = restored.value;
  say('info', t('window.restoring.done-new', { count, folder }), showIt);
  return true;
}

/** Puts a backup that the person chooses in the place of the library, and shows that. @returns whether it was done */
export async function restoreHere(): Promise<boolean> {
  if (!(await saveDrafts())) return false;
  const restored = await watched(RESTORE, () => call('restore.here', { task: RESTORE.task }));
  if (!restored.ok) sayFailure(restored.error);
  if (!restored.ok || !restored.value) return false;
  const { notes: count, from, kept } = restored.value;
  setWindow({ mode: 'reading', active: null, hovered: null, writing: null, selection: null, selected: NONE });
  showList({ place: { type: 'all' }, query: '', found: null });
  await openLibrary();
  say('info', t('window.restoring.done-here', { count, file: from, kept }));
  return true;
}

/** Its progress is shown, with Cancel. */
async function watched<T>(working: typeof BACKUP | typeof RESTORE, work: () => Promise<T>): Promise<T> {
  setWindow({ working });
  try {
    return await work();
  } finally {
    setWindow({ working: null });
  }
}
