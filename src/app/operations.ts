import type { Circumstances } from '../core/library';
import { summarise } from '../core/note';
import { type Change, type Diff, notesOf, type Operation, onlyOn } from '../core/operation';
import { type Failure, fail, type Notice, ok, type Result } from '../core/result';
import type { Note } from '../core/schema';
import { carryOut, type NoteStep, type Step, stepOf, turned } from '../core/step';
import type { VersionCause } from '../core/versions/version';
import type { ViewChange } from '../shared/contract';
import { t } from '../shared/text';
import type { Notes } from './notes';
import { inPortions, PORTION, unwatched, type Watch } from './portions';
import type { Ports } from './ports';
import { Queue } from './queue';
import type { Rows } from './rows';
import { type Direction, Steps } from './steps';
import { viewOf } from './view-change';

/** So often an operation is carried out anew on a note that another program changes at the same time. */
const TRIES = 3;

/** What operations are carried out on. */
export interface Held {
  readonly rows: Rows;
  readonly notes: Notes;
  /** Hears of every change that is on the disk. */
  readonly changed: (changes: readonly Change[]) => void;
  /** Tells the window of a part of long work. */
  readonly tell: (change: ViewChange) => void;
  /** Tells the person. */
  readonly notice: (notice: Notice) => void;
}

/**
 * Everything that changes the library, and undo. Operations are carried out one after another, each on the disk before the next
 * begins, so that none sees half of another. One of many notes goes by portions, and lets others in between them.
 */
export class Operations {
  readonly #ports: Ports;
  readonly #held: Held;
  readonly #queue = new Queue();
  /** Long work, undo and redo: one after another, too. */
  readonly #long = new Queue();
  readonly #steps = new Steps();
  /** Notes that another program changed since the operation that is being carried out began. */
  readonly #foundMeanwhile = new Set<string>();

  constructor(ports: Ports, held: Held) {
    this.#ports = ports;
    this.#held = held;
  }

  /** Does something else in its turn among the operations. */
  inTurn<T>(task: () => Promise<T>): Promise<T> {
    return this.#queue.run(task);
  }

  /** Resolves once all that was begun has been carried out or has failed. */
  async settled(): Promise<void> {
    await this.#long.run(async () => undefined);
    await this.#queue.run(async () => undefined);
  }

  /** Does something while no operation is half done, those of many notes included. */
  alone<T>(task: () => Promise<T>): Promise<T> {
    return this.#long.run(() => this.#queue.run(task));
  }

  /** From here on nothing of before can be undone. */
  forgetSteps(): void {
    this.#steps.forget();
  }

  /** Another program changed these notes. */
  found(ids: readonly string[]): void {
    for (const id of ids) this.#foundMeanwhile.add(id);
  }

  /**
   * Carries out an operation; when it resolves the change is on the disk. Where another program changed a note meanwhile, the
   * operation is carried out on what that program wrote.
   */
  async apply(operation: Operation, watch: Watch = unwatched): Promise<Result<ViewChange>> {
    const begun = await this.#queue.run(async () => {
      const ids = notesOf(operation, this.#held.rows.all());
      if (ids.length > PORTION) return { ids };
      return { done: await this.#again(() => this.#operate(operation, ids)) };
    });
    if (begun.ids) return this.#long.run(() => this.#operateOnMany(operation, begun.ids, watch));
    if (!begun.done.ok) return begun.done;
    this.#steps.record(stepOf(begun.done.value));
    return ok(this.#view(begun.done.value));
  }

  /**
   * Adds notes without making this a step of its own for undo; `remember` does that for all of them.
   * @returns the notes as they were added: where an id was taken, under a new one
   */
  add(notes: readonly Note[]): Promise<Result<readonly Note[]>> {
    return this.#queue.run(async () => {
      const added = this.#withFreeIds(notes);
      for (;;) {
        const written = await this.#write(
          added.map((after) => ({ id: after.id, before: null, after })),
          'import',
        );
        if (written.ok) return ok(added);
        // A file that the list does not know, of a newer version for example, is not replaced.
        const taken = added.findIndex(({ id }) => id === written.error.details.note);
        const note = added[taken];
        if (written.error.code !== 'note-exists' || !note) return written;
        added[taken] = { ...note, id: this.#ports.newId() };
      }
    });
  }

  /** Makes one step for undo of notes that were added, and says what the view has to change. */
  remember(operation: Diff['operation'], added: readonly Note[]): ViewChange {
    const diff = { operation, changes: added.map((after) => ({ id: after.id, before: null, after })) };
    this.#steps.record(stepOf(diff));
    return this.#view(diff);
  }

  /** Takes back the last step, or does again the one that was taken back last. */
  travel(direction: Direction, watch: Watch = unwatched): Promise<Result<ViewChange>> {
    return this.#long.run(async () => {
      const step = await this.#queue.run(async () => this.#steps.next(direction));
      return step ? this.#carryOut(step, direction, watch) : fail(`nothing-to-${direction}`);
    });
  }

  /** What the next undo and the next redo would be called. */
  next(): Pick<ViewChange, 'undo' | 'redo'> {
    return this.#steps.names();
  }

  /** What the window has to know of some changes. */
  #view(diff: Omit<Diff, 'operation'> & { operation: Diff['operation'] | null }): ViewChange {
    return viewOf(diff, this.#held.rows, this.#steps.names());
  }

  /** Where another program changes a note at the same time, what is to be done is done on what that program wrote. */
  async #again<T>(attempt: () => Promise<Result<T>>): Promise<Result<T>> {
    for (let tries = 1; ; tries += 1) {
      const done = await attempt();
      if (done.ok || done.error.code !== 'note-changed-outside' || tries === TRIES) return done;
    }
  }

  async #operate(operation: Operation, ids: readonly string[]): Promise<Result<Diff>> {
    this.#foundMeanwhile.clear();
    const notes = await this.#held.notes.all(ids);
    if (!notes.ok) return notes.error.code === 'note-not-found' ? this.#bringBack(operation) : notes;
    let circumstances = await this.#circumstances();
    if (operation.type === 'restore-version') {
      const version = await this.#ports.library.versions.read(operation.note, operation.version);
      if (!version.ok) return version;
      circumstances = { ...circumstances, version: version.value };
    }
    const { operate, fitted } = await tools();
    const stale = ids.find((id) => this.#foundMeanwhile.has(id));
    if (stale !== undefined) return fail('note-changed-outside', { note: stale });
    const edit = fitted(operation, notes.value);
    const diff = operate(notes.value, edit.operation, circumstances);
    if (!diff.ok) return diff;
    const written = await this.#write(diff.value.changes, operation.type);
    if (!written.ok) return written;
    if (edit.notice) this.#held.notice(edit.notice);
    return diff;
  }

  /** Somebody typed in a note that is no longer there: it comes back, as a step that can be undone. */
  async #bringBack(operation: Operation): Promise<Result<Diff>> {
    const circumstances = await this.#circumstances();
    const { operate, ...edits } = await tools();
    const id = 'note' in operation ? operation.note : '';
    const lost = edits.lostNote(operation, this.#held.notes.last(id), circumstances.at);
    if (!lost.ok) return lost;
    const last = new Map([[id, lost.value]]);
    const edited = operate(last, edits.fitted(operation, last).operation, circumstances);
    if (!edited.ok) return edited;
    const after = edited.value.changes[0]?.after ?? lost.value;
    const changes = [{ id, before: null, after }];
    const written = await this.#write(changes, 'restore');
    if (!written.ok) return written;
    this.#held.notice(edits.broughtBack(after));
    return ok({ operation: 'restore', changes });
  }

  async #circumstances(): Promise<Circumstances> {
    const { author } = await this.#ports.library.settings();
    const { now, newId } = this.#ports;
    return { at: now(), author, newId, copyTitle };
  }

  async #operateOnMany(
    operation: Operation,
    ids: readonly string[],
    watch: Watch,
  ): Promise<Result<ViewChange>> {
    const changes: NoteStep[] = [];
    const ran = await inPortions(ids, watch, (portion) =>
      this.#queue.run(async () => {
        const diff = await this.#again(() => this.#operateOnThose(operation, portion));
        if (!diff.ok) return diff;
        for (const change of stepOf(diff.value).changes) changes.push(change);
        this.#held.tell(this.#view({ operation: null, changes: diff.value.changes }));
        return diff;
      }),
    );
    const step = { operation: operation.type, changes };
    this.#steps.record(step);
    return this.#ended(step, ids.length - ran.done, ran.error);
  }

  /** On those that are still there: of many notes one that is gone does not stop the others. */
  async #operateOnThose(operation: Operation, portion: readonly string[]): Promise<Result<Diff>> {
    for (;;) {
      const ids = portion.filter((id) => this.#held.rows.has(id));
      if (ids.length === 0) return ok({ operation: operation.type, changes: [] });
      const diff = await this.#operate(onlyOn(operation, ids), ids);
      const isGone = !diff.ok && ids.some((id) => !this.#held.rows.has(id));
      if (!isGone) return diff;
    }
  }

  async #carryOut(step: Step, direction: Direction, watch: Watch): Promise<Result<ViewChange>> {
    const taken: NoteStep[] = [];
    const few: Change[] = [];
    const ran = await inPortions(step.changes, watch, (portion) =>
      this.#queue.run(async () => {
        const steps = direction === 'undo' ? portion.map(turned) : portion;
        const changes = await this.#again(() => this.#carryOutThose(steps, direction));
        if (!changes.ok) return changes;
        const done = new Set(changes.value.map(({ id }) => id));
        for (const each of portion) if (done.has(each.id)) taken.push(each);
        if (step.changes.length <= PORTION) few.push(...changes.value);
        else this.#held.tell(this.#view({ operation: null, changes: changes.value }));
        return changes;
      }),
    );
    if (ran.error && taken.length === 0) return { ok: false, error: ran.error };
    this.#steps.taken(direction, step, taken, step.changes.slice(ran.done));
    const [first] = step.changes;
    // The step fitted none of its notes as they are now.
    if (taken.length === 0 && ran.done > 0 && first)
      return fail('note-changed-outside', { note: first.id, context: 'history' });
    if (few.length > 0) return ok(this.#view({ operation: step.operation, changes: few }));
    return this.#ended({ ...step, changes: taken }, step.changes.length - ran.done, ran.error);
  }

  async #carryOutThose(steps: readonly NoteStep[], direction: Direction): Promise<Result<Change[]>> {
    const changes: Change[] = [];
    for (const step of steps) {
      const note = this.#held.rows.has(step.id) ? await this.#held.notes.get(step.id) : null;
      const change = note && !note.ok ? null : carryOut(step, note?.value ?? null);
      if (change) changes.push(change);
    }
    const written = await this.#write(changes, direction);
    return written.ok ? ok(changes) : written;
  }

  /** What is said of long work: the window has been told of its parts. */
  #ended(step: Step, left: number, error: Failure | null): Result<ViewChange> {
    const done = step.changes.length;
    const details = { done, all: done + left };
    if (error && done > 0) this.#held.notice({ level: 'info', what: { code: 'partly-done', details } });
    if (error) return { ok: false, error };
    const [row] = this.#held.rows.of(step.changes.slice(0, 1).map(({ id }) => id));
    const about = { count: done, left, title: row?.title ?? '', note: row?.id ?? null };
    return ok({ ...this.#view({ operation: step.operation, changes: [] }), about });
  }

  #withFreeIds(notes: readonly Note[]): Note[] {
    const taken = new Set<string>();
    return notes.map((note) => {
      const id = this.#held.rows.has(note.id) || taken.has(note.id) ? this.#ports.newId() : note.id;
      taken.add(id);
      return { ...note, id };
    });
  }

  async #write(changes: readonly Change[], by: VersionCause): Promise<Result<void>> {
    if (changes.length === 0) return ok();
    const written = await this.#ports.library.apply(changes, by);
    if (!written.ok) return written;
    const { notes, rows, changed } = this.#held;
    notes.take(changes);
    rows.put(changes.flatMap(({ after }) => (after ? [summarise(after)] : [])));
    rows.remove(changes.filter(({ after }) => !after).map(({ id }) => id));
    changed(changes);
    return written;
  }
}

const copyTitle = (title: string): string => t('operation.copy-title', { title: title.trim() });

/** What operations are carried out with. It is no part of a start, and nobody asks twice for it. */
type Tools = typeof import('../core/library') & typeof import('./draft-edits');
let loaded: Tools | null = null;

async function tools(): Promise<Tools> {
  loaded ??= { ...(await import('../core/library')), ...(await import('./draft-edits')) };
  return loaded;
}
