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
export type Fault =
  | { readonly call: 'open' | 'sync' | 'rename'; readonly does: 'EIO' | 'ENOSPC' | 'EMFILE' }
  | { readonly call: 'sync'; readonly does: 'wait' };

/** What faults.cjs puts into the main process. */
type WithFaults = typeof globalThis & { faults: { inject(fault: Fault): void; mend(): void } };

/** Injects a fault into the writing of notes. */
export const injectFault = (app: ElectronApplication, fault: Fault): Promise<void> =>
  app.evaluate((_electron, given) => (globalThis as WithFaults).faults.inject(given), fault);

/** Takes the fault away; what waits goes on. */
export const mend = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => (globalThis as WithFaults).faults.mend());

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
