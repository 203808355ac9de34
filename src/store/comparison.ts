import path from 'node:path';
import type { Found } from '../core/ports';
import { type Failure, fail, type Notice } from '../core/result';
import type { NoteSummary } from '../core/schema';
import { type Stamp, sweep, syncFolder } from './durable';
import { systemCode } from './failures';
import type { Entry } from './index-file';
import { entryOf, isAsKnown, type KnownNotes } from './known-notes';
import type { NoteFiles } from './note-files';
import { forEachParallel, type KeyedQueue } from './parallel';
import { setAside } from './quarantine';

/** How many files are looked at side by side. */
const WIDTH = 32;
/** Differences are told in portions of this many notes. */
const PORTION = 1000;

/** A note whose file is not as it was known. */
interface Difference {
  readonly id: string;
  readonly was: Entry | undefined;
  /** Null: it is no note any more. */
  readonly is: Entry | null;
}

export interface ComparisonParts {
  /** The library's folder. */
  readonly folder: string;
  readonly files: NoteFiles;
  readonly known: KnownNotes;
  /** Holds back our own writes of a note while its file is looked at. */
  readonly queue: KeyedQueue;
  readonly tell: (found: Found) => void;
}

/** Finds what other programs did to the notes' files. */
export class Comparison {
  readonly #folder: string;
  readonly #files: NoteFiles;
  readonly #known: KnownNotes;
  readonly #queue: KeyedQueue;
  readonly #tell: (found: Found) => void;
  readonly #tooNew = new Set<string>();

  constructor({ folder, files, known, queue, tell }: ComparisonParts) {
    this.#folder = folder;
    this.#files = files;
    this.#known = known;
    this.#queue = queue;
    this.#tell = tell;
  }

  /** Compares everything that is in the folder, and what should be. */
  async everything(now: number): Promise<void> {
    const { ids, strangers } = await this.#files.list(now).catch((error: unknown) => {
      if (systemCode(error) === null) throw error;
      return { ids: null, strangers: [] };
    });
    // The folder cannot be listed (it is gone, or a network drive dropped): that says nothing about the notes.
    if (ids === null) return;
    await sweep(this.#folder, now);
    const notices: Notice[] = [];
    for (const name of strangers) {
      const why = 'its name is not the id of a note';
      const aside = await this.setAside(name, fail('file-not-a-note', { file: name, why }).error);
      notices.push(aside.notice);
    }
    await this.notes([...new Set([...ids, ...this.#known.ids()])], notices);
  }

  /**
   * Compares the files of these notes with what is known of them.
   * @param notices what is to be told too
   */
  async notes(ids: readonly string[], notices: Notice[] = []): Promise<void> {
    let differences: Difference[] = [];
    await forEachParallel(ids, WIDTH, async (id) => {
      const difference = await this.#compare(id, notices);
      if (difference) differences.push(difference);
      if (differences.length < PORTION) return;
      this.#takeOver(differences, []);
      differences = [];
    });
    this.#takeOver(differences, joined(notices));
  }

  /** Moves a file of the notes' folder out of the way. */
  async setAside(name: string, failure: Failure): Promise<{ done: boolean; notice: Notice }> {
    try {
      await setAside(this.#folder, path.join(this.#files.folder, name), String(failure.details.why ?? ''));
      await syncFolder(this.#files.folder);
      const what = { code: 'note-set-aside', details: { count: 1 } } as const;
      return { done: true, notice: { level: 'info', what } };
    } catch (error) {
      if (systemCode(error) === null) throw error;
      return { done: false, notice: { level: 'error', what: failure } };
    }
  }

  /**
   * From here on the differences are known, and the listener hears of them at the same moment: whoever holds a note that is known
   * holds it as it is known.
   */
  #takeOver(differences: readonly Difference[], notices: readonly Notice[]): void {
    const changed: NoteSummary[] = [];
    const removed: string[] = [];
    for (const { id, was, is } of differences) {
      // Written or deleted here since it was looked at: what was found is no longer so.
      if (this.#known.get(id) !== was) continue;
      this.#known.set(id, is);
      if (is) changed.push(is.summary);
      else removed.push(id);
    }
    if (changed.length + removed.length + notices.length > 0) this.#tell({ changed, removed, notices });
  }

  async #compare(id: string, notices: Notice[]): Promise<Difference | null> {
    // Most are as they are known; they need not wait for their turn.
    if (isAsKnown(await this.#stamp(id), this.#known.get(id))) return null;
    return this.#queue.run(id, async () => {
      const was = this.#known.get(id);
      // Our own write may have been under way.
      if (isAsKnown(await this.#stamp(id), was)) return null;
      const stored = await this.#files.read(id);
      if (stored.ok) return { id, was, is: entryOf(stored.value.note, stored.value.stamp) };
      if (stored.error.code === 'file-not-a-note')
        notices.push((await this.setAside(`${id}.json`, stored.error)).notice);
      else if (stored.error.code !== 'note-not-found' && !this.#tooNew.has(id)) {
        this.#tooNew.add(id);
        notices.push({ level: 'error', what: stored.error });
      }
      return was ? { id, was, is: null } : null;
    });
  }

  #stamp(id: string): Promise<Stamp | null> {
    return this.#files.stamp(id).catch((error: unknown) => {
      if (systemCode(error) === null) throw error;
      return null;
    });
  }
}

/** Many notes set aside are one message. */
function joined(notices: readonly Notice[]): Notice[] {
  const isSetAside = ({ level, what }: Notice): boolean => level === 'info' && what.code === 'note-set-aside';
  const count = notices.filter(isSetAside).length;
  const others = notices.filter((notice) => !isSetAside(notice));
  return count === 0
    ? others
    : [...others, { level: 'info', what: { code: 'note-set-aside', details: { count } } }];
}
