import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { newNote } from '../core/note';
import type { Found, LibraryPort } from '../core/ports';
import type { Note } from '../core/schema';
import { createIds } from './ids';
import { createLibraryFolder } from './open-library';

export const AT = '2026-01-01T00:00:00.000Z';
export const newId = createIds();
export const note = (title: string, parts: Partial<Note> = {}): Note => ({
  ...newNote(newId(), AT, { title }),
  ...parts,
});

export async function temporary(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'briefing-desk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function openLibrary(folder: string, empty = true, clock: () => number = Date.now) {
  const library = createLibraryFolder({ folder, empty, clock });
  const found: Found[] = [];
  library.listen((one) => found.push(one));
  const opened = await library.open();
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  // Before the folder goes: the index is written a while after the last change.
  onTestFinished(() => library.close());
  const loaded = await library.load();
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return { library, found, summaries: loaded.value.summaries, ...opened.value };
}

export async function add(library: LibraryPort, ...notes: Note[]) {
  const applied = await library.apply(
    notes.map((after) => ({ id: after.id, before: null, after })),
    'import',
  );
  await versionsWritten();
  return applied;
}
/** Versions stand in the files of the history one turn of the event loop after the save, at the latest. */
export const versionsWritten = (): Promise<void> => setImmediate();
export const fileOf = (folder: string, { id }: Note): string => path.join(folder, 'notes', `${id}.json`);
export const titles = (summaries: readonly { title: string }[]): string[] =>
  summaries.map(({ title }) => title).sort();
export async function all(library: LibraryPort): Promise<string[]> {
  const read: string[] = [];
  for await (const { title } of library.readAll()) read.push(title);
  return read.sort();
}
