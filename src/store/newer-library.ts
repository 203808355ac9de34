import path from 'node:path';
import type { Found, VersionsPort, View } from '../core/ports';
import { fail, type Notice, ok, type Result } from '../core/result';
import type { Note, NoteSummary } from '../core/schema';
import { systemCode } from './failures';
import { NoteHistory } from './history/note-history';
import type { Entry } from './index-file';
import { entryOf, isAsKnown } from './known-notes';
import { openFailure } from './library-file';
import { NoteFiles } from './note-files';
import { forEachParallel } from './parallel';
import { SettingsFile, ViewFile } from './small-files';
import type { WithoutTrash } from './trash-file';
import { FolderWatcher } from './watcher';

/** How many files are read side by side. */
const WIDTH = 16;

/**
 * A library that a newer version of the app made: what can be read of it is shown, and nothing in its folder is ever written, for
 * what a write would have to keep is not known here.
 */
export class NewerLibrary implements WithoutTrash {
  readonly #files: NoteFiles;
  readonly #settings: SettingsFile;
  readonly #view: ViewFile;
  readonly #watcher: FolderWatcher;
  readonly #known = new Map<string, Entry>();
  #unreadable: ReadonlySet<string> = new Set();
  #listener: (found: Found) => void = () => undefined;
  readonly versions: VersionsPort;

  constructor(folder: string) {
    this.#files = new NoteFiles(path.join(folder, 'notes'), { readsNewer: true });
    this.#watcher = new FolderWatcher(this.#files.folder, () => void this.reconcile());
    this.#settings = new SettingsFile(folder);
    this.#view = new ViewFile(folder);
    const history = new NoteHistory({
      folder: path.join(folder, 'history'),
      clock: Date.now,
      current: async (id) => {
        const note = await this.read(id);
        return note.ok ? note.value : null;
      },
      // Nothing is deleted here.
      hasFile: async () => true,
      tell: () => undefined,
    });
    this.versions = {
      list: (note) => history.list(note),
      read: (note, version) => history.read(note, version),
      label: async () => fail('library-read-only'),
      keep: async () => fail('library-read-only'),
    };
  }

  async open() {
    return ok({ isNew: false, isReadOnly: true, notices: [] });
  }

  /** The index is of another version, or may be. */
  async newest() {
    return null;
  }

  async load(): Promise<Result<{ summaries: NoteSummary[]; whole: boolean }>> {
    try {
      this.#listener({ changed: [], removed: [], notices: (await this.#look()).notices });
      return ok({ summaries: [...this.#known.values()].map(({ summary }) => summary), whole: true });
    } catch (error) {
      return openFailure(error);
    }
  }

  async read(id: string): Promise<Result<Note>> {
    const stored = await this.#files.read(id);
    return stored.ok ? ok(stored.value.note) : stored;
  }

  async *readAll(): AsyncIterable<Note> {
    for (const id of this.#known.keys()) {
      const note = await this.read(id);
      if (note.ok) yield note.value;
    }
  }

  async apply(): Promise<Result<void>> {
    return fail('library-read-only');
  }

  listen(listener: (found: Found) => void): void {
    this.#listener = listener;
  }

  async reconcile(): Promise<void> {
    try {
      const found = await this.#look();
      if (found.changed.length + found.removed.length + found.notices.length > 0) this.#listener(found);
    } catch (error) {
      // The folder is gone for now; what is shown stays.
      if (systemCode(error) === null) throw error;
    }
  }

  reread(): Promise<void> {
    return this.reconcile();
  }

  settings() {
    return this.#settings.read(null);
  }

  async saveSettings(): Promise<Result<void>> {
    return fail('library-read-only');
  }

  view(): Promise<View> {
    return this.#view.read();
  }

  async saveView(): Promise<void> {}

  async drafts() {
    return [];
  }

  async keepDraft() {
    return fail('library-read-only');
  }

  watch(): void {
    this.#watcher.start();
  }

  async close(): Promise<void> {
    this.#watcher.close();
  }

  /** Reads what is new or otherwise than it was. @throws the system's error where the folder cannot be listed */
  async #look(): Promise<Found> {
    const changed: NoteSummary[] = [];
    const unreadable = new Set<string>();
    const { ids } = await this.#files.look();
    await forEachParallel(ids, WIDTH, async (id) => {
      const stamp = await this.#files.stamp(id).catch(() => null);
      if (isAsKnown(stamp, this.#known.get(id))) return;
      const stored = await this.#files.read(id);
      if (!stored.ok) {
        unreadable.add(id);
        return;
      }
      const entry = entryOf(stored.value.note, stored.value.stamp);
      this.#known.set(id, entry);
      changed.push(entry.summary);
    });
    const there = new Set(ids);
    const removed = [...this.#known.keys()].filter((id) => !there.has(id) || unreadable.has(id));
    for (const id of removed) this.#known.delete(id);
    const isNews = [...unreadable].some((id) => !this.#unreadable.has(id));
    this.#unreadable = unreadable;
    const what = { code: 'notes-not-readable', details: { count: unreadable.size } } as const;
    const notices: Notice[] = isNews ? [{ level: 'info', what }] : [];
    return { changed, removed, notices };
  }
}
