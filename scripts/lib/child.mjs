import { spawn } from 'node:child_process';

/**
 * @typedef {object} Finished
 * @property {number} code exit code; 1 if it could not be started or was ended by a signal
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * Runs a program to its end and keeps what it says. It is ended when we end.
 * @param {string} program
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number, shell?: boolean}} [options] timeout in milliseconds
 * @returns {Promise<Finished>}
 */
export function runQuietly(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const end = () => child.kill();
    process.once('exit', end);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.on('error', (error) => {
      stderr += error.message;
    });
    child.on('close', (code) => {
      process.removeListener('exit', end);
      resolve({ code: code ?? 1, stdout, stderr });
    });
  });
}

/**
 * Runs npm: the very one that started us, if one did.
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} options
 * @returns {Promise<Finished>}
 */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('npm-cli.js')) return runQuietly(process.execPath, [npm, ...args], options);
  return runQuietly('npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * The line in which npm says what went wrong, without the word "npm error".
 * @param {Finished} finished
 * @returns {string}
 */
export function npmReason(finished) {
  const lines = finished.stderr
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*(\w*Error: )?/, '').trim())
    .filter(
      (line) =>
        line !== '' && !/^(code|errno|syscall|path|type|A complete log|If you are behind)\b/.test(line),
    );
  return lines[0]?.slice(0, 300) ?? `npm ended with code ${finished.code}.`;
}
