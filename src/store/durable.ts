import { randomBytes } from 'node:crypto';
import { closeSync, openSync, renameSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isClaim } from './claim';
import { syncDescriptor } from './disk-sync';
import { systemCode } from './failures';
import { type Content, writeNew } from './new-file';
import { whenFree } from './patience';

/** What the list of files tells of a file's state: enough to see whether it was written since. */
export interface Stamp {
  readonly size: number;
  /** Epoch, in ms with fractions. */
  readonly mtime: number;
}

/** After this time what a killed process left half written is not being written any more, in ms. */
const ABANDONED = 60 * 60 * 1000;

/** A file that is being written; what a killed process leaves behind is known by this name. */
export const isTemporary = (name: string): boolean => /^\..+\.tmp$/.test(name);

/** Whether nobody is writing a temporary file any more. @param now epoch, in ms */
export async function isAbandoned(file: string, now: number): Promise<boolean> {
  const age = await stat(file).then(
    // A claim is another name of a file that may be old: when it got that counts.
    ({ mtimeMs, ctimeMs }) => now - (isClaim(file) ? ctimeMs : mtimeMs),
    () => 0,
  );
  // Where the clock was set back, what is left behind is as far in the future.
  return Math.abs(age) > ABANDONED;
}

/** Removes a temporary file that nobody is writing any more. @param now epoch, in ms */
export async function removeAbandoned(file: string, now: number): Promise<void> {
  if (await isAbandoned(file, now)) await rm(file, { force: true }).catch(() => undefined);
}

/** Removes all of them from a folder, as far as the system lets it. @param now epoch, in ms */
export async function sweep(folder: string, now: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isTemporary)) await removeAbandoned(path.join(folder, name), now);
}

/** New bytes of a file that are on the disk under another name in its folder. */
export interface Beside {
  readonly temporary: string;
  readonly stamp: Stamp;
}

// Two machines that share a folder may have processes of one number.
const ours = randomBytes(6).toString('hex');
let written = 0;

/** What no other file that is being written has in its name; chance for each of them would take a save as long as printing the note. */
function mark(): string {
  written += 1;
  return `${ours}${written.toString(16).padStart(4, '0')}`;
}

/**
 * Brings the new bytes of a file to the disk under another name in its folder; a rename then puts them in its place.
 * @throws the system's error; nothing is left behind
 */
export async function writeBeside(file: string, content: Content): Promise<Beside> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file).slice(0, 60)}.${mark()}.tmp`);
  try {
    return { temporary, stamp: await writeNew(temporary, file, content) };
  } catch (error) {
    await discard(temporary);
    throw error;
  }
}

/** What happens around the moment in which a new file takes the name of the one before. */
export type InPlace = (rename: () => Promise<void>) => Promise<void>;

/**
 * Replaces a file: its new bytes are on the disk under another name in the same folder before they take its name, so that at any
 * moment it is there whole, as it was or as it will be. The folder has to be synced after it for the name itself to be on the disk.
 * @param inPlace lets the new file take the name, by the function that it is given; where it throws, the file is left as it is
 * @throws the system's error; the file is then as it was
 */
export async function replaceFile(
  file: string,
  content: Content,
  inPlace: InPlace = (rename) => rename(),
): Promise<Stamp> {
  const { temporary, stamp } = await writeBeside(file, content);
  try {
    await inPlace(async () => renameSync(temporary, file));
    return stamp;
  } catch (error) {
    await discard(temporary);
    throw error;
  }
}

/** Removes a file that was written beside another and is not needed. */
export async function discard(temporary: string): Promise<void> {
  await rm(temporary, { force: true }).catch(() => undefined);
}

/** Has the names in a folder written to the disk. Windows cannot do that, and need not. @throws the system's error */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const descriptor = await whenFree(async () => openSync(folder, 'r'));
  try {
    await syncDescriptor(descriptor, 'small');
  } catch (error) {
    // Some file systems (network shares) cannot sync a folder.
    if (!['EINVAL', 'ENOTSUP', 'EISDIR'].includes(systemCode(error) ?? '')) throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** Replaces a file; when it resolves, the bytes and the name are on the disk. */
export async function writeDurably(file: string, content: Content): Promise<Stamp> {
  const stamp = await replaceFile(file, content);
  await syncFolder(path.dirname(file));
  return stamp;
}
