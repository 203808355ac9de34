import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { processTree, stillRunning } from '../../scripts/lib/processes.mjs';
import { memoryOf } from './memory.mjs';

const paintMilliseconds = 60_000;
const endMilliseconds = 10_000;
/** After it the memory is looked at: the start is over, and nobody has done anything yet. */
const settleMilliseconds = 500;

/**
 * @typedef {object} Start
 * @property {number} milliseconds from the start of the process until its text is painted
 * @property {import('./memory.mjs').Memory} memory
 */

/**
 * Starts an app that says "painted", with the time, on a line of its output, measures it, and ends it.
 * @param {string} electron
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<Start>}
 */
export async function measureStart(electron, args, env) {
  const before = Date.now();
  const child = spawn(electron, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  try {
    const painted = await paintedAt(child);
    await sleep(settleMilliseconds);
    const memory = memoryOf(child.pid ?? 0);
    await end(child);
    return { milliseconds: painted - before, memory };
  } finally {
    kill();
    process.removeListener('exit', kill);
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} as of Date.now()
 */
function paintedAt(child) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The app has not painted its text.')), paintMilliseconds);
    const fail = () => reject(new Error('The app ended before it had painted its text.'));
    child.once('exit', fail);
    if (!child.stdout) return;
    createInterface(child.stdout).on('line', (line) => {
      const time = /^painted (\d+)/.exec(line)?.[1];
      if (!time) return;
      clearTimeout(timer);
      child.removeListener('exit', fail);
      resolve(Number(time));
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  const processes = processTree(child.pid ?? 0);
  child.kill('SIGTERM');
  const deadline = Date.now() + endMilliseconds;
  while (stillRunning(processes).length > 0 && Date.now() < deadline) await sleep(20);
  for (const pid of stillRunning(processes)) process.kill(pid, 'SIGKILL');
}
