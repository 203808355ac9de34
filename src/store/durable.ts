import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from './failures';

/** What the list of files tells of a file's state: enough to see whether it was written since. */
export interface Stamp {
  readonly size: number;
  /** Epoch, in ms with fractions. */
  readonly mtime: number;
}

let written = 0;

/** A file that is being written; what a killed process leaves behind is known by this name. */
export const isTemporary = (name: string): boolean => /^\..+\.tmp$/.test(name);

/**
 * Replaces a file: its new bytes are on the disk under another name in the same folder before they take its name, so that at any
 * moment it is there whole, as it was or as it will be. `syncFolder` has to follow for the name itself to be on the disk.
 * @throws the system's error; the file is then as it was
 */
export async function replaceFile(file: string, bytes: string | Uint8Array): Promise<Stamp> {
  written += 1;
  const temporary = path.join(
    path.dirname(file),
    `.${path.basename(file).slice(0, 60)}.${process.pid}-${written}.tmp`,
  );
  let handle: FileHandle | null = null;
  try {
    handle = await open(temporary, 'wx', 0o666);
    await handle.writeFile(bytes);
    await handle.sync();
    const { size, mtimeMs } = await handle.stat();
    await handle.close();
    handle = null;
    await rename(temporary, file);
    return { size, mtime: mtimeMs };
  } catch (error) {
    await handle?.close().catch(() => undefined);
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Has the names in a folder written to the disk. Windows cannot, and does not need it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some file systems (network shares) cannot sync a folder.
    if (!['EINVAL', 'ENOTSUP', 'EISDIR'].includes(systemCode(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

/** `replaceFile` and `syncFolder`: when it resolves, the bytes and the name are on the disk. */
export async function writeDurably(file: string, bytes: string | Uint8Array): Promise<Stamp> {
  const stamp = await replaceFile(file, bytes);
  await syncFolder(path.dirname(file));
  return stamp;
}
