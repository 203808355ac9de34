import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { summarise } from '../core/note';
import type { Change } from '../core/operation';
import type { Found, LibraryPort, OnProgress } from '../core/ports';
import { fail, type Notice, ok, type Result } from '../core/result';
import type { Note, NoteSummary } from '../core/schema';
import type { VersionCause } from '../core/versions/version';
import { Comparison } from './comparison';
import { Conflict, refuseConflict } from './conflict';
import { Damaged } from './damaged';
import { DraftsFile } from './drafts-file';
import type { InPlace } from './durable';
import { libraryFailure, systemCode } from './failures';
import { finishBegun } from './finish-begun';
import { Keeper } from './history/keeper';
import { NoteHistory } from './history/note-history';
import { IndexFile } from './index-file';
import { Journal } from './journal';
import { entryOf, isAsKnown, KnownNotes } from './known-notes';
import { LibraryFile, openFailure } from './library-file';
import { ManyNotes, type ManyNotesParts } from './many-notes';
import { NoteFiles } from './note-files';
import { KeyedQueue } from './parallel';
import { SettingsFile, ViewFile } from './small-files';
import type { WithoutTrash } from './trash-file';
import { Watching } from './watching';

/** How many notes are read before everything else has its turn. */
const READ_IN_ONE_GO = 8;
/** A library without an index is read before it counts as open if it has no more notes than this. */
const READ_AT_ONCE = 500;

export interface LibraryFolderOptions {
  /** The library's folder, absolute; made if it is not there. */
  readonly folder: string;
  /** A new library begins without the first note. */
  readonly empty?: boolean;
  /** Epoch, in ms. */
  readonly clock?: () => number;
  /** Thins the history with age; one process of a library does that. */
  readonly keepsHistorySmall?: boolean;
}

/** The library as a folder of JSON files (docs/note-format.md), through lowdb. */
export class LibraryFolder implements WithoutTrash {
  readonly #folder: string;
  readonly #startsEmpty: boolean;
  readonly #clock: () => number;
  readonly #library: LibraryFile;
  readonly #files: NoteFiles;
  readonly #index: IndexFile;
  readonly #settings: SettingsFile;
  readonly #view: ViewFile;
  readonly #drafts: DraftsFile;
  readonly #journal: Journal;
  readonly #queue = new KeyedQueue();
  readonly #known: KnownNotes;
  readonly #comparison: Comparison;
  readonly #watching: Watching;
  readonly #damaged: Damaged;
  readonly versions: NoteHistory;
  readonly #keeper: Keeper | null;
  /** Of each change that is being written: the notes that were found to be otherwise meanwhile. */
  readonly #underWay = new Set<Set<string>>();
  #isNew = false;
  #listener: (found: Found) => void = () => undefined;
  #reconciling: Promise<void> | null = null;

  constructor(options: LibraryFolderOptions) {
    const { folder, empty = false, clock = Date.now, keepsHistorySmall = false } = options;
    this.#folder = folder;
    this.#startsEmpty = empty;
    this.#clock = clock;
    this.#library = new LibraryFile(folder);
    this.#files = new NoteFiles(path.join(folder, 'notes'));
    this.#journal = new Journal(folder);
    this.#index = new IndexFile(folder);
    this.#known = new KnownNotes(this.#index);
    this.versions = new NoteHistory({
      folder: path.join(folder, 'history'),
      clock,
      current: async (id) => {
        const stored = await this.#files.read(id);
        return stored.ok ? stored.value.note : null;
      },
      hasFile: async (id) => (await this.#files.stamp(id)) !== null,
      tell: (notice) => this.#listener({ changed: [], removed: [], notices: [notice] }),
    });
    const kept = { history: this.versions, files: this.#files, clock };
    this.#keeper = keepsHistorySmall ? new Keeper(kept) : null;
    this.#damaged = new Damaged({ folder, files: this.#files, history: this.versions });
    this.#comparison = new Comparison({
      folder,
      files: this.#files,
      damaged: this.#damaged,
      history: this.versions,
      known: this.#known,
      queue: this.#queue,
      tell: (found) => this.#found(found),
    });
    this.#watching = new Watching(this.#files.folder, this.#comparison, clock);
    this.#settings = new SettingsFile(folder);
    this.#view = new ViewFile(folder);
    this.#drafts = new DraftsFile(folder);
  }

  async open(): Promise<Result<{ isNew: boolean; isReadOnly: boolean; notices: Notice[] }>> {
    const opened = await this.#library.open(this.#now());
    if (!opened.ok) return opened;
    this.#isNew = opened.value.isNew;
    if (this.#isNew && this.#startsEmpty) {
      const written = await this.#markAsLibrary();
      if (!written.ok) return written;
    }
    const notices = [...opened.value.notices, ...(await this.#finishBegun())];
    return ok({ isNew: this.#isNew, isReadOnly: false, notices });
  }

  async newest(count: number): Promise<{ summaries: NoteSummary[]; whole: boolean } | null> {
    return this.#index.newest(count);
  }

  async load(): Promise<Result<{ summaries: NoteSummary[]; whole: boolean }>> {
    try {
      const whole = this.#isNew || (await this.#known.load()) || (await this.#withoutIndex());
      return ok({ summaries: this.#known.summaries(), whole });
    } catch (error) {
      return openFailure(error);
    }
  }

  listen(listener: (found: Found) => void): void {
    this.#listener = listener;
  }

  async read(id: string): Promise<Result<Note>> {
    const stored = await this.#files.read(id);
    if (stored.ok) return ok(stored.value.note);
    if (stored.error.code !== 'file-not-a-note') return stored;
    const { done, notice, replaced } = await this.#queue.run(id, () => {
      this.#comparison.overtaken(id);
      return this.#damaged.replace(id, stored.error);
    });
    this.#known.set(id, replaced && entryOf(replaced.note, replaced.stamp));
    const changed = replaced ? [summarise(replaced.note)] : [];
    // What could not be kept elsewhere is told by the answer alone.
    this.#found({ changed, removed: replaced ? [] : [id], notices: done ? [notice] : [] });
    if (replaced) return ok(replaced.note);
    return done ? fail('note-damaged', { note: id }) : stored;
  }

  async *readAll(): AsyncIterable<Note> {
    let done = 0;
    for (const id of this.#known.ids()) {
      const now = this.#files.readNow(id);
      const stored = !now.ok && now.error.code === 'too-many-files' ? await this.#files.read(id) : now;
      if (stored.ok) yield stored.value.note;
      done += 1;
      // Whatever else waits has its turn every millisecond or so.
      if (done % READ_IN_ONE_GO === 0) await setImmediate();
    }
  }

  async apply(changes: readonly Change[], by: VersionCause): Promise<Result<void>> {
    // Before the notes: a failure says that nothing was saved.
    const marked = this.#isNew ? await this.#markAsLibrary() : ok();
    if (!marked.ok) return marked;
    const found = new Set<string>();
    this.#underWay.add(found);
    try {
      const [change, ...others] = changes;
      if (change && others.length === 0) await this.#applyOne(change, by, found);
      else await this.#applyMany(changes, by, found);
      this.#keeper?.saved(changes);
    } catch (error) {
      if (!(error instanceof Conflict)) return libraryFailure(error);
      // Whoever tries again has to know how all of them are now.
      await this.#comparison.notes(changes.map(({ id }) => id));
      return fail(error.code, { note: error.note });
    } finally {
      this.#underWay.delete(found);
    }
    return ok();
  }

  reconcile(onProgress?: OnProgress): Promise<void> {
    this.#keeper?.start();
    this.#reconciling ??= this.#comparison.everything(this.#clock(), undefined, onProgress).finally(() => {
      this.#reconciling = null;
    });
    return this.#reconciling;
  }

  watch(): void {
    this.#watching.start();
  }

  reread(): Promise<void> {
    this.#settings.forget();
    return this.reconcile();
  }

  settings() {
    return this.#settings.read(() => this.#toldSetAside('settings.json'));
  }

  saveSettings(...[settings]: Parameters<LibraryPort['saveSettings']>) {
    return this.#settings.write(settings);
  }

  view() {
    return this.#view.read();
  }

  drafts() {
    return this.#drafts.read(() => this.#toldSetAside('drafts.json'));
  }

  keepDraft(...[on, draft]: Parameters<LibraryPort['keepDraft']>) {
    return this.#drafts.keep(on, draft);
  }

  saveView(...[view]: Parameters<LibraryPort['saveView']>) {
    return this.#view.write(view);
  }

  async close(): Promise<void> {
    await this.#watching.close();
    await this.#reconciling;
    await this.#keeper?.close();
    await Promise.all([this.#known.close(), this.versions.close()]);
  }

  #now(): string {
    return new Date(this.#clock()).toISOString();
  }

  #toldSetAside(file: string): void {
    const what = { code: 'file-set-aside', details: { file } } as const;
    this.#listener({ changed: [], removed: [], notices: [{ level: 'info', what }] });
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

  async #carryOut(id: string, after: Note | null, inPlace: InPlace = (go) => go()): Promise<void> {
    this.#comparison.overtaken(id);
    if (after) {
      const writing = this.#files.write(after, inPlace);
      // Its summary is made while the disk is at work.
      summarise(after);
      this.#known.know(after, await writing);
    } else {
      await inPlace(() => this.#files.remove(id));
      this.#known.set(id, null);
    }
  }

  async #applyOne(change: Change, by: VersionCause, found: ReadonlySet<string>): Promise<void> {
    await this.#queue.run(change.id, async () => {
      let isWritten = false;
      try {
        // What it is now is a version too, before it is another.
        this.versions.recordNow();
        // When its bytes are on the disk: that takes its time.
        const refuse = () => refuseConflict(this.#files, this.#known, change, found);
        const inPlace: InPlace = (go) => this.#files.whileClaimed(change.id, () => refuse().then(go));
        await this.#carryOut(change.id, change.after, inPlace);
        isWritten = true;
        await this.#files.syncFolder();
        this.versions.recordSoon(change, by);
      } catch (error) {
        if (isWritten) await this.#takeBack(change);
        throw error;
      }
    });
  }

  #applyMany(changes: readonly Change[], by: VersionCause, found: ReadonlySet<string>): Promise<void> {
    const ids = changes.map(({ id }) => id);
    const refuse = (change: Change) => refuseConflict(this.#files, this.#known, change, found);
    return this.#queue.runAll(ids, async () => {
      this.versions.recordNow();
      await this.#manyNotes(refuse).apply(changes);
      await this.versions.record(changes, by);
    });
  }

  #manyNotes(check: ManyNotesParts['check']): ManyNotes {
    return new ManyNotes({
      folder: this.#folder,
      files: this.#files,
      journal: this.#journal,
      check,
      took: ({ id, after }, stamp) => {
        this.#comparison.overtaken(id);
        if (after && stamp) this.#known.know(after, stamp);
        else this.#known.set(id, null);
      },
    });
  }

  #finishBegun(): Promise<Notice[]> {
    const notes = this.#manyNotes(({ id }) => this.#files.stamp(id));
    return finishBegun(this.#journal, this.#clock(), (begun) => {
      const ids = begun.steps.map(({ id }) => id);
      return this.#queue.runAll(ids, () => notes.finish(begun));
    });
  }

  /** The name of a note may not have come to the disk: it is to be again as it was. */
  async #takeBack({ id, before, after }: Change): Promise<void> {
    try {
      if (after && !isAsKnown(await this.#files.stamp(id), this.#known.get(id))) return;
      await this.#carryOut(id, before);
    } catch (error) {
      if (systemCode(error) === null) throw error;
      this.#known.set(id, null);
    }
  }

  #found(found: Found): void {
    for (const ids of this.#underWay) {
      for (const { id } of found.changed) ids.add(id);
      for (const id of found.removed) ids.add(id);
    }
    this.#listener(found);
  }

  /** The index is missing or cannot be used: the notes tell what stands in it. @returns false where they are too many for now */
  async #withoutIndex(): Promise<boolean> {
    const { ids } = await this.#files.list(this.#clock());
    if (ids.length > READ_AT_ONCE) return false;
    if (ids.length > 0) await this.reconcile();
    return true;
  }
}
