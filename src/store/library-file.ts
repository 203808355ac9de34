import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { readVersioned } from '../core/migrations/read';
import { fail, type Notice, ok, type Result } from '../core/result';
import { LIBRARY_SCHEMA } from '../core/vocabulary';
import { isSystemFolder } from './data-folder';
import { syncFolder } from './durable';
import { systemCode } from './failures';
import { JsonFile } from './json-file';
import { setAside } from './quarantine';

export const librarySchema = z.object({ schema: z.literal(LIBRARY_SCHEMA), created: z.iso.datetime() });
type LibraryData = z.infer<typeof librarySchema>;

/** What stands in a failure to open, as a variant of its words (`error.library-unusable_…`). */
const WHY: Readonly<Record<string, string>> = {
  EACCES: 'not-writable',
  EROFS: 'not-writable',
  EPERM: 'not-writable',
  // What making a folder answers on a disk that is mounted for reading.
  ENOENT: 'not-writable',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  ENOTDIR: 'not-a-folder',
  EEXIST: 'not-a-folder',
  EMFILE: 'too-many-files',
  ENFILE: 'too-many-files',
};

/** `library.json`: says that here is a library. Where it stands the first note is never brought in again. */
export class LibraryFile {
  readonly #folder: string;
  readonly #low: Low<LibraryData | null>;

  constructor(folder: string) {
    this.#folder = folder;
    this.#low = new Low<LibraryData | null>(new JsonFile(path.join(folder, 'library.json')), null);
  }

  /** Whether a newer version of the app made the library. Nothing is changed. */
  async isNewer(): Promise<boolean> {
    const file = new JsonFile<unknown>(path.join(this.#folder, 'library.json'));
    const content = await file.read().catch(() => null);
    return readVersioned('library', librarySchema, content).is === 'newer';
  }

  /** When the library was made: what tells it from others. Null where that is not known. */
  async created(): Promise<string | null> {
    const file = new JsonFile<unknown>(path.join(this.#folder, 'library.json'));
    const read = readVersioned('library', librarySchema, await file.read().catch(() => null));
    return read.is === 'read' ? read.value.created : null;
  }

  /**
   * Makes the folders and looks whether there is a library.
   * @returns `isNew` where there is none yet; `file-newer-version`, `library-unusable`
   */
  async open(now: string): Promise<Result<{ isNew: boolean; notices: Notice[] }>> {
    try {
      if (isSystemFolder(this.#folder)) return unusable('system-folder');
      const hadFolder = existsSync(this.#folder);
      await mkdir(path.join(this.#folder, 'notes'), { recursive: true });
      if (!hadFolder) return ok({ isNew: true, notices: [] });
      return await this.#look(now);
    } catch (error) {
      return openFailure(error);
    }
  }

  /** Makes it a library. @throws the system's error */
  async write(created: string): Promise<void> {
    this.#low.data = { schema: LIBRARY_SCHEMA, created };
    await this.#low.write();
    await syncFolder(this.#folder);
  }

  async #look(now: string): Promise<Result<{ isNew: boolean; notices: Notice[] }>> {
    const file = path.join(this.#folder, 'library.json');
    // Where the file is gone, lowdb would keep what an earlier try has read.
    this.#low.data = null;
    const data = await this.#low.read().then(
      () => this.#low.data,
      (error: unknown) => (error instanceof SyntaxError ? undefined : Promise.reject(error)),
    );
    if (data === null) {
      const names = await readdir(path.join(this.#folder, 'notes'));
      if (!names.some((name) => name.endsWith('.json') && !name.startsWith('.')))
        return ok({ isNew: true, notices: [] });
      // The notes are what counts: a library without this file is one all the same.
      await this.write(now);
      return ok({ isNew: false, notices: [] });
    }
    const parsed = readVersioned('library', librarySchema, data);
    if (parsed.is === 'newer') return fail('file-newer-version', { file: 'library.json' });
    if (parsed.is === 'read') return ok({ isNew: false, notices: [] });
    await setAside(this.#folder, file, 'it does not say that here is a library');
    await this.write(now);
    const what = { code: 'file-set-aside', details: { file: 'library.json' } } as const;
    return ok({ isNew: false, notices: [{ level: 'info', what }] });
  }
}

/** Why a library cannot be opened, as data. An error that is not the system's is a bug and is thrown again. */
export function openFailure(error: unknown) {
  const code = systemCode(error);
  if (code === null) throw error;
  return unusable(WHY[code] ?? 'other');
}

const unusable = (context: string) => fail('library-unusable', { context, why: context });
