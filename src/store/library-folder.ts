import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { summarise } from '../core/note';
import type { Change } from '../core/operation';
import type { Found, LibraryPort } from '../core/ports';
import { type Failure, fail, type Notice, ok, type Result } from '../core/result';
import type { Note, NoteSummary } from '../core/schema';
import { type Stamp, syncFolder } from './durable';
import { libraryFailure, systemCode } from './failures';
import { type Entry, IndexFile } from './index-file';
import { LibraryFile } from './library-file';
import { NoteFiles } from './note-files';
import { forEachParallel, KeyedQueue } from './parallel';
import { setAside } from './quarantine';
import { SettingsFile, ViewFile } from './small-files';

/** How many files are worked on at a time. */
const WIDTH = 16;
/** How many notes are read before everything else has its turn. */
const READ_IN_ONE_GO = 8;
/** How long after the last change the index is written, in ms: it is derived, so nothing is lost without it. */
const INDEX_AFTER = 1500;
/** A library without an index is read before it counts as open if it has no more notes than this. */
const READ_AT_ONCE = 500;
/** Differences are told in portions of this many notes. */
const PORTION = 1000;

export interface LibraryFolderOptions {
  /** The library's folder, absolute; made if it is not there. */
  readonly folder: string;
  /** A new library begins without the first note. */
  readonly empty?: boolean;
  /** Epoch, in ms. */
  readonly clock?: () => number;
}

/** The library as a folder of JSON files (docs/note-format.md), through lowdb. */
export function createLibraryFolder(options: LibraryFolderOptions): LibraryPort {
  return new LibraryFolder(options);
}

class LibraryFolder implements LibraryPort {
  readonly #folder: string;
  readonly #startsEmpty: boolean;
  readonly #clock: () => number;
  readonly #library: LibraryFile;
  readonly #files: NoteFiles;
  readonly #index: IndexFile;
  readonly #settings: SettingsFile;
  readonly #view: ViewFile;
  readonly #queue = new KeyedQueue();
  #entries = new Map<string, Entry>();
  #isNew = false;
  #listener: (found: Found) => void = () => undefined;
  #reconciling: Promise<void> | null = null;
  #indexIsStale = false;
  #indexTimer: NodeJS.Timeout | null = null;
  #indexWriting: Promise<void> = Promise.resolve();
  readonly #tooNew = new Set<string>();

  constructor({ folder, empty = false, clock = Date.now }: LibraryFolderOptions) {
    this.#folder = folder;
    this.#startsEmpty = empty;
    this.#clock = clock;
    this.#library = new LibraryFile(folder);
    this.#files = new NoteFiles(path.join(folder, 'notes'));
    this.#index = new IndexFile(folder);
    this.#settings = new SettingsFile(folder);
    this.#view = new ViewFile(folder);
  }

  async open(): Promise<Result<{ isNew: boolean; notices: Notice[] }>> {
    const opened = await this.#library.open(this.#now());
    if (!opened.ok) return opened;
    this.#isNew = opened.value.isNew;
    if (this.#isNew && this.#startsEmpty) {
      const written = await this.#markAsLibrary();
      if (!written.ok) return written;
    }
    return ok({ isNew: this.#isNew, notices: opened.value.notices });
  }

  async newest(count: number): Promise<{ summaries: NoteSummary[]; whole: boolean } | null> {
    return this.#index.newest(count);
  }

  async load(): Promise<NoteSummary[]> {
    const index = this.#isNew ? new Map<string, Entry>() : await this.#index.read();
    if (index) this.#entries = index;
    else await this.#withoutIndex();
    return [...this.#entries.values()].map(({ summary }) => summary);
  }

  listen(listener: (found: Found) => void): void {
    this.#listener = listener;
  }

  async read(id: string): Promise<Result<Note>> {
    const stored = await this.#files.read(id);
    if (stored.ok) return ok(stored.value.note);
    if (stored.error.code !== 'file-not-a-note') return stored;
    const notices: Notice[] = [];
    await this.#queue.run(id, () => this.#setAside(`${id}.json`, stored.error, notices));
    this.#forget(id);
    this.#listener({ changed: [], removed: [id], notices });
    return fail('note-damaged', { note: id });
  }

  async *readAll(): AsyncIterable<Note> {
    let done = 0;
    for (const id of [...this.#entries.keys()]) {
      const stored = this.#files.readNow(id);
      if (stored.ok) yield stored.value.note;
      done += 1;
      // Whatever else waits has its turn every millisecond or so.
      if (done % READ_IN_ONE_GO === 0) await setImmediate();
    }
  }

  async apply(changes: readonly Change[]): Promise<Result<void>> {
    const done: Change[] = [];
    const folder = this.#files.openFolder();
    try {
      await forEachParallel(changes, WIDTH, async (change) => {
        await this.#queue.run(change.id, () => this.#carryOut(change.id, change.after));
        done.push(change);
      });
      await folder.sync();
    } catch (error) {
      folder.release();
      // All or nothing: what was already written of this operation is taken back.
      await forEachParallel(done, WIDTH, ({ id, before }) =>
        this.#queue.run(id, () => this.#carryOut(id, before)).catch(() => this.#forget(id)),
      );
      return libraryFailure(error);
    }
    return this.#isNew ? this.#markAsLibrary() : ok();
  }

  reconcile(): Promise<void> {
    this.#reconciling ??= this.#reconcile().finally(() => {
      this.#reconciling = null;
    });
    return this.#reconciling;
  }

  settings() {
    return this.#settings.read(() => {
      const what = { code: 'file-set-aside', details: { file: 'settings.json' } } as const;
      this.#listener({ changed: [], removed: [], notices: [{ level: 'info', what }] });
    });
  }

  saveSettings(...[settings]: Parameters<LibraryPort['saveSettings']>) {
    return this.#settings.write(settings);
  }

  view() {
    return this.#view.read();
  }

  saveView(...[view]: Parameters<LibraryPort['saveView']>) {
    return this.#view.write(view);
  }

  async close(): Promise<void> {
    await this.#reconciling;
    if (this.#indexTimer) clearTimeout(this.#indexTimer);
    await this.#writeIndex();
  }

  #now(): string {
    return new Date(this.#clock()).toISOString();
  }

  async #markAsLibrary(): Promise<Result<void>> {
    try {
      await this.#library.write(this.#now());
    } catch (error) {
      return libraryFailure(error);
    }
    this.#isNew = false;
    return ok();
  }

  async #carryOut(id: string, after: Note | null): Promise<void> {
    if (after) this.#know(after, await this.#files.write(after));
    else {
      await this.#files.remove(id);
      this.#forget(id);
    }
  }

  /** The index is missing or cannot be used: the notes tell what stands in it. */
  async #withoutIndex(): Promise<void> {
    const { ids } = await this.#files.list(this.#clock());
    if (ids.length > 0 && ids.length <= READ_AT_ONCE) await this.reconcile();
  }

  async #reconcile(): Promise<void> {
    let changed: NoteSummary[] = [];
    const notices: Notice[] = [];
    const { ids, strangers } = await this.#files.list(this.#clock()).catch((error: unknown) => {
      if (systemCode(error) === null) throw error;
      return { ids: null, strangers: [] };
    });
    // The folder cannot be listed (it is gone, or a network drive dropped): that says nothing about the notes.
    if (ids === null) return;
    const tell = (removed: readonly string[], rest: readonly Notice[]): void => {
      if (changed.length + removed.length + rest.length > 0)
        this.#listener({ changed, removed, notices: rest });
      changed = [];
    };
    await forEachParallel(ids, WIDTH * 2, async (id) => {
      const summary = await this.#compare(id, notices);
      if (summary) changed.push(summary);
      if (changed.length >= PORTION) tell([], []);
    });
    const listed = new Set(ids);
    const removed: string[] = [];
    for (const id of [...this.#entries.keys()].filter((known) => !listed.has(known))) {
      // It may have been written after the folder was listed.
      if ((await this.#files.stamp(id)) !== null) continue;
      this.#forget(id);
      removed.push(id);
    }
    for (const name of strangers) {
      await this.#setAside(
        name,
        fail('file-not-a-note', { why: 'its name is not the id of a note' }).error,
        notices,
      );
    }
    tell([...removed, ...ids.filter((id) => !this.#entries.has(id))], joined(notices));
  }

  /** The note's new summary, where its file is not as the index knows it. */
  async #compare(id: string, notices: Notice[]): Promise<NoteSummary | null> {
    const isKnown = (stamp: Stamp | null): boolean => {
      const entry = this.#entries.get(id);
      return stamp !== null && entry?.size === stamp.size && entry.mtime === stamp.mtime;
    };
    const unreadable = (error: unknown): null => {
      if (systemCode(error) === null) throw error;
      return null;
    };
    if (isKnown(await this.#files.stamp(id).catch(unreadable))) return null;
    return this.#queue.run(id, async () => {
      // Our own write may have been under way.
      if (isKnown(await this.#files.stamp(id).catch(unreadable))) return null;
      const stored = await this.#files.read(id);
      if (stored.ok) {
        this.#know(stored.value.note, stored.value.stamp);
        return this.#entries.get(id)?.summary ?? null;
      }
      if (stored.error.code === 'note-not-found') return null;
      if (stored.error.code === 'file-not-a-note') await this.#setAside(`${id}.json`, stored.error, notices);
      else if (!this.#tooNew.has(id)) {
        this.#tooNew.add(id);
        notices.push({ level: 'error', what: stored.error });
      }
      this.#forget(id);
      return null;
    });
  }

  async #setAside(name: string, failure: Failure, notices: Notice[]): Promise<void> {
    const file = path.join(this.#files.folder, name);
    try {
      await setAside(this.#folder, file, String(failure.details.why ?? ''));
      await syncFolder(this.#files.folder);
      notices.push({ level: 'info', what: { code: 'note-set-aside', details: { count: 1 } } });
    } catch (error) {
      if (systemCode(error) === null) throw error;
      notices.push({ level: 'error', what: failure });
    }
  }

  #know(note: Note, { size, mtime }: Stamp): void {
    this.#entries.set(note.id, { summary: summarise(note), size, mtime });
    this.#indexLater();
  }

  #forget(id: string): void {
    if (this.#entries.delete(id)) this.#indexLater();
  }

  #indexLater(): void {
    this.#indexIsStale = true;
    if (this.#indexTimer) clearTimeout(this.#indexTimer);
    this.#indexTimer = setTimeout(() => void this.#writeIndex(), INDEX_AFTER);
    this.#indexTimer.unref();
  }

  #writeIndex(): Promise<void> {
    this.#indexWriting = this.#indexWriting.then(async () => {
      if (!this.#indexIsStale) return;
      this.#indexIsStale = false;
      await this.#index.write(this.#entries.values()).catch((error: unknown) => {
        // The next start makes it anew.
        if (systemCode(error) === null) throw error;
      });
    });
    return this.#indexWriting;
  }
}

/** Many notes set aside are one message. */
function joined(notices: readonly Notice[]): Notice[] {
  const setAsideToo = ({ level, what }: Notice): boolean =>
    level === 'info' && what.code === 'note-set-aside';
  const count = notices.filter(setAsideToo).length;
  const others = notices.filter((notice) => !setAsideToo(notice));
  return count === 0
    ? others
    : [...others, { level: 'info', what: { code: 'note-set-aside', details: { count } } }];
}
