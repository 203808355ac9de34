import type { BackupPort } from '../../core/ports';
import type { BackupsOptions } from './backups';

/** Backups, loaded when they are first needed: they are no part of a start. */
export function createLateBackups(options: BackupsOptions): BackupPort {
  let loading: Promise<BackupPort> | null = null;
  const load = (): Promise<BackupPort> => {
    loading ??= import('./backups').then(({ createBackups }) => createBackups(options));
    return loading;
  };
  return {
    backUp: async (how) => (await load()).backUp(how),
    last: async (folder) => (await load()).last(folder),
    isDue: async (folder) => (await load()).isDue(folder),
    check: async (file) => (await load()).check(file),
    restoreTo: async (folder, how) => (await load()).restoreTo(folder, how),
    restoreHere: async (how) => (await load()).restoreHere(how),
    folderOf: async (file) => (await load()).folderOf(file),
    sweep: async () => (await load()).sweep(),
  };
}
