import path from 'node:path';
import type { Failure, Notice, Warning } from '../core/result';
import { syncFolder } from './durable';
import { systemCode } from './failures';
import type { NoteHistory } from './history/note-history';
import type { NoteFiles, StoredNote } from './note-files';
import { setAside } from './quarantine';

export interface DamagedParts {
  /** The library's folder. */
  readonly folder: string;
  readonly files: NoteFiles;
  readonly history: Pick<NoteHistory, 'newest'>;
}

/** What is told of many notes in one message. */
const JOINED = ['note-replaced', 'note-set-aside'] as const;

/** What became of a file that could not be used. */
export interface Aside {
  /** It is in `quarantine/`. */
  readonly done: boolean;
  /** What the person should know of it. */
  readonly notice: Notice;
}

/** Files in the notes' folder that cannot be used. */
export class Damaged {
  readonly #folder: string;
  readonly #files: NoteFiles;
  readonly #history: DamagedParts['history'];

  constructor({ folder, files, history }: DamagedParts) {
    this.#folder = folder;
    this.#files = files;
    this.#history = history;
  }

  /** Moves a file of the notes' folder out of the way. @param failure why it cannot be used */
  async setAside(name: string, failure: Failure): Promise<Aside & { readonly file: string | null }> {
    try {
      const why = String(failure.details.why ?? '');
      const file = await setAside(this.#folder, path.join(this.#files.folder, name), why);
      await syncFolder(this.#files.folder);
      return { done: true, file, notice: told('note-set-aside', { count: 1 }) };
    } catch (error) {
      if (systemCode(error) === null) throw error;
      return { done: false, file: null, notice: { level: 'error', what: failure } };
    }
  }

  /**
   * Moves a damaged note's file out of the way and puts the newest good version of its history in its place. In the note's turn
   * of the queue.
   * @returns `replaced`: the note as it is now, on the disk; null: there is no such version, or it cannot be written
   */
  async replace(id: string, failure: Failure): Promise<Aside & { readonly replaced: StoredNote | null }> {
    const { done, notice, file } = await this.setAside(`${id}.json`, failure);
    const newest = file === null ? null : await this.#history.newest(id);
    if (file === null || newest === null) return { done, notice, replaced: null };
    const { note, at } = newest;
    try {
      const stamp = await this.#files.write(note);
      await syncFolder(this.#files.folder);
      const what = { count: 1, title: note.title, at: Date.parse(at), file };
      const isUntitled = note.title.trim() === '';
      return {
        done,
        notice: told('note-replaced', { ...what, ...(isUntitled && { context: 'untitled' }) }),
        replaced: { note, stamp },
      };
    } catch (error) {
      if (systemCode(error) === null) throw error;
      return { done, notice, replaced: null };
    }
  }
}

const told = (code: Warning['code'], details: Warning['details']): Notice => ({
  level: 'info',
  what: { code, details },
});

/** Many notes of one fate are one message. */
export function joined(notices: readonly Notice[]): Notice[] {
  const isOf = (code: string, { level, what }: Notice): boolean => level === 'info' && what.code === code;
  const joint = JOINED.flatMap((code): Notice[] => {
    const alike = notices.filter((notice) => isOf(code, notice));
    return alike.length > 1 ? [told(code, { count: alike.length })] : alike;
  });
  return [...notices.filter((notice) => !JOINED.some((code) => isOf(code, notice))), ...joint];
}
