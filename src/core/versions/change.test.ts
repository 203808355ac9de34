import { describe, expect, it } from 'vitest';
import { operate } from '../library';
import { newNote } from '../note';
import type { Note } from '../schema';
import { canonical } from './canonical';
import { changeBetween, changed } from './change';

const AT = '2026-01-01T00:00:00.000Z';
let ids = 0;
const newId = (): string => {
  ids += 1;
  return `id${String(ids).padStart(8, '0')}`;
};

function annotated(text: string, passages: readonly string[]): Note {
  let note = newNote(newId(), AT, { title: 'A', text });
  for (const passage of passages) {
    const start = text.indexOf(passage);
    const operation = {
      type: 'annotate' as const,
      note: note.id,
      kind: 'remark' as const,
      start,
      end: start + passage.length,
      comment: passage,
    };
    const done = operate(new Map([[note.id, note]]), operation, {
      at: AT,
      author: 'A',
      newId,
      copyTitle: (title) => title,
    });
    if (!done.ok || !done.value.changes[0]?.after) throw new Error('not annotated');
    note = done.value.changes[0].after;
  }
  return note;
}

function edited(note: Note, text: string): Note {
  const done = operate(
    new Map([[note.id, note]]),
    { type: 'edit-text', note: note.id, text },
    { at: AT, author: 'A', newId, copyTitle: (title) => title },
  );
  if (!done.ok || !done.value.changes[0]?.after) throw new Error('not edited');
  return done.value.changes[0].after;
}

describe('the change between two versions', () => {
  it('holds no more than what was typed, though passages behind it move', () => {
    const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
    const text = numbers
      .map((number) => `The sentence with the number ${number} says little more.`)
      .join(' ');
    const before = annotated(text, ['two', 'five', 'six', 'seven', 'eight']);
    const after = edited(before, text.replace('four', 'four and a half'));
    const change = changeBetween(before, after);
    expect(change.text).toEqual([text.indexOf('four') + 5, 0, 'and a half ']);
    expect(change.annotations).toEqual({ shift: [text.indexOf('five'), 11] });
    expect(canonical(changed(before, change))).toBe(canonical(after));
  });

  it('never cuts a character in two', () => {
    const note = newNote('note0001', AT, { text: 'a😀b' });
    expect(changeBetween(note, { ...note, text: 'a😁b' }).text).toEqual([1, 2, '😁']);
    expect(changeBetween({ ...note, text: 'a𐐀b' }, { ...note, text: 'a😀b' }).text).toEqual([1, 2, '😀']);
  });

  it('does not fit another note', () => {
    const note = newNote('note0001', AT, { text: 'long enough' });
    const change = changeBetween(note, { ...note, text: 'long' });
    expect(changed({ ...note, text: 'short' }, change)).toBeNull();
  });
});

describe('the one form of a value', () => {
  it('does not depend on the order in which it was put together', () => {
    expect(canonical({ b: [1, null, 'ä'], a: { d: undefined, c: true } })).toBe(
      '{"a":{"c":true},"b":[1,null,"ä"]}',
    );
  });
});
