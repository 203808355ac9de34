/** What the test of kills needs of the app, for plain Node. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { newNote } from '../../src/core/note';
import { createBackups } from '../../src/store/backup/backups';
import { openBackup } from '../../src/store/backup/zip-reader';
import { createIds } from '../../src/store/ids';
import { createLibraryFolder } from '../../src/store/open-library';

const work = { signal: new AbortController().signal, progress: () => undefined };
const newId = createIds();

async function opened(folder: string) {
  const library = createLibraryFolder({ folder, empty: true });
  const open = await library.open();
  if (!open.ok) throw new Error(JSON.stringify(open.error));
  const loaded = await library.load();
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  await library.reconcile();
  return library;
}

/** Makes a library with notes of these titles. */
export async function makeLibrary(folder: string, titles: readonly string[]): Promise<void> {
  const library = await opened(folder);
  const at = new Date().toISOString();
  const notes = titles.map((title) => newNote(newId(), at, { title, text: title.repeat(500) }));
  const done = await library.apply(
    notes.map((after) => ({ id: after.id, before: null, after })),
    'import',
  );
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  await library.close();
}

/** Opens a library as the next start does. @returns the titles of its notes, in order */
export async function titlesIn(folder: string): Promise<string[]> {
  const library = await opened(folder);
  const titles: string[] = [];
  for await (const { title } of library.readAll()) titles.push(title);
  await library.close();
  return titles.sort();
}

/** @returns the backup's path */
export async function backUp(library: string, to: string, now = Date.now()): Promise<string> {
  const backups = createBackups({ library, app: '0.0.0', clock: () => now });
  const made = await backups.backUp({ ...work, to, inTurn: (task) => task() });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.path;
}

/** @returns what is wrong with the backups in a folder, by their names */
export async function wrongBackups(folder: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.zip'))) {
    const opened = await openBackup(path.join(folder, name));
    const read = opened.ok ? await opened.value.readAll(work) : opened;
    if (opened.ok) await opened.value.close();
    if (!read.ok) wrong.push(`${name}: ${read.error.code}`);
  }
  return wrong;
}

/** What is left of work that was interrupted, after the next start has swept. */
export async function leftIn(library: string): Promise<string[]> {
  await createBackups({ library, app: '0.0.0' }).sweep();
  return (await readdir(library)).filter((name) => /^\.(snapshot|restore)\./.test(name));
}
