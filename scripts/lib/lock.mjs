import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './log.mjs';
import { makeFolder } from './paths.mjs';
import { stillRunning, thisProcess } from './processes.mjs';

const pollMilliseconds = 100;
const patienceMilliseconds = 2_000;
/** A lock without an owner's name is one being made, or one left behind half made. */
const namelessMilliseconds = 5_000;

/**
 * Runs a task while no other process runs a task under the same lock; waits for the other one first.
 * A lock left behind by a process that is gone is taken over.
 * @template T
 * @param {string} folder the lock: a folder that exists while the task runs
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function withLock(folder, task) {
  makeFolder(dirname(folder));
  const sayWaiting = setTimeout(
    () => say('Waiting for another command that does the same …'),
    patienceMilliseconds,
  );
  while (!take(folder)) await sleep(pollMilliseconds);
  clearTimeout(sayWaiting);
  const release = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await task();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

/** @param {string} folder */
function take(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
    return false;
  }
  writeFileSync(join(folder, 'owner'), JSON.stringify(thisProcess()));
  return true;
}

/** @param {string} folder */
function isAbandoned(folder) {
  try {
    return stillRunning([JSON.parse(readFileSync(join(folder, 'owner'), 'utf8'))]).length === 0;
  } catch {
    const made = statSync(folder, { throwIfNoEntry: false });
    return made !== undefined && Date.now() - made.mtimeMs > namelessMilliseconds;
  }
}
