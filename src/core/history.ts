import { joined, type Step, weightOf } from './step';

/** How many steps can be undone … */
const DEPTH = 200;
/** … as long as they do not hold more than this, in characters. The last step is kept whatever it holds. */
const MOST = 100_000_000;

/** Undo and redo, as the steps that were done. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const emptyHistory: History = { done: [], undone: [] };

/**
 * Remembers a step. What was undone before can then no longer be redone. Edits of one note's text or title in a row are one
 * step: a person undoes the writing, not its autosaves.
 */
export function record(history: History, step: Step): History {
  if (step.changes.length === 0) return history;
  const last = history.done.at(-1);
  if (last && continues(last, step)) {
    return { done: [...history.done.slice(0, -1), joined(last, step)], undone: [] };
  }
  return { done: bounded([...history.done, step]), undone: [] };
}

function bounded(steps: readonly Step[]): readonly Step[] {
  let weight = 0;
  const heavy = steps.findLastIndex((step) => {
    weight += weightOf(step);
    return weight > MOST;
  });
  return steps.slice(Math.max(Math.min(heavy + 1, steps.length - 1), steps.length - DEPTH, 0));
}

function continues(last: Step, next: Step): boolean {
  const typing = next.operation === 'edit-text' || next.operation === 'edit-title';
  return (
    typing &&
    last.operation === next.operation &&
    last.changes.length === 1 &&
    next.changes.length === 1 &&
    last.changes[0]?.id === next.changes[0]?.id
  );
}
