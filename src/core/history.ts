import { isSame } from './equal';
import type { Note } from './schema';
import { joined, type Step, weightOf } from './step';

/** How many steps can be undone … */
const DEPTH = 200;
/** … as long as they do not hold more than this, in characters. The last step is kept whatever it holds. */
const MOST = 100_000_000;

/** Undo and redo, as the steps that were done. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  /** Of those that were done, in characters: every save asks for it. */
  readonly weight: number;
}

export const emptyHistory: History = { done: [], undone: [], weight: 0 };

/** What was done and undone, as it is after some was carried out the other way. */
export const historyOf = (done: readonly Step[], undone: readonly Step[]): History => ({
  done,
  undone,
  weight: done.reduce((weight, step) => weight + weightOf(step), 0),
});

/**
 * Remembers a step. What was undone before can then no longer be redone. Edits of one note's text or title in a row are one
 * step: a person undoes the writing, not its autosaves.
 */
export function record(history: History, step: Step): History {
  if (step.changes.length === 0) return history;
  const { done, weight } = history;
  const last = done.at(-1);
  if (!last || !continues(last, step)) return bounded([...done, step], weight + weightOf(step));
  const both = joined(last, step);
  return {
    done: [...done.slice(0, -1), both],
    undone: [],
    weight: weight - weightOf(last) + weightOf(both),
  };
}

function bounded(done: readonly Step[], weight: number): History {
  let first = 0;
  let left = weight;
  while (first < done.length - 1 && (done.length - first > DEPTH || left > MOST)) {
    left -= weightOf(done[first] as Step);
    first += 1;
  }
  return { done: first === 0 ? done : done.slice(first), undone: [], weight: left };
}

function continues(last: Step, next: Step): boolean {
  const typing = next.operation === 'edit-text' || next.operation === 'edit-title';
  const [first, second] = [last.changes[0], next.changes[0]];
  return (
    typing &&
    last.operation === next.operation &&
    last.changes.length === 1 &&
    next.changes.length === 1 &&
    first?.type === 'changed' &&
    second?.type === 'changed' &&
    first.id === second.id &&
    leads(first.after, second.before)
  );
}

/** Otherwise another program changed the note in between: undoing both steps at once would undo that, too. */
function leads({ updated: _, ...after }: Partial<Note>, before: Partial<Note>): boolean {
  return Object.entries(after).every(
    ([field, value]) => !(field in before) || isSame(value, before[field as keyof Note]),
  );
}
