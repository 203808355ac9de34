import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { openPromise } from 'yauzl';
import { byAge, readBackupName } from '../../core/backup-names';
import { systemCode } from '../failures';

/**
 * The backups of one library in a folder, the newest first.
 * @param created when the library was made; stands as the zip's comment
 * @returns their names; none where the folder cannot be read
 */
export async function backupsIn(folder: string, created: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (systemCode(error) === null) throw error;
    return [];
  });
  const read = names.flatMap((name) => {
    const parts = readBackupName(name);
    return parts ? [{ name, parts }] : [];
  });
  read.sort((a, b) => byAge(b.parts, a.parts));
  const ours: string[] = [];
  for (const { name } of read) if ((await commentOf(path.join(folder, name))) === created) ours.push(name);
  return ours;
}

/** Read without looking at what is in the zip. Null: it is none. */
async function commentOf(file: string): Promise<string | null> {
  try {
    const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
    zip.close();
    return zip.comment;
  } catch {
    return null;
  }
}
