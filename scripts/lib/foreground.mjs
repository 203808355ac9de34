import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { onEndSignal } from './signals.mjs';
import { findProgram } from './system-libraries.mjs';

const graceMilliseconds = 5_000;
const ownGroup = process.platform !== 'win32';

/**
 * @typedef {object} Ending
 * @property {number} code exit code, as a shell would show it
 * @property {string | null} signal what ended the program, if a signal did
 * @property {boolean} asked whether somebody had asked us to end
 */

/**
 * Runs a program as the one that a person deals with: it has our input and output, a request to end is passed
 * on to it, and what it does not end within five seconds, or leaves behind, is killed.
 * @param {string} program
 * @param {string[]} args
 * @param {{env?: NodeJS.ProcessEnv, cwd?: string}} [options]
 * @returns {Promise<Ending>}
 */
export function runInForeground(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    // A group of its own, so that Ctrl-C reaches it once, through us, and the whole group can be killed.
    const child = spawn(...endingWithUs(program, args), { ...options, stdio: 'inherit', detached: ownGroup });
    const killAll = () => killGroup(child.pid);
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    let asked = false;
    const restore = onEndSignal((signal) => {
      if (asked) killAll();
      else child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
      asked = true;
      timer ??= setTimeout(killAll, graceMilliseconds);
    });
    process.once('exit', killAll);
    const settle = () => {
      clearTimeout(timer);
      restore();
      process.removeListener('exit', killAll);
    };
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      settle();
      killAll();
      resolve({ code: code ?? 128 + constants.signals[signal ?? 'SIGTERM'], signal, asked });
    });
  });
}

/**
 * On Linux the system ends the program if we get killed without a chance to do so.
 * @param {string} program
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function endingWithUs(program, args) {
  const setpriv = process.platform === 'linux' ? findProgram('setpriv') : undefined;
  return setpriv ? [setpriv, ['--pdeathsig', 'TERM', '--', program, ...args]] : [program, args];
}

/** @param {number | undefined} pid of the group's first process */
function killGroup(pid) {
  if (pid === undefined || !ownGroup) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
}
