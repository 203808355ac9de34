import type { Stats } from 'node:fs';
import { lstat, open, readdir, readlink, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FilesPort } from '../core/ports';
import { fail, ok, type Result } from '../core/result';
import { writeDurably } from './durable';
import { notAFile, readFailure, systemCode, writeFailure } from './failures';

const MEGABYTE = 1_000_000;

/**
 * Files of the machine.
 * @param firstNote path of the note that the app is shipped with
 */
export const createFiles = (firstNote: string): FilesPort => ({
  read,
  changed,
  write,
  free,
  expand,
  nameOf: (file) => path.basename(file),
  firstNote: () => read(firstNote, MEGABYTE),
});

async function read(file: string, most: number): Promise<Result<Uint8Array>> {
  const name = path.basename(file);
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size > most) {
        const [megabytes, max] = [size / MEGABYTE, most / MEGABYTE].map((count) => Math.ceil(count));
        return fail('file-too-large', { file: name, size: megabytes ?? 0, max: max ?? 0 });
      }
      return ok(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    return readFailure(error, file);
  }
}

async function changed(file: string): Promise<Result<string>> {
  try {
    return ok((await stat(file)).mtime.toISOString());
  } catch (error) {
    return readFailure(error, file);
  }
}

async function write(file: string, bytes: Uint8Array): Promise<Result<void>> {
  try {
    const target = await followed(file);
    const info = await statOf(target);
    // A rename would put a file in the place of a pipe or a device.
    if (info && !info.isFile()) return notAFile(info, file);
    await writeDurably(target, bytes);
    return ok();
  } catch (error) {
    return writeFailure(error, file);
  }
}

async function free(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = path.parse(name);
  let file = path.join(folder, name);
  // A link that leads nowhere is something too.
  for (let copy = 2; await isThere(file); copy += 1) file = path.join(folder, `${stem} (${copy})${ext}`);
  return file;
}

const isThere = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    (error: unknown) => systemCode(error) !== 'ENOENT',
  );

/** Where a path leads to by its links, also if nothing is there yet: a link is kept, and what it leads to is written. */
async function followed(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    const next = await readlink(file).catch(() => null);
    return next === null ? file : followed(path.resolve(path.dirname(file), next));
  }
}

const statOf = (file: string): Promise<Stats | null> =>
  stat(file).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });

async function expand(given: string, extensions: readonly string[]): Promise<Result<string[]>> {
  try {
    const info = await stat(given);
    // Pipes and devices have no end, or none that comes soon.
    if (!info.isDirectory())
      return info.isFile() ? ok([given]) : fail('file-unreadable', { file: path.basename(given) });
    return ok(await filesIn(given, extensions));
  } catch (error) {
    return readFailure(error, given);
  }
}

/** Links to folders are not followed: they may lead back. */
async function filesIn(folder: string, extensions: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    // A folder inside that may not be opened does not stop the others.
    if (systemCode(error) === null) throw error;
    return [];
  });
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) for (const inner of await filesIn(file, extensions)) files.push(inner);
    else if (entry.isFile() && extensions.includes(path.extname(entry.name).toLowerCase())) files.push(file);
  }
  return files;
}
