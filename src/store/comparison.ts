import { isDeepStrictEqual } from 'node:util';
import type { Found, OnProgress } from '../core/ports';
import { type ErrorCode, fail, type Notice } from '../core/result';
import type { NoteSummary } from '../core/schema';
import { type Damaged, joined } from './damaged';
import { type Stamp, sweep } from './durable';
import { systemCode } from './failures';
import type { NoteHistory } from './history/note-history';
import type { Entry } from './index-file';
import { entryOf, isAsKnown, type KnownNotes } from './known-notes';
import { type NoteFiles, type StoredNote, sortedNames } from './note-files';
import { forEachParallel, type KeyedQueue } from './parallel';

/** How many files are looked at side by side. */
const WIDTH = 32;
/** Differences are told in portions of this many notes. */
const PORTION = 1000;
/** So often it is told how far the comparison is. */
const TOLD_EVERY = 100;
/** Why a file that is there, or may be, was not read. */
const UNREADABLE: readonly ErrorCode[] = ['file-unreadable', 'too-many-files', 'folder-missing'];

export interface ComparisonParts {
  /** The library's folder. */
  readonly folder: string;
  readonly files: NoteFiles;
  readonly known: KnownNotes;
  readonly damaged: Damaged;
  readonly history: Pick<NoteHistory, 'record' | 'keep'>;
  /** Holds back our own writes of a note while its file is looked at. */
  readonly queue: KeyedQueue;
  readonly tell: (found: Found) => void;
}

/** Finds what other programs did to the notes' files. */
export class Comparison {
  readonly #folder: string;
  readonly #files: NoteFiles;
  readonly #known: KnownNotes;
  readonly #damaged: Damaged;
  readonly #history: Pick<NoteHistory, 'record' | 'keep'>;
  readonly #queue: KeyedQueue;
  readonly #tell: (found: Found) => void;
  readonly #told = new Set<string>();
  /** What was found and is not told yet; null: it is no note any more. */
  readonly #differences = new Map<string, Entry | null>();

  constructor({ folder, files, known, damaged, history, queue, tell }: ComparisonParts) {
    this.#folder = folder;
    this.#files = files;
    this.#known = known;
    this.#damaged = damaged;
    this.#history = history;
    this.#queue = queue;
    this.#tell = tell;
  }

  /** Compares everything that is in the folder, and what should be. */
  async everything(
    now: number,
    doubts: Doubts = noDoubts,
    onProgress: OnProgress = () => undefined,
  ): Promise<void> {
    const { ids, strangers } = await this.#files.list(now).catch((error: unknown) => {
      if (systemCode(error) === null) throw error;
      return { ids: null, strangers: [] };
    });
    // The folder cannot be listed (it is gone, or a network drive dropped): that says nothing about the notes.
    if (ids === null) return;
    await sweep(this.#folder, now);
    const notices: Notice[] = [];
    for (const name of strangers) {
      if (await this.#setCopyAside(name, notices)) continue;
      const why = 'its name is not the id of a note';
      const aside = await this.#damaged.setAside(name, fail('file-not-a-note', { file: name, why }).error);
      notices.push(aside.notice);
    }
    const all = new Set([...ids, ...this.#known.ids()]);
    let done = 0;
    await this.notes([...all], notices, doubts, () => {
      done += 1;
      if (done % TOLD_EVERY === 0) onProgress(done, all.size);
    });
  }

  /**
   * Compares the files of these notes with what is known of them.
   * @param notices what is to be told too
   * @param doubts whether a file that is gone or damaged is only now being written
   * @param onOne after each
   */
  async notes(
    ids: readonly string[],
    notices: Notice[] = [],
    doubts: Doubts = noDoubts,
    onOne: () => void = () => undefined,
  ): Promise<void> {
    await forEachParallel(ids, WIDTH, async (id) => {
      await this.#compare(id, notices, doubts);
      onOne();
      if (this.#differences.size >= PORTION) this.#takeOver([]);
    });
    this.#takeOver(joined(notices));
  }

  /** Compares files that something just happened to. */
  async files(names: readonly string[], doubts: Doubts): Promise<void> {
    const { ids, strangers } = sortedNames(names);
    const notices: Notice[] = [];
    // What is no note may become one when it is written to its end; otherwise the next look at everything finds it.
    for (const name of strangers) await this.#setCopyAside(name, notices);
    await this.notes(ids, notices, doubts);
  }

  /** The note was written or deleted here: whatever was found of it is no longer so. Called in the note's turn of the queue. */
  overtaken(id: string): void {
    this.#differences.delete(id);
  }

  /**
   * From here on the differences are known, and the listener hears of them at the same moment: whoever holds a note that is known
   * holds it as it is known.
   */
  #takeOver(notices: readonly Notice[]): void {
    const changed: NoteSummary[] = [];
    const removed: string[] = [];
    for (const [id, entry] of this.#differences) {
      this.#known.set(id, entry);
      if (entry) changed.push(entry.summary);
      else removed.push(id);
    }
    this.#differences.clear();
    if (changed.length + removed.length + notices.length > 0) this.#tell({ changed, removed, notices });
  }

  /** A file-sync client leaves what it could not merge under a name of its own. @returns false where it is no copy of a note that is here */
  async #setCopyAside(name: string, notices: Notice[]): Promise<boolean> {
    const copy = await this.#files.readCopy(name);
    if (!copy || (await this.#stamp(copy.id)) === null) return false;
    const why = `it is a second copy of the note ${copy.id}`;
    const { done, notice } = await this.#damaged.setAside(
      name,
      fail('file-not-a-note', { file: name, why }).error,
    );
    if (!done) {
      notices.push(notice);
      return true;
    }
    const now = await this.#files.read(copy.id);
    // Nothing is lost with a copy that says what the note says.
    if (now.ok && isDeepStrictEqual(now.value.note, copy)) return true;
    const kept = await this.#history.keep(copy, 'conflict');
    const context = kept.ok ? 'history' : 'quarantine';
    const what = { code: 'copy-set-aside', details: { title: copy.title, note: copy.id, context } } as const;
    notices.push({ level: 'info', what });
    return true;
  }

  async #compare(id: string, notices: Notice[], doubts: Doubts): Promise<void> {
    // Most are as they are known; they need not wait for their turn.
    if (isAsKnown(await this.#stamp(id), this.#known.get(id))) return;
    await this.#queue.run(id, async () => {
      // Our own write may have been under way.
      const stamp = await this.#stamp(id);
      if (isAsKnown(stamp, this.#known.get(id))) return;
      const stored = await this.#files.read(id);
      if (!stored.ok && doubts.isDoubtful(id, stamp)) return;
      if (stored.ok) {
        await this.#keep(stored.value);
        this.#differences.set(id, entryOf(stored.value.note, stored.value.stamp));
        return;
      }
      if (stored.error.code === 'file-not-a-note') {
        // What the library knows as a note of its own is damaged, whatever else the file holds.
        if (!this.#known.get(id) && (await this.#setCopyAside(`${id}.json`, notices))) return;
        const { notice, replaced } = await this.#damaged.replace(id, stored.error);
        notices.push(notice);
        if (replaced) return void this.#differences.set(id, entryOf(replaced.note, replaced.stamp));
      } else if (stored.error.code !== 'note-not-found' && !this.#told.has(id)) {
        this.#told.add(id);
        notices.push({ level: 'error', what: stored.error });
      }
      // That the system does not let it be read says nothing about the note: it stays as it is known.
      if (this.#known.get(id) && UNREADABLE.includes(stored.error.code)) return;
      if (this.#known.get(id)) this.#differences.set(id, null);
      else this.#differences.delete(id);
    });
  }

  /** What another program made of a note is a version of it. Those that the index did not know may be all there are: they wait. */
  async #keep({ note }: StoredNote): Promise<void> {
    if (!this.#known.get(note.id)) return;
    await this.#history.record([{ id: note.id, before: null, after: note }], 'outside');
  }

  #stamp(id: string): Promise<Stamp | null> {
    return this.#files.stamp(id).catch((error: unknown) => {
      if (systemCode(error) === null) throw error;
      return null;
    });
  }
}

/** Files that may not be written to their end yet: some programs delete a file before they write the next one, or write it bit by bit. */
export interface Doubts {
  /** @param stamp of the file; null: it is gone */
  isDoubtful(id: string, stamp: Stamp | null): boolean;
}

const noDoubts: Doubts = { isDoubtful: () => false };
