import { rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { readBackupName } from '../../core/backup-names';
import type { Backup, BackupPort } from '../../core/ports';
import { ok } from '../../core/result';
import { LibraryFile } from '../library-file';
import { backUp, localMinute } from './back-up';
import { backupsIn } from './kept';
import { emptyFolder, restoreBackup } from './restore';
import { sweepWorkspaces } from './workspace';
import { openBackup } from './zip-reader';

export interface BackupsOptions {
  /** The library's folder, absolute. */
  readonly library: string;
  /** Version of the app. */
  readonly app: string;
  /** Epoch, in ms. */
  readonly clock?: () => number;
}

/** Backups as zip files (docs/note-format.md). */
export function createBackups({ library, app, clock = Date.now }: BackupsOptions): BackupPort {
  const ours = async (folder: string): Promise<string[]> => {
    const created = await new LibraryFile(library).created();
    return created === null ? [] : backupsIn(folder, created);
  };
  return {
    backUp: (options) => backUp({ ...options, library, app, now: new Date(clock()) }),
    last: async (folder) => {
      const [newest] = await ours(folder);
      return newest === undefined ? null : backupAt(path.join(folder, newest));
    },
    isDue: async (folder) => {
      const today = localMinute(new Date(clock())).slice(0, 10);
      return !(await ours(folder)).some((name) => readBackupName(name)?.minute.startsWith(today));
    },
    check: async (file) => {
      const opened = await openBackup(file);
      if (!opened.ok) return opened;
      await opened.value.close();
      return ok();
    },
    restoreTo: async (folder, options) => {
      const checked = await openBackup(options.from);
      if (!checked.ok) return checked;
      await checked.value.close();
      const wasThere = await stat(folder).then(
        () => true,
        () => false,
      );
      const empty = await emptyFolder(folder);
      if (!empty.ok) return empty;
      const restored = await restoreBackup({
        ...options,
        to: folder,
        backup: { folder: null, daily: true },
        since: Number.MAX_SAFE_INTEGER,
      });
      if (!restored.ok && !wasThere) await rmdir(folder).catch(() => undefined);
      return restored;
    },
    restoreHere: (options) => restoreBackup({ ...options, to: library }),
    folderOf: async (file) => path.dirname(file),
    sweep: () => sweepWorkspaces(library, clock(), ['snapshot', 'restore']),
  };
}

async function backupAt(file: string): Promise<Backup | null> {
  const name = readBackupName(path.basename(file));
  const info = await stat(file).catch(() => null);
  return name && info && { file: path.basename(file), path: file, size: info.size, minute: name.minute };
}
