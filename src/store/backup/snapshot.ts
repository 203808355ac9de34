import { constants } from 'node:fs';
import { copyFile, link, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { LIBRARY_PARTS, portablePath } from '../../core/library-parts';
import { isTemporary } from '../durable';
import { systemCode } from '../failures';
import { forEachParallel } from '../parallel';
import { makeWorkspace, removeWorkspace } from './workspace';

/** How many files are linked side by side. */
const WIDTH = 16;

export interface SnapshotFile {
  /** As it stands in a backup: with slashes, relative to the library's folder. */
  readonly path: string;
  /** Where its bytes are. */
  readonly source: string;
  /** What belongs to the snapshot: a file that is only ever added to may have grown since. */
  readonly size: number;
  readonly mtime: Date;
}

export interface Snapshot {
  readonly files: readonly SnapshotFile[];
  remove(): Promise<void>;
}

/**
 * The library as it is at this moment. Its files are linked, not copied: whoever writes one replaces it by another, so the link
 * keeps what was. Where the disk has no links they are copied.
 * @throws the system's error; then nothing is left of it
 */
export async function takeSnapshot(library: string, signal: AbortSignal): Promise<Snapshot> {
  const folder = await makeWorkspace(library, 'snapshot');
  const remove = (): Promise<void> => removeWorkspace(folder);
  try {
    const found = await filesOf(library);
    const files: SnapshotFile[] = [];
    const names = new Set<string>();
    await forEachParallel([...found.entries()], WIDTH, async ([index, file]) => {
      if (signal.aborted) return;
      const source = path.join(folder, String(index));
      if (!(await keep(path.join(library, file), source))) return;
      const { size, mtime } = await stat(source);
      const named = unique(portablePath(file.split(path.sep).join('/')), names);
      files.push({ path: named, source, size, mtime });
    });
    files.sort((a, b) => (a.path < b.path ? -1 : 1));
    return { files, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Paths of all files that belong to the library, relative to its folder. */
async function filesOf(library: string): Promise<string[]> {
  const files: string[] = [];
  const look = async (relative: string): Promise<void> => {
    const info = await stat(path.join(library, relative)).catch(ifGone);
    if (info?.isFile()) files.push(relative);
    if (info?.isDirectory()) await lookIn(relative);
  };
  const lookIn = async (relative: string): Promise<void> => {
    for (const entry of await readdir(path.join(library, relative), { withFileTypes: true })) {
      if (isTemporary(entry.name)) continue;
      const inner = path.join(relative, entry.name);
      if (entry.isFile()) files.push(inner);
      else if (entry.isDirectory()) await lookIn(inner);
    }
  };
  for (const part of LIBRARY_PARTS) await look(part);
  return files;
}

/** @returns false where another program has removed it meanwhile */
async function keep(file: string, at: string): Promise<boolean> {
  try {
    await link(file, at);
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    if (code === 'ENOENT') return false;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw error;
  }
  try {
    await copyFile(file, at, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${name} (${copy})`;
  taken.add(free.toLowerCase());
  return free;
}

function ifGone(error: unknown): null {
  if (systemCode(error) === 'ENOENT') return null;
  throw error;
}
