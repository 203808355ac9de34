import { isUtf8 } from 'node:buffer';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Low } from 'lowdb';
import { readVersioned } from '../core/migrations/read';
import { fail, ok, type Result } from '../core/result';
import { idSchema, type Note, noteSchema } from '../core/schema';
import { whileClaimed } from './claim';
import { discard, type InPlace, isTemporary, removeAbandoned, type Stamp, syncFolder } from './durable';
import { readFailure, systemCode } from './failures';
import { FileBeside, JsonFile } from './json-file';
import { whenFree } from './patience';

/** Largest note file that is read, in bytes. */
const MAX_NOTE = 128 * 1024 * 1024;

export interface StoredNote {
  readonly note: Note;
  readonly stamp: Stamp;
}

/** The files of the notes: one `ID.json` for each, in a folder of their own. */
export class NoteFiles {
  readonly folder: string;
  readonly #readsNewer: boolean;

  /** @param readsNewer notes of newer versions are read as far as they can be, for a library that is not written to */
  constructor(folder: string, { readsNewer = false } = {}) {
    this.folder = folder;
    this.#readsNewer = readsNewer;
  }

  fileOf(id: string): string {
    return path.join(this.folder, `${id}.json`);
  }

  /**
   * @returns `note-not-found`; `folder-missing`; `file-newer-version`; `file-not-a-note` with `why` where the file is damaged; `file-unreadable`
   *   where the system does not let it be read
   */
  async read(id: string): Promise<Result<StoredNote>> {
    const file = this.fileOf(id);
    try {
      const stamp = stampOf(await stat(file));
      if (stamp.size > MAX_NOTE) return tooLarge(file, stamp.size);
      return this.#parse(id, file, await whenFree(() => readFile(file)), stamp);
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') return readFailure(error, file);
      // Nothing can be said of a note whose folder is gone.
      const isThere = await this.needFolder().then(
        () => true,
        () => false,
      );
      return isThere ? fail('note-not-found', { note: id }) : fail('folder-missing', { context: 'reading' });
    }
  }

  /** The same, while everything else waits: for many notes it takes a fifth of the time. It does not wait until files are free (`too-many-files`). */
  readNow(id: string): Result<StoredNote> {
    const file = this.fileOf(id);
    try {
      const stamp = stampOf(statSync(file));
      if (stamp.size > MAX_NOTE) return tooLarge(file, stamp.size);
      return this.#parse(id, file, readFileSync(file), stamp);
    } catch (error) {
      return systemCode(error) === 'ENOENT' ? fail('note-not-found', { note: id }) : readFailure(error, file);
    }
  }

  /** Replaces the note's file; the folder has to be synced after it. @throws the system's error */
  async write(note: Note, inPlace?: InPlace): Promise<Stamp> {
    const adapter = new JsonFile<Note>(this.fileOf(note.id), inPlace);
    await new Low(adapter, note).write();
    if (!adapter.stamp) throw new Error('the adapter did not write');
    return adapter.stamp;
  }

  /** Brings the note to the disk beside its file, which `putInPlace` replaces. @throws the system's error */
  async writeBeside(note: Note): Promise<{ temporary: string; stamp: Stamp }> {
    const adapter = new FileBeside<Note>(this.fileOf(note.id));
    await new Low<Note>(adapter, note).write();
    if (!adapter.beside) throw new Error('the adapter did not write');
    const { temporary, stamp } = adapter.beside;
    return { temporary: path.basename(temporary), stamp };
  }

  /** Where a file beside the notes' is. */
  pathOf(temporary: string): string {
    return path.join(this.folder, temporary);
  }

  async has(temporary: string): Promise<boolean> {
    return stat(this.pathOf(temporary)).then(
      () => true,
      () => false,
    );
  }

  /** Lets a file that was written beside the note's take its place; the folder has to be synced after it. @throws the system's error */
  async putInPlace(id: string, temporary: string): Promise<void> {
    await rename(this.pathOf(temporary), this.fileOf(id));
  }

  /** Removes a file that was written beside a note's and is not needed. */
  discard(temporary: string): Promise<void> {
    return discard(this.pathOf(temporary));
  }

  /** Removes the note's file; the folder has to be synced after it. */
  async remove(id: string): Promise<void> {
    await rm(this.fileOf(id), { force: true });
  }

  /** Looks at the note's file and replaces or removes it, while no other process of ours does. */
  whileClaimed<T>(id: string, work: () => Promise<T>): Promise<T> {
    return whileClaimed(this.fileOf(id), work);
  }

  /** Has the names of the files written to the disk. @throws the system's error */
  syncFolder(): Promise<void> {
    return syncFolder(this.folder);
  }

  /** @throws the system's error where the folder is not there */
  async needFolder(): Promise<void> {
    await stat(this.folder);
  }

  /** @returns null: there is none. @throws the system's error */
  async stamp(id: string): Promise<Stamp | null> {
    try {
      return stampOf(await stat(this.fileOf(id)));
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** The same, while everything else waits: every save asks it twice. */
  stampNow(id: string): Stamp | null {
    try {
      return stampOf(statSync(this.fileOf(id)));
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** The ids of all notes, and the names of JSON files that cannot be one. What killed processes left behind is removed. */
  async list(now: number): Promise<{ ids: string[]; strangers: string[] }> {
    const { ids, strangers, temporary } = await this.look();
    for (const name of temporary) await removeAbandoned(path.join(this.folder, name), now);
    return { ids, strangers };
  }

  /** The same, and the names of files that are being written; nothing is changed. */
  async look(): Promise<{ ids: string[]; strangers: string[]; temporary: string[] }> {
    const names = await readdir(this.folder);
    return { ...sortedNames(names), temporary: names.filter(isTemporary) };
  }

  /** The note in a file that is not named by its id; null: there is none. */
  async readCopy(name: string): Promise<Note | null> {
    const file = path.join(this.folder, name);
    try {
      const stamp = stampOf(await stat(file));
      if (stamp.size > MAX_NOTE) return null;
      const parsed = this.#parse(null, file, await readFile(file), stamp);
      return parsed.ok ? parsed.value.note : null;
    } catch (error) {
      if (systemCode(error) === null) throw error;
      return null;
    }
  }

  /** @param id the note that it should be; null: any */
  #parse(id: string | null, file: string, bytes: Buffer, stamp: Stamp): Result<StoredNote> {
    // Decoded loosely, damaged letters would be saved again as replacement characters.
    if (!isUtf8(bytes)) return notANote(file, 'it is not UTF-8');
    let data: unknown;
    try {
      data = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
    } catch (error) {
      return notANote(file, `it is not JSON: ${error instanceof Error ? error.message : ''}`);
    }
    const parsed = readVersioned('note', noteSchema, data);
    if (parsed.is === 'damaged') return notANote(file, `it is not a note: ${parsed.why}`);
    if (parsed.value === null || (parsed.is === 'newer' && !this.#readsNewer))
      return fail('file-newer-version', { file: path.basename(file) });
    if (id !== null && parsed.value.id !== id) return notANote(file, `it holds the note ${parsed.value.id}`);
    return ok({ note: parsed.value, stamp });
  }
}

/** Which names are those of notes, and which JSON files cannot be one. */
export function sortedNames(names: readonly string[]): { ids: string[]; strangers: string[] } {
  const ids: string[] = [];
  const strangers: string[] = [];
  for (const name of names) {
    if (!name.endsWith('.json') || name.startsWith('.')) continue;
    const id = name.slice(0, -'.json'.length);
    if (idSchema.safeParse(id).success) ids.push(id);
    else strangers.push(name);
  }
  return { ids, strangers };
}

const stampOf = ({ size, mtimeMs }: Stats): Stamp => ({ size, mtime: mtimeMs });
const notANote = (file: string, why: string) => fail('file-not-a-note', { file: path.basename(file), why });
const tooLarge = (file: string, size: number) =>
  notANote(file, `it has ${size} bytes, more than ${MAX_NOTE}`);
