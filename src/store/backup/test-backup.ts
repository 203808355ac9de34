import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { defaultOrder } from '../../core/order';
import type { BackupWork, LibraryPort } from '../../core/ports';
import type { Note } from '../../core/schema';
import { add, note, openLibrary, temporary } from '../test-library';
import { createBackups } from './backups';

export const APP = '1.2.3';
/** The local time of `CLOCK`. */
export const MINUTE = '2026-11-24 17.05';
export const CLOCK = new Date(2026, 10, 24, 17, 5).getTime();

/** Work that nobody watches or cancels. */
export const quietly = (): BackupWork => ({
  signal: new AbortController().signal,
  progress: () => undefined,
});
export const atOnce = <T>(task: () => Promise<T>): Promise<T> => task();

/** A library with a file of every part, a folder for backups, and what backs it up. */
export async function libraryWithBackups(notes: readonly Note[] = [note('A'), note('B')]) {
  const root = await temporary();
  const [library, to] = [path.join(root, 'library'), path.join(root, 'backups')];
  await mkdir(to);
  const opened = await openLibrary(library);
  await add(opened.library, ...notes);
  await opened.library.saveSettings({ ...(await opened.library.settings()), author: 'A. Reader' });
  await opened.library.saveView({ note: notes[0]?.id ?? null, scroll: 5, order: defaultOrder });
  await mkdir(path.join(library, 'history'), { recursive: true });
  await writeFile(path.join(library, 'history', 'some.jsonl'), '{"schema":1}\n');
  await mkdir(path.join(library, 'layouts', 'mine'), { recursive: true });
  await writeFile(path.join(library, 'layouts', 'mine', 'layout.typ'), '// My own.\n');
  await mkdir(path.join(library, 'quarantine'));
  await writeFile(path.join(library, 'quarantine', 'a:b\\c.json'), 'dirt');
  const clock = { now: CLOCK };
  const backups = createBackups({ library, app: APP, clock: () => clock.now });
  const backUp = () => backups.backUp({ ...quietly(), to, inTurn: atOnce });
  return { root, library, to, port: opened.library, backups, backUp, clock, notes };
}

/** Reads a library anew. */
export async function notesIn(folder: string): Promise<string[]> {
  const { library, summaries } = await openLibrary(folder);
  const titles = await titlesOf(library);
  await library.close();
  if (titles.length !== summaries.length) throw new Error('the list and the notes disagree');
  return titles;
}

async function titlesOf(library: LibraryPort): Promise<string[]> {
  await library.reconcile();
  const titles: string[] = [];
  for await (const { title } of library.readAll()) titles.push(title);
  return titles.sort();
}

/** Every file below a folder with its content, by its path. */
export async function contentOf(folder: string): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const file = path.join(folder, name);
    if ((await stat(file)).isFile()) content[name] = await readFile(file, 'utf8');
  }
  return content;
}
