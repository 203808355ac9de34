import { closeSync, fchmodSync, fstatSync, openSync, statSync, write, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { syncDescriptor } from './disk-sync';
import type { Stamp } from './durable';
import { systemCode } from './failures';
import { whenFree } from './patience';

/** What a file is to hold; in portions where it is so much that writing it in one go would hold everything else up. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>;

/** What is smaller is small, in UTF-16 code units or bytes. */
const SMALL = 256 * 1024;

const writePortion = promisify(write);

/**
 * Makes a file and brings its bytes to the disk. What only the system's memory is asked for is done at once: by way of the thread
 * pool each of those calls would take as long as all of them together, a third of the whole. What waits for the disk is waited for.
 * @param file a new name
 * @param like the file that it is to replace, whose permissions it gets
 * @throws the system's error; the file may then be there
 */
export async function writeNew(file: string, like: string, content: Content): Promise<Stamp> {
  const mode = modeOf(like);
  // From the first byte on: what only its owner could read is at no moment open to others.
  const descriptor = await whenFree(async () => openSync(file, 'wx', mode ?? 0o666));
  try {
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(descriptor, content);
    else for await (const portion of content) await writeWhole(descriptor, portion);
    const { size, mtimeMs, mode: given } = fstatSync(descriptor);
    if (mode !== null && mode !== permissionsIn(given)) widen(descriptor, mode);
    await syncDescriptor(descriptor, isSmall(content) ? 'small' : 'large');
    return { size, mtime: mtimeMs };
  } finally {
    closeSync(descriptor);
  }
}

const isSmall = (content: Content): boolean =>
  (typeof content === 'string' || content instanceof Uint8Array) && content.length < SMALL;

const permissionsIn = (mode: number): number => mode & 0o777;

/** @returns null: there is no such file */
function modeOf(file: string): number | null {
  const before = statSync(file, { throwIfNoEntry: false });
  return before ? permissionsIn(before.mode) : null;
}

/** The process may be told to make no file that others can write. */
function widen(descriptor: number, mode: number): void {
  try {
    fchmodSync(descriptor, mode);
  } catch (error) {
    // Some file systems keep no permissions.
    if (systemCode(error) === null) throw error;
  }
}

async function writeWhole(descriptor: number, portion: Uint8Array): Promise<void> {
  for (let at = 0; at < portion.length; ) {
    const { bytesWritten } = await writePortion(descriptor, portion, at, portion.length - at, null);
    at += bytesWritten;
  }
}
