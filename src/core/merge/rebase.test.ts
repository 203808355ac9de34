import { describe, expect, it } from 'vitest';
import { newNote } from '../note';
import type { Operation } from '../operation';
import { rebase } from './rebase';

const now = newNote('0note000', '2026-01-01T00:00:00.000Z', {
  title: 'Theirs',
  text: 'One here.\n\nTwo.',
  source: { agency: 'BelTA', place: 'Minsk' },
});
const on = (operation: Operation) => rebase(operation, now);
const note = now.id;

describe('an edit of what another program changed meanwhile', () => {
  it('is merged with that, by words', () => {
    const edit = { type: 'edit-text', note, text: 'One.\n\nTwo and more.' } as const;
    expect(on({ ...edit, base: 'One.\n\nTwo.' })).toEqual({
      operation: { ...edit, base: 'One.\n\nTwo.', text: 'One here.\n\nTwo and more.' },
      clash: null,
    });
    expect(on({ ...edit, base: now.text }).operation).toMatchObject({ text: edit.text });
    expect(on(edit).operation).toBe(edit);
  });

  it('of a title replaces it, as a clash; a title that was not edited does not', () => {
    expect(on({ type: 'edit-title', note, title: 'Mine', base: 'Old' })).toMatchObject({
      operation: { title: 'Mine' },
      clash: 'title',
    });
    expect(on({ type: 'edit-title', note, title: 'Old', base: 'Old' })).toMatchObject({
      operation: { title: 'Theirs' },
      clash: null,
    });
  });

  it('changes the fields that were edited, and no others', () => {
    const base = { agency: 'TASS', place: 'Minsk' };
    expect(on({ type: 'edit-source', note, source: { agency: 'TASS', place: 'Brest' }, base })).toMatchObject(
      {
        operation: { source: { agency: 'BelTA', place: 'Brest' } },
        clash: null,
      },
    );
    expect(on({ type: 'edit-source', note, source: { agency: 'RIA' }, base })).toMatchObject({
      operation: { source: { agency: 'RIA' } },
      clash: 'source',
    });
    expect(on({ type: 'edit-details', note, details: { to: 'M' }, base: { from: 'X' } })).toMatchObject({
      operation: { details: { to: 'M' } },
    });
  });

  it('annotates the words that were selected, wherever they stand by now', () => {
    const annotate = { type: 'annotate', note, kind: 'risk', comment: '', start: 5, end: 8 } as const;
    expect(on({ ...annotate, base: 'One.\n\nTwo.' }).operation).toMatchObject({ start: 10, end: 13 });
    expect(on({ ...annotate, base: 'Six.\n\nNine.' }).operation).toMatchObject({ start: 0, end: 0 });
  });
});
