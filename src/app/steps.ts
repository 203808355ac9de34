import { emptyHistory, type History, historyOf, record } from '../core/history';
import type { NoteStep, Step } from '../core/step';

/** Which way through the steps. */
export type Direction = 'undo' | 'redo';

/** What can be undone and done again in this session. */
export class Steps {
  #history: History = emptyHistory;

  record(step: Step): void {
    this.#history = record(this.#history, step);
  }

  /** From here on nothing of before can be undone or done again. */
  forget(): void {
    this.#history = emptyHistory;
  }

  /** The next step that way, as it was done; null: there is none. */
  next(direction: Direction): Step | null {
    const { done, undone } = this.#history;
    return (direction === 'undo' ? done : undone).at(-1) ?? null;
  }

  /**
   * A step was carried out that way. What no longer fitted is forgotten.
   * @param taken the part of it that was carried out
   * @param left the part that was not reached
   */
  taken(direction: Direction, step: Step, taken: readonly NoteStep[], left: readonly NoteStep[]): void {
    const { done, undone } = this.#history;
    const [from, to] = direction === 'undo' ? [done, undone] : [undone, done];
    const rest = from.flatMap((each) => (each === step ? partOf(step, left) : [each]));
    const gone = [...to, ...partOf(step, taken)];
    this.#history = direction === 'undo' ? historyOf(rest, gone) : historyOf(gone, rest);
  }

  /** What the next undo and the next redo would be called: keys under `operation` in the locale. */
  names(): { undo: Step['operation'] | null; redo: Step['operation'] | null } {
    return {
      undo: this.next('undo')?.operation ?? null,
      redo: this.next('redo')?.operation ?? null,
    };
  }
}

const partOf = ({ operation }: Step, changes: readonly NoteStep[]): Step[] =>
  changes.length === 0 ? [] : [{ operation, changes }];
