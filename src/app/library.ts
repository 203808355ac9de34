import type { Change, Diff, Operation } from '../core/operation';
import { ok, type Result } from '../core/result';
import type { Note, NoteSummary } from '../core/schema';
import type { Notice, Start, ViewChange } from '../shared/contract';
import { Attempt } from './attempt';
import { FIRST_ROWS, firstSight } from './first-sight';
import { Notes } from './notes';
import { Operations } from './operations';
import type { Watch } from './portions';
import type { Found, Ports, View } from './ports';
import { Rows } from './rows';
import type { Direction } from './steps';
import { SENT_WHOLE, viewOf } from './view-change';

/** The task of reading all notes, and what it is called. */
const READING = 'reading';

/** The open library: summaries of all notes, the notes that are at hand, and what is done with them. */
export class Library {
  readonly #ports: Ports;
  readonly #rows = new Rows();
  readonly #loading = new Attempt<void>();
  /** False: there are more notes, which become known when the library has been compared with its files. */
  #isWhole = true;
  readonly #notes: Notes;
  readonly #followers: ((changes: readonly Change[]) => void)[] = [];
  readonly #operations: Operations;
  #notices: Notice[] = [];
  #started = false;
  #isReadOnly = false;

  constructor(ports: Ports) {
    this.#ports = ports;
    this.#notes = new Notes(ports.library);
    this.#operations = new Operations(ports, {
      rows: this.#rows,
      notes: this.#notes,
      changed: (changes) => {
        for (const follower of this.#followers) follower(changes);
      },
      tell: (change) => this.tell(change),
      notice: (notice) => this.notice(notice),
    });
  }

  /** Opens it; until `load` has resolved only `first` may be asked for. */
  async open(): Promise<Result<{ isNew: boolean }>> {
    this.#ports.library.listen((found) => this.#take(found));
    const opened = await this.#ports.library.open();
    if (!opened.ok) return opened;
    this.#notices.push(...opened.value.notices);
    this.#isReadOnly = opened.value.isReadOnly;
    return ok({ isNew: opened.value.isNew });
  }

  /** Every change is refused: a newer version of the app made the library. */
  get isReadOnly(): boolean {
    return this.#isReadOnly;
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
  ): Promise<Result<Pick<Start, 'summaries' | 'next' | 'open' | 'scroll' | 'order'>>> {
    return firstSight(
      {
        head: async () => (this.#loading.current ? null : this.#ports.library.newest(FIRST_ROWS)),
        allRows: async () => {
          const loaded = await this.load();
          return loaded.ok ? ok({ rows: this.list(), isWhole: this.#isWhole }) : loaded;
        },
        note: (id) => this.#notes.get(id),
      },
      await remembered,
    );
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

  /** Tells the window of a change that it did not ask for. */
  tell(change: ViewChange): void {
    if (this.#started) this.#ports.emit('changed', change);
  }

  /** Carries out an operation; when it resolves the change is on the disk. */
  apply(operation: Operation, watch?: Watch): Promise<Result<ViewChange>> {
    return this.#operations.apply(operation, watch);
  }

  /** Adds notes; see `Operations.add`. */
  add(notes: readonly Note[]): Promise<Result<readonly Note[]>> {
    return this.#operations.add(notes);
  }

  /** Makes one step for undo of notes that were added, and says what the view has to change. */
  remember(operation: Diff['operation'], added: readonly Note[]): ViewChange {
    return this.#operations.remember(operation, added);
  }

  /** Takes back the last step, or does again the one that was taken back last. */
  travel(direction: Direction, watch?: Watch): Promise<Result<ViewChange>> {
    return this.#operations.travel(direction, watch);
  }

  /** From now on hears of what other programs change as they do it. */
  watch(): void {
    this.#ports.library.watch();
  }

  /** Looks for what other programs changed. */
  async reconcile(): Promise<void> {
    await this.#ports.library.reconcile((done, all) => {
      // The list shows what is known; only where there is no index yet does anybody wait for the rest.
      if (!this.#isWhole)
        this.#ports.emit('progress', { task: READING, label: READING, done: done / all, count: all });
    });
    if (this.#isWhole) return;
    this.#isWhole = true;
    this.notice({ level: 'info', what: { code: 'index-rebuilt', details: {} } });
  }

  /** Resolves once every change that was begun is on the disk or has failed. */
  settled(): Promise<void> {
    return this.#operations.settled();
  }

  /** Does something while no operation is half done and none begins. */
  alone<T>(task: () => Promise<T>): Promise<T> {
    return this.#operations.alone(task);
  }

  /** The library was replaced by another state of it; what was done before is no step to be undone. */
  async replaced(): Promise<void> {
    await this.#ports.library.reread();
    this.#operations.forgetSteps();
  }

  close(): Promise<void> {
    return this.#operations.inTurn(() => this.#ports.library.close());
  }

  /** Takes over what another program changed. */
  #take({ changed, removed, notices }: Found): void {
    const ids = [...changed.map(({ id }) => id), ...removed];
    this.#notes.forget(ids);
    this.#operations.found(ids);
    this.#rows.put(changed);
    this.#rows.remove(removed);
    for (const follower of this.#followers)
      follower(ids.map((id): Change => ({ id, before: null, after: null })));
    for (const notice of notices) this.notice(notice);
    if (ids.length > 0 && this.#started) void this.#operations.inTurn(() => this.#tell(ids));
  }

  /** Tells the window how these notes are now. In its turn among the operations, so that it never tells what was before one. */
  async #tell(ids: readonly string[]): Promise<void> {
    const few = ids.length <= SENT_WHOLE ? ids.filter((id) => this.has(id)) : [];
    const read = await Promise.all(few.map((id) => this.#notes.get(id)));
    this.#ports.emit('changed', {
      ...viewOf({ operation: null, changes: [] }, this.#rows, this.#operations.next()),
      summaries: this.#rows.of(ids),
      removed: ids.filter((id) => !this.has(id)),
      notes: read.flatMap((note) => (note.ok ? [note.value] : [])),
    });
  }
}
