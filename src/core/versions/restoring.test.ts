import { expect, it } from 'vitest';
import { newNote } from '../note';
import { restored } from './restoring';

const [THEN, NOW] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];

it('a version that is restored brings back what the note said, not where it stood', () => {
  const then = newNote('note0001', THEN, { title: 'Then', text: 'One', tags: ['a'], pinned: true });
  const now = { ...then, title: 'Now', text: 'Two', tags: [], pinned: false, archived: true, trashed: NOW };
  expect(restored(now, then, NOW)).toEqual({
    ...then,
    updated: NOW,
    pinned: false,
    archived: true,
    trashed: NOW,
  });
});

it('a note that is as it was then does not change', () => {
  const now = newNote('note0001', THEN, { title: 'Then' });
  expect(restored(now, { ...now, updated: NOW, archived: true }, NOW)).toBe(now);
});
