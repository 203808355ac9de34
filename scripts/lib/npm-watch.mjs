import { readFileSync } from 'node:fs';
import { isRunning } from './processes.mjs';

const pollMilliseconds = 500;

/**
 * Calls back when the npm that runs us is gone: npm passes a request to end only to the shell between us,
 * which ends without telling us, and being killed npm tells nobody.
 * @param {() => void} onGone
 */
export function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const npm = npmAbove(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || isRunning(npm))) return;
    clearInterval(timer);
    onGone();
  }, pollMilliseconds);
  timer.unref();
}

/**
 * @param {number} pid
 * @returns {number | undefined} the id of that process or of its parent, whichever is npm
 */
function npmAbove(pid) {
  return [pid, parentOf(pid)].find((one) => readProcess(one, 'cmdline').startsWith('npm '));
}

/** @param {number} pid */
function parentOf(pid) {
  // The name, in brackets, may hold anything; after it come the state and the parent.
  return Number(readProcess(pid, 'stat').split(') ').at(-1)?.split(' ')[1]);
}

/**
 * @param {number} pid
 * @param {string} file
 */
function readProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // Elsewhere than on Linux there is no such folder.
    return '';
  }
}
