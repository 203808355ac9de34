import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { systemCode } from '../failures';
import { isRunning } from '../processes';

/** What a folder is for that is there only while something is done. */
export type WorkspaceKind = 'snapshot' | 'restore';

/** After this time nobody works in it any more, on whatever machine, in ms. */
const ABANDONED = 24 * 60 * 60 * 1000;
const NAME = /^\.(snapshot|restore)\.([0-9a-f]{8})-(\d+)\.[0-9a-f]{16}$/;
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** Those that this process works in. */
const mine = new Set<string>();

/** A name that says who works in it. */
const workspaceName = (kind: WorkspaceKind): string =>
  `.${kind}.${machine}-${process.pid}.${randomBytes(8).toString('hex')}`;

/** Makes a folder in the library's folder, on the same disk as what it will hold. @throws the system's error */
export async function makeWorkspace(library: string, kind: WorkspaceKind): Promise<string> {
  const folder = path.join(library, workspaceName(kind));
  await mkdir(folder);
  mine.add(folder);
  return folder;
}

/** Takes over a workspace that nobody works in any more. @returns its new path; null: somebody else was quicker. @throws the system's error */
export async function takeOver(library: string, folder: string, kind: WorkspaceKind): Promise<string | null> {
  const taken = path.join(library, workspaceName(kind));
  mine.add(taken);
  try {
    await rename(folder, taken);
    return taken;
  } catch (error) {
    mine.delete(taken);
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** This process does not work in it any more; what is left of it is for the next who opens the library. */
export const leave = (folder: string): boolean => mine.delete(folder);

/** The workspaces in a library's folder, and whether somebody may still be at work in them. */
export async function workspacesIn(library: string, now: number) {
  const names = await readdir(library).catch((error: unknown) => {
    if (systemCode(error) === null) throw error;
    return [];
  });
  const found: { folder: string; kind: WorkspaceKind; inUse: boolean }[] = [];
  for (const name of names) {
    const [, kind, host, pid] = NAME.exec(name) ?? [];
    if (kind !== 'snapshot' && kind !== 'restore') continue;
    const folder = path.join(library, name);
    found.push({ folder, kind, inUse: await isInUse(folder, host === machine, Number(pid), now) });
  }
  return found;
}

/** Removes what killed processes left behind. @param now epoch, in ms */
export async function sweepWorkspaces(library: string, now: number, kinds: readonly WorkspaceKind[]) {
  for (const { folder, kind, inUse } of await workspacesIn(library, now))
    if (!inUse && kinds.includes(kind)) await removeWorkspace(folder);
}

/** What cannot be removed now is swept later. */
export async function removeWorkspace(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch((error: unknown) => {
    if (systemCode(error) === null) throw error;
  });
  leave(folder);
}

async function isInUse(folder: string, here: boolean, pid: number, now: number): Promise<boolean> {
  if (here) return pid === process.pid ? mine.has(folder) : isRunning(pid);
  const made = await stat(folder).catch(() => null);
  return made !== null && now - made.mtimeMs < ABANDONED;
}
