import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * The bytes of all files in a folder and below.
 * @param {string} folder
 * @returns {number}
 */
export function folderSize(folder) {
  let size = 0;
  for (const path of filesBelow(folder)) {
    size += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }
  return size;
}

/**
 * The files in a folder and below, in a fixed order. What vanishes while looking is left out.
 * @param {string} folder
 * @returns {string[]} paths that begin with the folder
 */
export function filesBelow(folder) {
  /** @type {string[]} */
  const files = [];
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...filesBelow(path));
    else files.push(path);
  }
  return files;
}

/** @param {string} folder */
function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/**
 * @param {string} file
 * @returns {Promise<string>} the hash as in package-lock.json: sha512-…
 */
export async function sha512Of(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * Why the system has refused something with files, in words that follow "but".
 * @param {unknown} error
 * @returns {string}
 */
export function fileTrouble(error) {
  const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'it may not be written to';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no folder can be made there';
    default:
      return `writing there failed: ${message}`;
  }
}
