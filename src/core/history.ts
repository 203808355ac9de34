import type { Diff } from './operation';

/** How many operations can be undone. */
const DEPTH = 200;

/** Undo and redo, as the diffs that were applied. */
export interface History {
  readonly done: readonly Diff[];
  readonly undone: readonly Diff[];
}

export const emptyHistory: History = { done: [], undone: [] };

/**
 * Remembers a diff. What was undone before can then no longer be redone. Edits of one note's text or title in a row are one
 * step: a person undoes the writing, not its autosaves.
 */
export function record(history: History, diff: Diff): History {
  if (diff.changes.length === 0) return history;
  const last = history.done.at(-1);
  if (last && continues(last, diff)) {
    return { done: [...history.done.slice(0, -1), joined(last, diff)], undone: [] };
  }
  return { done: [...history.done, diff].slice(-DEPTH), undone: [] };
}

/** Turns a diff round: applying it gives the library back as it was. */
export const inverse = (diff: Diff): Diff => ({
  operation: diff.operation,
  changes: diff.changes.map(({ id, before, after }) => ({ id, before: after, after: before })),
});

function continues(last: Diff, next: Diff): boolean {
  const typing = next.operation === 'edit-text' || next.operation === 'edit-title';
  return (
    typing &&
    last.operation === next.operation &&
    last.changes.length === 1 &&
    next.changes.length === 1 &&
    last.changes[0]?.id === next.changes[0]?.id
  );
}

const joined = (last: Diff, next: Diff): Diff => ({
  operation: last.operation,
  changes: next.changes.map((change, index) => ({ ...change, before: last.changes[index]?.before ?? null })),
});

/** The history without the changes of notes that another program changed since: what they were is no longer known. */
export function forget(history: History, ids: ReadonlySet<string>): History {
  if (ids.size === 0) return history;
  const others = (diffs: readonly Diff[]): Diff[] =>
    diffs
      .map((diff) => ({ ...diff, changes: diff.changes.filter(({ id }) => !ids.has(id)) }))
      .filter(({ changes }) => changes.length > 0);
  return { done: others(history.done), undone: others(history.undone) };
}
