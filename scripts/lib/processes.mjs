import { readdirSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} RunningProcess
 * @property {number} pid
 * @property {string} started when, in the system's own count: with the id it names one process for ever
 */

/**
 * Whether a process with this id runs. One that has ended, but whose end nobody has taken note of, does not.
 * @param {number} pid
 * @returns {boolean}
 */
export function isRunning(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (process.platform === 'linux') return readStat(pid) !== undefined;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @returns {RunningProcess} */
export function thisProcess() {
  return { pid: process.pid, started: readStat(process.pid)?.started ?? '' };
}

/**
 * A process and all below it. Elsewhere than on Linux only the process itself is known.
 * @param {number} pid
 * @returns {RunningProcess[]}
 */
export function processTree(pid) {
  if (process.platform !== 'linux') return isRunning(pid) ? [{ pid, started: '' }] : [];
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readStat(Number(name)))
    .filter((stat) => stat !== undefined);
  const found = all.filter((stat) => stat.pid === pid);
  // Grows while it is gone through: children, grandchildren and so on.
  for (const parent of found) found.push(...all.filter((stat) => stat.parent === parent.pid));
  return found.map((stat) => ({ pid: stat.pid, started: stat.started }));
}

/**
 * Which of these processes still run.
 * @param {RunningProcess[]} processes
 * @returns {number[]} their ids
 */
export function stillRunning(processes) {
  const left = processes.filter(({ pid, started }) =>
    process.platform === 'linux' ? readStat(pid)?.started === started : isRunning(pid),
  );
  return left.map(({ pid }) => pid);
}

/**
 * @param {number} pid
 * @returns {{pid: number, parent: number, started: string} | undefined} undefined: not there, or dead already
 */
function readStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything; proc(5) counts the fields after it from the third, the state, on.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state, parent] = fields;
    return state === 'Z' ? undefined : { pid, parent: Number(parent), started: fields[22 - 3] ?? '' };
  } catch {
    return undefined;
  }
}
