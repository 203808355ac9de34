import { describe, expect, it } from 'vitest';
import { emptyHistory, record } from './history';
import { newNote } from './note';
import type { Diff } from './operation';
import { type Step, stepOf } from './step';

const note = (title: string, id = '0note000') => newNote(id, '2026-01-01T00:00:00.000Z', { title });
const step = (operation: Diff['operation'], from: string, to: string, id = '0note000'): Step =>
  stepOf({ operation, changes: [{ id, before: note(from, id), after: note(to, id) }] });

describe('history', () => {
  it('joins the typing in one note into one step', () => {
    let history = record(emptyHistory, step('edit-title', 'a', 'b'));
    history = record(history, step('edit-title', 'b', 'c'));
    expect(history.done).toEqual([step('edit-title', 'a', 'c')]);
    history = record(history, step('edit-title', 'x', 'y', '0other00'));
    history = record(history, step('edit-title', 'c', 'd'));
    expect(history.done).toHaveLength(3);
  });

  it('does not join typing over what another program changed in between', () => {
    const history = record(emptyHistory, step('edit-title', 'a', 'b'));
    expect(record(history, step('edit-title', 'theirs', 'c')).done).toHaveLength(2);
  });

  it('forgets what was undone when something new is done, and nothing when nothing is', () => {
    const undone = { done: [], undone: [step('pin', 'a', 'b')], weight: 0 };
    expect(record(undone, { operation: 'pin', changes: [] })).toBe(undone);
    expect(record(undone, step('tag', 'a', 'b')).undone).toEqual([]);
  });

  it('keeps no more than 200 steps', () => {
    let history = emptyHistory;
    for (let count = 0; count < 250; count += 1)
      history = record(history, step('tag', `${count}`, `${count + 1}`));
    expect(history.done).toHaveLength(200);
    expect(history.done.at(-1)).toEqual(step('tag', '249', '250'));
  });

  it('keeps fewer where they hold much, but always the last one', () => {
    const text = 'x'.repeat(40_000_000);
    const deleted = (id: string): Step =>
      stepOf({ operation: 'delete', changes: [{ id, before: { ...note('', id), text }, after: null }] });
    let history = emptyHistory;
    for (const id of ['0note001', '0note002', '0note003']) history = record(history, deleted(id));
    expect(history.done.map(({ changes }) => changes[0]?.id)).toEqual(['0note002', '0note003']);
    const all = Array.from({ length: 4 }, (_, index) => deleted(`0note10${index}`).changes).flat();
    history = record(history, { operation: 'delete', changes: all });
    expect(history.done).toHaveLength(1);
  });
});
