import { describe, expect, it } from 'vitest';
import { emptyTrashLog, lookIntoTrash, type TrashLog } from './trash';

const DAY = 86_400_000;
const START = Date.parse('2026-01-01T12:00:00.000Z');
const on = (day: number): string => new Date(START + day * DAY).toISOString();

/** Looks on each of the days. @returns the first day on which the note is due; null: never */
function dueOn(trashedOn: number, days: readonly number[], log: TrashLog = emptyTrashLog): number | null {
  let known = log;
  for (const day of days) {
    const look = lookIntoTrash(known, [{ id: '0note000', trashed: on(trashedOn) }], on(day));
    if (look?.due.length) return day;
    known = look?.log ?? known;
  }
  return null;
}
const daily = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('a note in the trash', () => {
  it('is due after 30 days, whoever looks daily or weekly', () => {
    expect(dueOn(0, daily(0, 40))).toBe(30);
    expect(dueOn(0, [0, 7, 14, 21, 28, 35])).toBe(35);
  });

  it('is not due at once after a jump of the clock, nor once that is put right', () => {
    expect(dueOn(0, [0, 1, 366, 366.1, 367])).toBeNull();
    // Put there while the clock was a year behind.
    expect(dueOn(-365, [-365, 0, 1, 2])).toBeNull();
    expect(dueOn(0, [0, 365, 1, 2, 366])).toBeNull();
    expect(dueOn(0, [0, ...daily(-365, -300), 1])).toBeNull();
  });

  it('waits anew when it was taken out and put back', () => {
    const log = { looked: on(29), waited: { '0note000': { trashed: on(0), ms: 29 * DAY } } };
    expect(dueOn(0, [30], log)).toBe(30);
    expect(dueOn(29, [30, 31], log)).toBeNull();
  });

  it('waits where nobody knows for how long it was seen', () => {
    expect(dueOn(-100, [0, 1])).toBeNull();
  });

  it('is looked at no more than once an hour, and forgotten once it is gone', () => {
    const first = lookIntoTrash(emptyTrashLog, [{ id: '0note000', trashed: on(0) }], on(0));
    expect(first && lookIntoTrash(first.log, [], on(0.01))).toBeNull();
    expect(first && lookIntoTrash(first.log, [], on(1))?.log.waited).toEqual({});
  });
});
