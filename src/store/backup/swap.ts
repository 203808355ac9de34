import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { LIBRARY_PARTS } from '../../core/library-parts';
import { fail, ok, type Result } from '../../core/result';
import { syncFolder, writeDurably } from '../durable';
import { libraryFailure, systemCode } from '../failures';
import { printed } from '../json-file';
import { setAside } from '../quarantine';
import { leave, removeWorkspace, takeOver, workspacesIn } from './workspace';

/** What goes when a library is replaced: its parts, and the index, which is derived. */
const REPLACED: readonly string[] = [...LIBRARY_PARTS, 'index.json'];
/** In a workspace: what is to come, what was there, and what is to be done. */
const NEW = 'new';
const OLD = 'old';
const JOURNAL = 'journal.json';

/** How long whoever opens a library waits for another process that is replacing it, in ms; it takes some renames. */
const PATIENCE = 5000;
const PAUSE = 50;

const journalSchema = z.object({
  schema: z.literal(1),
  /** What stands in the library's folder and has to go. */
  had: z.array(z.enum(REPLACED)),
  /** What comes. */
  brings: z.array(z.enum(REPLACED)),
  /** Epoch, in ms: what was written later is in no backup. */
  since: z.number(),
});
type Journal = z.infer<typeof journalSchema>;

/** Where the new files of a library are put together, in a workspace. */
export const newFilesIn = (workspace: string): string => path.join(workspace, NEW);

/**
 * Puts the files of a workspace in the place of a library's. From the moment that the journal is on the disk until it is gone, the
 * next start carries on where this one was killed.
 * @param since epoch, in ms: notes that were written later are kept in the quarantine
 * @param workspace its end is this function's
 * @returns where it cannot be done, everything is as it was; `restore-interrupted` where not even that can be done
 */
export async function replaceLibrary(
  library: string,
  workspace: string,
  since: number,
): Promise<Result<void>> {
  let journal: Journal = { schema: 1, had: [], brings: [], since };
  try {
    const [had, brings] = [await partsIn(library), await partsIn(newFilesIn(workspace))];
    journal = { ...journal, had, brings };
    await mkdir(path.join(workspace, OLD));
    await syncFolder(workspace);
    await writeDurably(path.join(workspace, JOURNAL), printed(journal));
    await moveOn(library, workspace, journal);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return takeBack(error, library, workspace, journal);
  }
  await cleanUp(library, workspace, journal).catch((error: unknown) => {
    // It is replaced. What is left to be done, the next who opens it does.
    leave(workspace);
    if (systemCode(error) === null) throw error;
  });
  return ok();
}

/** Where not even that can be done, the journal stays: the next who opens the library finishes what was begun. */
async function takeBack(error: unknown, library: string, workspace: string, journal: Journal) {
  try {
    await moveBack(library, workspace, journal);
    await discard(workspace);
    return libraryFailure(error);
  } catch (again) {
    leave(workspace);
    if (systemCode(again) === null) throw again;
    return fail('restore-interrupted');
  }
}

/**
 * Finishes what a kill has interrupted: a library that was being replaced is replaced. Has to come before anything of it is read.
 * @returns `library-busy` where another process is at it and does not end
 */
export async function finishReplacing(library: string, clock: () => number): Promise<Result<void>> {
  for (let waited = 0; ; waited += PAUSE) {
    const begun = await firstBegun(library, clock());
    if (begun === null) return ok();
    if (begun.inUse) {
      if (waited >= PATIENCE) return fail('library-busy');
      await sleep(PAUSE);
      continue;
    }
    // Whoever comes first takes it over; the others wait for them.
    const mine = await takeOver(library, begun.folder, 'restore');
    if (mine === null) continue;
    try {
      await moveOn(library, mine, begun.journal);
      await cleanUp(library, mine, begun.journal);
    } finally {
      leave(mine);
    }
  }
}

async function firstBegun(library: string, now: number) {
  for (const { folder, kind, inUse } of await workspacesIn(library, now)) {
    const journal = kind === 'restore' ? await journalIn(folder) : null;
    if (journal) return { folder, inUse, journal };
  }
  return null;
}

async function journalIn(workspace: string): Promise<Journal | null> {
  try {
    return journalSchema.parse(JSON.parse(await readFile(path.join(workspace, JOURNAL), 'utf8')));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Each step is known by its result to have been done, so this can be done again from any point. */
async function moveOn(library: string, workspace: string, { had, brings }: Journal): Promise<void> {
  const waiting = await partsIn(newFilesIn(workspace)).catch(ifNone);
  // The first that came says that all that had to go is gone: what stands there is new.
  if (waiting.length === brings.length)
    for (const name of had) await move(path.join(library, name), path.join(workspace, OLD, name));
  for (const name of waiting) await move(path.join(workspace, NEW, name), path.join(library, name));
  await syncFolder(library);
}

async function moveBack(library: string, workspace: string, { had, brings }: Journal): Promise<void> {
  const waiting = new Set(await partsIn(newFilesIn(workspace)));
  for (const name of brings)
    if (!waiting.has(name)) await move(path.join(library, name), path.join(workspace, NEW, name));
  const gone = new Set(await partsIn(path.join(workspace, OLD)).catch(ifNone));
  for (const name of had)
    if (gone.has(name)) await move(path.join(workspace, OLD, name), path.join(library, name));
  await syncFolder(library);
}

/** What another program wrote since the backup is in no backup: it is kept. Then the journal goes, and the old files with it. */
async function cleanUp(library: string, workspace: string, { since }: Journal): Promise<void> {
  const notes = path.join(workspace, OLD, 'notes');
  for (const name of await readdir(notes).catch(() => [])) {
    const info = await stat(path.join(notes, name)).catch(() => null);
    if (info?.isFile() && info.mtimeMs > since && !name.startsWith('.'))
      await setAside(library, path.join(notes, name), 'it was changed while the library was being restored');
  }
  await discard(workspace);
}

/** The journal first: what is half removed must not be taken for what is to be done. */
async function discard(workspace: string): Promise<void> {
  await rm(path.join(workspace, JOURNAL), { force: true });
  await syncFolder(workspace);
  await removeWorkspace(workspace);
}

const partsIn = async (folder: string): Promise<Journal['had']> => {
  const names = new Set(await readdir(folder));
  return REPLACED.filter((part) => names.has(part));
};

/** What is gone already was moved before. */
const move = (from: string, to: string): Promise<unknown> => rename(from, to).catch(ifGone);

function ifNone(error: unknown): Journal['had'] {
  ifGone(error);
  return [];
}

function ifGone(error: unknown): false {
  if (systemCode(error) === 'ENOENT') return false;
  throw error;
}
