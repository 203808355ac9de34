import { describe, expect, it } from 'vitest';
import { newNote, summarise } from './note';
import { comparison, type Order, pinnedFirst } from './order';
import type { NoteSummary } from './schema';

const row = (title: string, day: number, date?: string, pinned = false): NoteSummary =>
  summarise({
    ...newNote(`0note00${day}`, `2026-01-0${day}T00:00:00.000Z`, { title, pinned }),
    source: date === undefined ? {} : { date },
  });
const rows = [row('note 10', 1), row('Äpfel', 2, '2025-05-01'), row('', 3), row('note 9', 4, '2024-01-01')];
const sorted = (order: Order) =>
  rows.toSorted(comparison(order, 'en')).map(({ title, created }) => title || created.slice(8, 10));

describe('the order of the list', () => {
  it.each([
    ['updated', 'note 9, 03, Äpfel, note 10', 'note 10, Äpfel, 03, note 9'],
    ['created', 'note 9, 03, Äpfel, note 10', 'note 10, Äpfel, 03, note 9'],
    ['title', 'note 10, note 9, Äpfel, 03', 'Äpfel, note 9, note 10, 03'],
    ['source-date', 'Äpfel, note 9, 03, note 10', 'note 9, Äpfel, 03, note 10'],
  ] as const)('by %s, both ways; what has none is last', (by, falling, rising) => {
    expect(sorted({ by, descending: true }).join(', ')).toBe(falling);
    expect(sorted({ by, descending: false }).join(', ')).toBe(rising);
  });

  it('has pinned notes first where that is asked for', () => {
    const compare = pinnedFirst(comparison({ by: 'title', descending: false }, 'en'));
    const titles = [row('a', 1), row('z', 2, undefined, true), row('b', 3)].toSorted(compare);
    expect(titles.map(({ title }) => title)).toEqual(['z', 'a', 'b']);
  });
});
