import { emptyHistory, forget, type History, inverse, record } from '../core/history';
import { summarise } from '../core/note';
import { type Change, type Diff, notesOf, type Operation } from '../core/operation';
import { fail, ok, type Result } from '../core/result';
import type { Note, NoteSummary } from '../core/schema';
import { byLastChange } from '../core/search';
import type { Notice, Start, ViewChange } from '../shared/contract';
import { Attempt } from './attempt';
import { Notes } from './notes';
import type { Found, Ports, View } from './ports';
import { Queue } from './queue';

/** A change of more notes than this is told as summaries only. */
const SENT_WHOLE = 20;
/** So many rows of the list, of those that changed last, the window gets with the open note … */
const FIRST_ROWS = 100;
/** … and so many at a time after that. */
const ROWS_AT_ONCE = 2000;
/** So often an operation is carried out anew on a note that another program changes at the same time. */
const TRIES = 3;

/**
 * The open library: summaries of all notes, the notes that are at hand, undo and redo. Operations are carried out one after
 * another, each on the disk before the next begins, so that none sees half of another.
 */
export class Library {
  readonly #ports: Ports;
  readonly #summaries = new Map<string, NoteSummary>();
  #sorted: readonly NoteSummary[] | null = null;
  /** The list that the window is being sent. */
  #sent: readonly NoteSummary[] = [];
  readonly #loading = new Attempt<void>();
  /** False: there are more notes, which become known when the library has been compared with its files. */
  #isWhole = true;
  readonly #notes: Notes;
  readonly #queue = new Queue();
  /** Notes that another program changed since the operation that is being carried out began. */
  readonly #foundMeanwhile = new Set<string>();
  readonly #followers: ((changes: readonly Change[]) => void)[] = [];
  #history: History = emptyHistory;
  #notices: Notice[] = [];
  #started = false;

  constructor(ports: Ports) {
    this.#ports = ports;
    this.#notes = new Notes(ports.library);
  }

  /** Opens it; until `load` has resolved only `first` may be asked for. */
  async open(): Promise<Result<{ isNew: boolean }>> {
    this.#ports.library.listen((found) => this.#take(found));
    const opened = await this.#ports.library.open();
    if (!opened.ok) return opened;
    this.#notices.push(...opened.value.notices);
    return ok({ isNew: opened.value.isNew });
  }

  /** Takes in the summaries that are known, once; where that fails it is tried again the next time. */
  load(): Promise<Result<void>> {
    return this.#loading.run(() => this.#load());
  }

  async #load(): Promise<Result<void>> {
    const loaded = await this.#ports.library.load();
    if (!loaded.ok) return loaded;
    const { summaries, whole } = loaded.value;
    for (const summary of summaries) this.#summaries.set(summary.id, summary);
    this.#sorted = null;
    this.#isWhole = whole;
    return ok();
  }

  /** Takes in the summaries of all notes, however long that takes. */
  async loadAll(): Promise<Result<void>> {
    const loaded = await this.load();
    if (loaded.ok && !this.#isWhole) await this.reconcile();
    return loaded;
  }

  /** Every change from now on, also those from outside (then `before` and `after` are not known and null). */
  follow(follower: (changes: readonly Change[]) => void): void {
    this.#followers.push(follower);
  }

  has(id: string): boolean {
    return this.#summaries.has(id);
  }

  /** Newest change first. */
  list(): readonly NoteSummary[] {
    this.#sorted ??= [...this.#summaries.values()].sort(byLastChange);
    return this.#sorted;
  }

  async note(id: string): Promise<Result<Note>> {
    return this.#notes.get(id);
  }

  /**
   * What the window shows first: the note that was open, or the newest one, and the first rows of the list. The other rows are
   * sent once it is painted: ten thousand would keep it waiting.
   */
  async first(
    remembered: Promise<View>,
  ): Promise<Result<Pick<Start, 'summaries' | 'next' | 'open' | 'scroll'>>> {
    const view = await remembered;
    const head = this.#loading.current ? null : await this.#ports.library.newest(FIRST_ROWS);
    const loaded = head ? ok() : await this.load();
    if (!loaded.ok) return loaded;
    const rows = head?.summaries ?? this.list().slice(0, FIRST_ROWS);
    const isAll = head ? head.whole : this.#isWhole && this.list().length <= FIRST_ROWS;
    const before = view.note === null ? null : await this.#notes.get(view.note);
    const isThere = before?.ok && !before.value.trashed;
    return ok({
      summaries: rows,
      next: isAll ? null : 0,
      open: isThere ? before.value : await this.#newest(rows),
      scroll: isThere ? view.scroll : 0,
    });
  }

  /** The newest note that can be read: one may be damaged, or deleted by another program. */
  async #newest(rows: readonly NoteSummary[]): Promise<Note | null> {
    const note = await this.#firstReadable(rows);
    if (note) return note;
    const loaded = await this.load();
    const seen = new Set(rows.map(({ id }) => id));
    return loaded.ok ? this.#firstReadable(this.list().filter(({ id }) => !seen.has(id))) : null;
  }

  async #firstReadable(rows: readonly NoteSummary[]): Promise<Note | null> {
    for (const { id, archived, trashed } of rows) {
      if (archived || trashed) continue;
      const note = await this.#notes.get(id);
      if (note.ok) return note.value;
    }
    return null;
  }

  /** From now on the window hears of everything by events. @returns what it is to be told with its first answer */
  begin(): Notice[] {
    this.#started = true;
    return this.takeNotices();
  }

  /** Some rows of the list as it is when its first ones are asked for; each as it is now, those that are gone left out. */
  rest(from: number): { summaries: readonly NoteSummary[]; next: number | null } {
    if (from === 0) this.#sent = this.list();
    const to = from + ROWS_AT_ONCE;
    const summaries = this.#sent.slice(from, to).flatMap(({ id }) => this.#summaries.get(id) ?? []);
    if (to < this.#sent.length) return { summaries, next: to };
    this.#sent = [];
    return { summaries, next: null };
  }

  /** What the person should know since the last time it was asked for. */
  takeNotices(): Notice[] {
    return this.#notices.splice(0);
  }

  notice(notice: Notice): void {
    if (this.#started) this.#ports.emit('message', notice);
    else this.#notices.push(notice);
  }

  /**
   * Carries out an operation; when it resolves the change is on the disk. Where another program changed a note meanwhile, the
   * operation is carried out on what that program wrote.
   */
  apply(operation: Operation): Promise<Result<ViewChange>> {
    return this.#queue.run(async () => {
      for (let tries = 1; ; tries += 1) {
        const done = await this.#attempt(operation);
        if (done.ok || done.error.code !== 'note-changed-outside' || tries === TRIES) return done;
      }
    });
  }

  async #attempt(operation: Operation): Promise<Result<ViewChange>> {
    const ids = notesOf(operation);
    this.#foundMeanwhile.clear();
    const notes = await this.#notes.all(ids);
    if (!notes.ok) return notes;
    const { author } = await this.#ports.library.settings();
    const { now, newId } = this.#ports;
    const { operate } = await import('../core/library');
    const stale = ids.find((id) => this.#foundMeanwhile.has(id));
    if (stale !== undefined) return fail('note-changed-outside', { note: stale });
    const diff = operate(notes.value, operation, { at: now(), author, newId });
    if (!diff.ok) return diff;
    const written = await this.#write(diff.value.changes);
    if (!written.ok) return written;
    this.#history = record(this.#history, diff.value);
    return ok(this.#view(diff.value.operation, diff.value.changes));
  }

  /**
   * Adds notes without making this a step of its own for undo; `remember` does that for all of them.
   * @returns the notes as they were added: where an id was taken, under a new one
   */
  add(notes: readonly Note[]): Promise<Result<readonly Note[]>> {
    return this.#queue.run(async () => {
      const added = this.#withFreeIds(notes);
      for (;;) {
        const written = await this.#write(added.map((after) => ({ id: after.id, before: null, after })));
        if (written.ok) return ok(added);
        // A file that the list does not know, of a newer version for example, is not replaced.
        const taken = added.findIndex(({ id }) => id === written.error.details.note);
        const note = added[taken];
        if (written.error.code !== 'note-exists' || !note) return written;
        added[taken] = { ...note, id: this.#ports.newId() };
      }
    });
  }

  #withFreeIds(notes: readonly Note[]): Note[] {
    const taken = new Set<string>();
    return notes.map((note) => {
      const id = this.has(note.id) || taken.has(note.id) ? this.#ports.newId() : note.id;
      taken.add(id);
      return { ...note, id };
    });
  }

  /** Makes one step for undo of notes that were added, and says what the view has to change. */
  remember(operation: Diff['operation'], added: readonly Note[]): ViewChange {
    const changes = added.map((after) => ({ id: after.id, before: null, after }));
    this.#history = record(this.#history, { operation, changes });
    return this.#view(operation, changes);
  }

  undo(): Promise<Result<ViewChange>> {
    return this.#queue.run(async () => {
      const diff = this.#history.done.at(-1);
      if (!diff) return fail('nothing-to-undo');
      const changes = this.#possible(inverse(diff).changes);
      const written = await this.#writeStep(changes);
      if (!written.ok) return written;
      this.#history = {
        done: this.#history.done.slice(0, -1),
        undone: [...this.#history.undone, diff],
      };
      return ok(this.#view(diff.operation, changes));
    });
  }

  redo(): Promise<Result<ViewChange>> {
    return this.#queue.run(async () => {
      const diff = this.#history.undone.at(-1);
      if (!diff) return fail('nothing-to-redo');
      const changes = this.#possible(diff.changes);
      const written = await this.#writeStep(changes);
      if (!written.ok) return written;
      this.#history = {
        done: [...this.#history.done, diff],
        undone: this.#history.undone.slice(0, -1),
      };
      return ok(this.#view(diff.operation, changes));
    });
  }

  /** Looks for what other programs changed. */
  async reconcile(): Promise<void> {
    await this.#ports.library.reconcile();
    if (this.#isWhole) return;
    this.#isWhole = true;
    this.notice({ level: 'info', what: { code: 'index-rebuilt', details: {} } });
  }

  close(): Promise<void> {
    return this.#queue.run(() => this.#ports.library.close());
  }

  /** What still fits: a note that another program deleted is not brought back by undoing an edit of it. */
  #possible(changes: readonly Change[]): Change[] {
    return changes.filter(({ id, before }) => (before !== null) === this.#summaries.has(id));
  }

  /** A step of the history fits only the notes that it was made of; the history has forgotten it once it does not. */
  async #writeStep(changes: readonly Change[]): Promise<Result<void>> {
    const written = await this.#write(changes);
    if (written.ok || written.error.code !== 'note-changed-outside') return written;
    return fail('note-changed-outside', { ...written.error.details, context: 'history' });
  }

  async #write(changes: readonly Change[]): Promise<Result<void>> {
    if (changes.length === 0) return ok();
    const written = await this.#ports.library.apply(changes);
    if (!written.ok) return written;
    this.#notes.take(changes);
    this.#sorted = null;
    for (const { id, after } of changes) {
      if (after) this.#summaries.set(id, summarise(after));
      else this.#summaries.delete(id);
    }
    for (const follower of this.#followers) follower(changes);
    return written;
  }

  #view(operation: Diff['operation'] | null, changes: readonly Change[]): ViewChange {
    const there = changes.flatMap(({ after }) => (after ? [after] : []));
    return {
      summaries: there.map(({ id }) => this.#summaries.get(id)).filter((summary) => summary !== undefined),
      removed: changes.filter(({ after }) => after === null).map(({ id }) => id),
      notes: there.length <= SENT_WHOLE ? there : [],
      operation,
      undo: this.#history.done.at(-1)?.operation ?? null,
      redo: this.#history.undone.at(-1)?.operation ?? null,
    };
  }

  /** Takes over what another program changed. */
  #take({ changed, removed, notices }: Found): void {
    const ids = [...changed.map(({ id }) => id), ...removed];
    this.#notes.forget(ids);
    for (const id of ids) this.#foundMeanwhile.add(id);
    this.#history = forget(this.#history, new Set(ids));
    this.#sorted = null;
    for (const summary of changed) this.#summaries.set(summary.id, summary);
    for (const id of removed) this.#summaries.delete(id);
    for (const follower of this.#followers)
      follower(ids.map((id): Change => ({ id, before: null, after: null })));
    for (const notice of notices) this.notice(notice);
    if (ids.length > 0 && this.#started) void this.#queue.run(() => this.#tell(ids));
  }

  /** Tells the window how these notes are now. In its turn among the operations, so that it never tells what was before one. */
  async #tell(ids: readonly string[]): Promise<void> {
    const few = ids.length <= SENT_WHOLE ? ids.filter((id) => this.has(id)) : [];
    const read = await Promise.all(few.map((id) => this.#notes.get(id)));
    this.#ports.emit('changed', {
      ...this.#view(null, []),
      summaries: ids.flatMap((id) => this.#summaries.get(id) ?? []),
      removed: ids.filter((id) => !this.has(id)),
      notes: read.flatMap((note) => (note.ok ? [note.value] : [])),
    });
  }
}
