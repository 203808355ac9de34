import { isSame } from './equal';
import type { Change, Diff } from './operation';
import type { Note } from './schema';

/** What one step did to one note: the fields that changed, so that a step of ten thousand notes does not hold their texts. */
export type NoteStep =
  | {
      readonly type: 'changed';
      readonly id: string;
      readonly before: Partial<Note>;
      readonly after: Partial<Note>;
    }
  | { readonly type: 'made' | 'deleted'; readonly id: string; readonly note: Note };

/** One step of undo. */
export interface Step {
  readonly operation: Diff['operation'];
  readonly changes: readonly NoteStep[];
}

/** @param diff what was done */
export const stepOf = ({ operation, changes }: Diff): Step => ({
  operation,
  changes: changes.flatMap((change) => noteStepOf(change) ?? []),
});

function noteStepOf({ id, before, after }: Change): NoteStep | null {
  if (before && after) return { type: 'changed', id, ...difference(before, after) };
  if (after) return { type: 'made', id, note: after };
  return before && { type: 'deleted', id, note: before };
}

/** Notes are never changed in place: what is another value is another one. */
function difference(before: Note, after: Note): { before: Partial<Note>; after: Partial<Note> } {
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  for (const key of Object.keys(after) as (keyof Note)[]) {
    if (before[key] === after[key]) continue;
    was[key] = before[key];
    is[key] = after[key];
  }
  return { before: was, after: is };
}

/** Turns a step round: carrying it out gives the library back as it was. */
export const inverse = ({ operation, changes }: Step): Step => ({ operation, changes: changes.map(turned) });

/** The same for one note. */
export function turned(change: NoteStep): NoteStep {
  if (change.type === 'changed') return { ...change, before: change.after, after: change.before };
  return { ...change, type: change.type === 'made' ? 'deleted' : 'made' };
}

/**
 * What a step does to a note as it is now.
 * @param now null: it is not there
 * @returns null where what the step changes is no longer as the step left it: then it is better left alone
 */
export function carryOut(step: NoteStep, now: Note | null): Change | null {
  const { id } = step;
  switch (step.type) {
    case 'made':
      return now === null ? { id, before: null, after: step.note } : null;
    case 'deleted':
      return now && holds(now, step.note) ? { id, before: now, after: null } : null;
    case 'changed': {
      if (!now || !holds(now, step.before)) return null;
      const { updated, ...fields } = step.after;
      // A later change of something else has a later time.
      const moved = updated !== undefined && now.updated === step.before.updated ? { updated } : {};
      return { id, before: now, after: { ...now, ...fields, ...moved } };
    }
  }
}

function holds(note: Note, { updated: _, ...fields }: Partial<Note>): boolean {
  return Object.entries(fields).every(([key, value]) => isSame(note[key as keyof Note], value));
}

/** Two steps on the same note in a row, as one. */
export const joined = (first: Step, second: Step): Step => ({
  operation: first.operation,
  changes: second.changes.map((change, index) => {
    const earlier = first.changes[index];
    if (change.type !== 'changed' || earlier?.type !== 'changed') return change;
    return {
      ...change,
      before: { ...change.before, ...earlier.before },
      after: { ...earlier.after, ...change.after },
    };
  }),
});

/** What a note takes in memory beside its text, roughly, in characters. */
const FIELDS = 300;
const ANNOTATION = 600;

const weights = new WeakMap<Step, number>();

/** How much of the memory a step takes, roughly, in characters. */
export function weightOf(step: Step): number {
  const weight = weights.get(step) ?? weigh(step);
  weights.set(step, weight);
  return weight;
}

function weigh({ changes }: Step): number {
  let weight = 0;
  for (const change of changes) {
    const parts = change.type === 'changed' ? [change.before, change.after] : [change.note];
    for (const { text = '', annotations = [] } of parts)
      weight += FIELDS + text.length + annotations.length * ANNOTATION;
  }
  return weight;
}
