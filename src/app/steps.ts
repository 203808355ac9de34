import { emptyHistory, forget, type History, inverse, record } from '../core/history';
import type { Diff } from '../core/operation';

/** Which way through the steps. */
export type Direction = 'undo' | 'redo';

/** What can be undone and done again in this session. */
export class Steps {
  #history: History = emptyHistory;

  record(diff: Diff): void {
    this.#history = record(this.#history, diff);
  }

  /** Another program changed these notes: what they were before is no longer known. */
  forget(ids: ReadonlySet<string>): void {
    this.#history = forget(this.#history, ids);
  }

  /** The next step that way, as the changes that carry it out; null: there is none. */
  next(direction: Direction): Diff | null {
    const { done, undone } = this.#history;
    const diff = direction === 'undo' ? done.at(-1) : undone.at(-1);
    if (!diff) return null;
    return direction === 'undo' ? inverse(diff) : diff;
  }

  /** The next step that way was carried out. */
  taken(direction: Direction): void {
    const { done, undone } = this.#history;
    const diff = direction === 'undo' ? done.at(-1) : undone.at(-1);
    if (!diff) return;
    this.#history =
      direction === 'undo'
        ? { done: done.slice(0, -1), undone: [...undone, diff] }
        : { done: [...done, diff], undone: undone.slice(0, -1) };
  }

  /** What the next undo and the next redo would be called: keys under `operation` in the locale. */
  names(): { undo: Diff['operation'] | null; redo: Diff['operation'] | null } {
    return {
      undo: this.next('undo')?.operation ?? null,
      redo: this.next('redo')?.operation ?? null,
    };
  }
}
