import { describe, expect, it } from 'vitest';
import { emptyHistory, forget, inverse, record } from './history';
import { newNote } from './note';
import type { Diff } from './operation';

const note = (title: string, id = '0note000') => newNote(id, '2026-01-01T00:00:00.000Z', { title });
const diff = (operation: Diff['operation'], from: string, to: string, id = '0note000'): Diff => ({
  operation,
  changes: [{ id, before: note(from, id), after: note(to, id) }],
});

describe('history', () => {
  it('joins the typing in one note into one step', () => {
    let history = record(emptyHistory, diff('edit-title', 'a', 'b'));
    history = record(history, diff('edit-title', 'b', 'c'));
    expect(history.done).toEqual([diff('edit-title', 'a', 'c')]);
    history = record(history, diff('edit-title', 'x', 'y', '0other00'));
    history = record(history, diff('edit-title', 'c', 'd'));
    expect(history.done).toHaveLength(3);
  });

  it('forgets what was undone when something new is done, and nothing when nothing is', () => {
    const undone = { done: [], undone: [diff('pin', 'a', 'b')] };
    expect(record(undone, { operation: 'pin', changes: [] })).toBe(undone);
    expect(record(undone, diff('tag', 'a', 'b')).undone).toEqual([]);
  });

  it('turned round twice is the same', () => {
    const one = diff('tag', 'a', 'b');
    expect(inverse(inverse(one))).toEqual(one);
    expect(inverse(one).changes[0]?.after?.title).toBe('a');
  });

  it('keeps no more than 200 steps', () => {
    let history = emptyHistory;
    for (let step = 0; step < 250; step += 1)
      history = record(history, diff('tag', `${step}`, `${step + 1}`));
    expect(history.done).toHaveLength(200);
    expect(history.done.at(-1)).toEqual(diff('tag', '249', '250'));
  });

  it('loses the steps of notes that were changed outside', () => {
    const both: Diff = {
      operation: 'trash',
      changes: [...diff('trash', 'a', 'b').changes, ...diff('trash', 'c', 'd', '0other00').changes],
    };
    const history = forget({ done: [diff('tag', 'a', 'b'), both], undone: [] }, new Set(['0note000']));
    expect(history.done).toEqual([diff('trash', 'c', 'd', '0other00')]);
  });
});
