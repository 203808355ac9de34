import { describe, expect, it } from 'vitest';
import { newNote } from './note';
import type { Note } from './schema';
import { carryOut, inverse, joined, type NoteStep, stepOf } from './step';

const id = '0note000';
const before = newNote(id, '2026-01-01T00:00:00.000Z', { title: 'A', text: 'Words', tags: ['x'] });
const after: Note = { ...before, title: 'B', updated: '2026-02-01T00:00:00.000Z' };
const only = (change: { before: Note | null; after: Note | null }): NoteStep => {
  const [step] = stepOf({ operation: 'edit-title', changes: [{ id, ...change }] }).changes;
  if (!step) throw new Error('no step');
  return step;
};
const back = (step: NoteStep): NoteStep => {
  const [turned] = inverse({ operation: 'edit-title', changes: [step] }).changes;
  if (!turned) throw new Error('no step');
  return turned;
};

describe('a step', () => {
  it('holds what changed, and nothing else', () => {
    expect(only({ before, after })).toEqual({
      type: 'changed',
      id,
      before: { title: 'A', updated: before.updated },
      after: { title: 'B', updated: after.updated },
    });
  });

  it('turned round gives the note as it was', () => {
    expect(carryOut(back(only({ before, after })), after)).toEqual({ id, before: after, after: before });
    expect(carryOut(back(only({ before: null, after })), after)).toEqual({ id, before: after, after: null });
    expect(carryOut(back(only({ before, after: null })), null)).toEqual({ id, before: null, after: before });
  });

  it('leaves alone what was changed since, and what is not there', () => {
    const undo = back(only({ before, after }));
    expect(carryOut(undo, { ...after, title: 'C' })).toBeNull();
    expect(carryOut(undo, null)).toBeNull();
    expect(carryOut(back(only({ before: null, after })), { ...after, text: 'More' })).toBeNull();
    expect(carryOut(back(only({ before, after: null })), before)).toBeNull();
  });

  it('keeps what else was changed since, and when', () => {
    const now = { ...after, tags: ['y'], updated: '2026-03-01T00:00:00.000Z' };
    expect(carryOut(back(only({ before, after })), now)?.after).toEqual({ ...now, title: 'A' });
  });

  it('joined with the next is both', () => {
    const last: Note = { ...after, text: 'Others', updated: '2026-02-02T00:00:00.000Z' };
    const both = joined(
      stepOf({ operation: 'edit-text', changes: [{ id, before, after }] }),
      stepOf({ operation: 'edit-text', changes: [{ id, before: after, after: last }] }),
    );
    expect(both).toEqual(stepOf({ operation: 'edit-text', changes: [{ id, before, after: last }] }));
  });
});
