import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout, absolute. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * A path inside this checkout.
 * @param {...string} parts
 * @returns {string} absolute path
 */
export function inRoot(...parts) {
  return join(root, ...parts);
}

/**
 * The folder in which this user's programs keep what can be fetched again.
 * @returns {string} absolute path; it need not exist
 */
export function userCacheFolder() {
  const fromEnvironment = process.env.XDG_CACHE_HOME;
  return fromEnvironment?.startsWith('/') ? fromEnvironment : join(homedir(), '.cache');
}

/**
 * Makes a folder and the folders above it.
 * Not `mkdir` with `recursive`: in Node 20 that never returns below /proc.
 * @param {string} folder absolute path
 */
export function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}
