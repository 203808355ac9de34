import { execFileSync, spawnSync } from 'node:child_process';
import type { ElectronApplication } from '@playwright/test';
import { processTree, stillRunning } from '../../scripts/lib/processes.mjs';
import type { RunningApp } from './running-app';

/** Ends the app at once, as `kill -9` does, with all its processes. */
export async function killApp({ app }: RunningApp): Promise<void> {
  const child = app.process();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const processes = processTree(child.pid ?? 0);
  child.kill('SIGKILL');
  await ended;
  for (const pid of stillRunning(processes)) process.kill(pid, 'SIGKILL');
}

/** What the app's calls of the system do from now on: they fail with a code, or wait until `mend` is called. */
export type Fault = { readonly call: 'open' | 'sync' | 'rename'; readonly does: 'wait' | 'EIO' | 'ENOSPC' };

type WithMend = typeof globalThis & { mend?: () => void };

/** Injects a fault into files of the library's notes. */
export async function injectFault(app: ElectronApplication, fault: Fault): Promise<void> {
  await app.evaluate((_electron, { call, does }) => {
    const files = process.getBuiltinModule('node:fs/promises');
    const { open, rename } = files;
    const isNote = (file: unknown): boolean => /[\\/]notes[\\/]/.test(String(file));
    let free = (): void => undefined;
    const mended = new Promise<void>((resolve) => {
      free = resolve;
    });
    const fail = async (): Promise<void> => {
      if (does === 'wait') return mended;
      throw Object.assign(new Error(`${does}: injected`), { code: does });
    };
    let isMended = false;
    if (call === 'rename')
      files.rename = async (...given) => {
        if (!isMended && isNote(given[0])) await fail();
        return rename(...given);
      };
    else
      files.open = async (...given) => {
        const isHit = (): boolean => !isMended && isNote(given[0]);
        if (call === 'open' && isHit()) await fail();
        const handle = await open(...given);
        const { sync } = handle;
        if (call === 'sync')
          handle.sync = async () => {
            if (isHit()) await fail();
            return sync.call(handle);
          };
        return handle;
      };
    (globalThis as WithMend).mend = () => {
      isMended = true;
      free();
    };
  }, fault);
}

/** Takes the fault away; what waits goes on. */
export async function mend(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => (globalThis as WithMend).mend?.());
}

/** Whether this machine lets a test mount a file system. */
export const canMount =
  process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0;

/** Puts a small disk in the place of a folder. @returns what takes it away */
export function mountSmallDisk(folder: string, size: string): () => void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=777`, 'tmpfs', folder]);
  return () => spawnSync('umount', ['-l', folder]);
}

/** Lets a folder only be read. @returns what ends that */
export function mountReadOnly(folder: string): () => void {
  execFileSync('mount', ['--bind', folder, folder]);
  execFileSync('mount', ['-o', 'remount,ro,bind', folder]);
  return () => spawnSync('umount', ['-l', folder]);
}

/** How many files the app's main process may have open. @returns what it was before */
export function limitFiles({ app }: RunningApp, most: number): () => void {
  const pid = String(app.process().pid);
  const soft = execFileSync('prlimit', ['--pid', pid, '--nofile', '--noheadings', '--output', 'SOFT'], {
    encoding: 'utf8',
  }).trim();
  execFileSync('prlimit', ['--pid', pid, `--nofile=${most}:`]);
  return () => execFileSync('prlimit', ['--pid', pid, `--nofile=${soft}:`]);
}
