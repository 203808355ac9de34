import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endingWithUs } from './foreground.mjs';
import { SetupError } from './log.mjs';

const screen = '1600x1000x24';
const startMilliseconds = 10_000;

/**
 * @typedef {object} Display
 * @property {Record<string, string>} env what a program needs to find it
 * @property {() => void} stop
 */

/**
 * Whether windows have nowhere to go.
 * @returns {boolean}
 */
export function isDisplayMissing() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/**
 * Runs a task with a display: the one that is there, or else a virtual one for as long as the task takes.
 * @template T
 * @param {(env: Record<string, string>) => Promise<T>} task gets what a program needs to find the display
 * @returns {Promise<T>}
 */
export async function withDisplay(task) {
  return withDisplays(1, ([env = {}]) => task(env));
}

/**
 * Runs a task with several displays: the one that is there for all, or else as many virtual ones for as long as the task takes.
 * Windows on one display take the pointer from each other as they come and go; on displays of their own they cannot.
 * @template T
 * @param {number} count at least 1
 * @param {(envs: Record<string, string>[]) => Promise<T>} task gets what a program needs to find each display
 * @returns {Promise<T>}
 */
export async function withDisplays(count, task) {
  if (!isDisplayMissing()) return task(Array.from({ length: count }, () => ({})));
  /** @type {Display[]} */
  const displays = [];
  try {
    while (displays.length < count) displays.push(await startVirtualDisplay());
    return await task(displays.map(({ env }) => env));
  } finally {
    for (const display of displays) display.stop();
  }
}

/**
 * Starts a virtual display that only programs with its cookie can use. It ends when we end, however we do.
 * @returns {Promise<Display>}
 */
export async function startVirtualDisplay() {
  const folder = mkdtempSync(join(tmpdir(), 'briefing-desk-display-'));
  const cookieFile = join(folder, 'cookie');
  writeFileSync(cookieFile, cookieEntry(), { mode: 0o600 });
  const args = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    screen,
    '-auth',
    cookieFile,
    '-nolisten',
    'tcp',
    '-noreset',
  ];
  // A group of its own: Ctrl-C must not take the display away before the app has ended.
  const server = spawn(...endingWithUs('Xvfb', args), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = () => {
    process.removeListener('exit', stop);
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  try {
    const number = await displayNumber(server);
    return { env: { DISPLAY: `:${number}`, XAUTHORITY: cookieFile }, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let complaint = '';
    let number = '';
    /** @param {string} why */
    const fail = (why) =>
      reject(
        new SetupError(
          'The virtual display could not be started.',
          why,
          'Run `Xvfb -displayfd 1` by hand to see more, or set DISPLAY to a display that is there.',
        ),
      );
    const timer = setTimeout(() => fail('Xvfb does not answer.'), startMilliseconds);
    server.stderr?.setEncoding('utf8').on('data', (text) => {
      complaint += text;
    });
    server.stdio[3]?.on('data', (bytes) => {
      number += bytes;
      if (!number.endsWith('\n')) return;
      clearTimeout(timer);
      resolve(number.trim());
    });
    server.on('error', (error) => fail(error.message));
    server.on('exit', () => {
      clearTimeout(timer);
      fail(complaint.trim().split('\n').at(-1) || 'Xvfb ended at once.');
    });
  });
}

/**
 * An entry of an Xauthority file with a new cookie, for any display of this machine.
 * Format: libXau, AuGetAddr.c and AuWrite.c: family, address, number, name, data; lengths in two bytes, big-endian.
 */
function cookieEntry() {
  const anyFamily = Buffer.from([0xff, 0xff]);
  const name = Buffer.from('MIT-MAGIC-COOKIE-1');
  return Buffer.concat([
    anyFamily,
    counted(Buffer.alloc(0)),
    counted(Buffer.alloc(0)),
    counted(name),
    counted(randomBytes(16)),
  ]);
}

/** @param {Buffer} bytes */
function counted(bytes) {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
