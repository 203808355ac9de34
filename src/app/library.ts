import { summarise } from '../core/note';
import { type Change, type Diff, notesOf, type Operation } from '../core/operation';
import { fail, ok, type Result } from '../core/result';
import type { Note, NoteSummary } from '../core/schema';
import type { Notice, Start, ViewChange } from '../shared/contract';
import { Attempt } from './attempt';
import { firstSight } from './first-sight';
import { Notes } from './notes';
import type { Found, Ports, View } from './ports';
import { Queue } from './queue';
import { FIRST_ROWS, Rows } from './rows';
import { type Direction, Steps } from './steps';

/** A change of more notes than this is told as summaries only. */
const SENT_WHOLE = 20;
/** So often an operation is carried out anew on a note that another program changes at the same time. */
const TRIES = 3;

/**
 * The open library: summaries of all notes, the notes that are at hand, undo and redo. Operations are carried out one after
 * another, each on the disk before the next begins, so that none sees half of another.
 */
export class Library {
  readonly #ports: Ports;
  readonly #rows = new Rows();
  readonly #loading = new Attempt<void>();
  /** False: there are more notes, which become known when the library has been compared with its files. */
  #isWhole = true;
  readonly #notes: Notes;
  readonly #queue = new Queue();
  /** Notes that another program changed since the operation that is being carried out began. */
  readonly #foundMeanwhile = new Set<string>();
  readonly #followers: ((changes: readonly Change[]) => void)[] = [];
  readonly #steps = new Steps();
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
    this.#rows.put(summaries);
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
    return this.#rows.has(id);
  }

  /** Newest change first. */
  list(): readonly NoteSummary[] {
    return this.#rows.list();
  }

  async note(id: string): Promise<Result<Note>> {
    return this.#notes.get(id);
  }

  /** What the window shows first. @param remembered what the last session showed */
  async first(
    remembered: Promise<View>,
  ): Promise<Result<Pick<Start, 'summaries' | 'next' | 'open' | 'scroll'>>> {
    return firstSight(
      {
        firstRows: () => this.#firstRows(),
        allRows: async () => {
          const loaded = await this.load();
          return loaded.ok ? ok(this.list()) : loaded;
        },
        note: (id) => this.#notes.get(id),
      },
      await remembered,
    );
  }

  async #firstRows(): Promise<Result<{ rows: readonly NoteSummary[]; isAll: boolean }>> {
    const head = this.#loading.current ? null : await this.#ports.library.newest(FIRST_ROWS);
    if (head) return ok({ rows: head.summaries, isAll: head.whole });
    const loaded = await this.load();
    if (!loaded.ok) return loaded;
    const rows = this.list().slice(0, FIRST_ROWS);
    return ok({ rows, isAll: this.#isWhole && this.list().length <= FIRST_ROWS });
  }

  /** From now on the window hears of everything by events. @returns what it is to be told with its first answer */
  begin(): Notice[] {
    this.#started = true;
    return this.takeNotices();
  }

  /** Some rows of the list; `next`: where to go on, null when these were the last. */
  rest(from: number): { summaries: readonly NoteSummary[]; next: number | null } {
    return this.#rows.portion(from);
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
    this.#steps.record(diff.value);
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
    this.#steps.record({ operation, changes });
    return this.#view(operation, changes);
  }

  undo(): Promise<Result<ViewChange>> {
    return this.#travel('undo');
  }

  redo(): Promise<Result<ViewChange>> {
    return this.#travel('redo');
  }

  #travel(direction: Direction): Promise<Result<ViewChange>> {
    return this.#queue.run(async () => {
      const diff = this.#steps.next(direction);
      if (!diff) return fail(`nothing-to-${direction}`);
      const changes = this.#possible(diff.changes);
      const written = await this.#writeStep(changes);
      if (!written.ok) return written;
      this.#steps.taken(direction);
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
    return changes.filter(({ id, before }) => (before !== null) === this.has(id));
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
    this.#rows.put(changes.flatMap(({ after }) => (after ? [summarise(after)] : [])));
    this.#rows.remove(changes.filter(({ after }) => !after).map(({ id }) => id));
    for (const follower of this.#followers) follower(changes);
    return written;
  }

  #view(operation: Diff['operation'] | null, changes: readonly Change[]): ViewChange {
    const there = changes.flatMap(({ after }) => (after ? [after] : []));
    return {
      summaries: this.#rows.of(there.map(({ id }) => id)),
      removed: changes.filter(({ after }) => after === null).map(({ id }) => id),
      notes: there.length <= SENT_WHOLE ? there : [],
      operation,
      ...this.#steps.names(),
    };
  }

  /** Takes over what another program changed. */
  #take({ changed, removed, notices }: Found): void {
    const ids = [...changed.map(({ id }) => id), ...removed];
    this.#notes.forget(ids);
    for (const id of ids) this.#foundMeanwhile.add(id);
    this.#steps.forget(new Set(ids));
    this.#rows.put(changed);
    this.#rows.remove(removed);
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
      summaries: this.#rows.of(ids),
      removed: ids.filter((id) => !this.has(id)),
      notes: read.flatMap((note) => (note.ok ? [note.value] : [])),
    });
  }
}
