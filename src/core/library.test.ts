import { describe, expect, it } from 'vitest';
import { operate } from './library';
import { newNote } from './note';
import { type Change, notesOf, type Operation, operationSchema } from './operation';
import type { Note } from './schema';
import { carryOut, inverse, stepOf } from './step';

const AT = '2026-11-24T10:00:00.000Z';
const note = (parts: Partial<Note> = {}): Note => ({
  ...newNote('0note000', '2026-01-01T00:00:00.000Z', { title: 'A', text: 'Exports rose 21 % in the year.' }),
  ...parts,
});
let made = 0;
const circumstances = {
  at: AT,
  author: 'A. Reader',
  newId: () => {
    made += 1;
    return `0new${String(made).padStart(8, '0')}`;
  },
  copyTitle: (title: string) => `${title} (copy)`,
};
const run = (operation: Operation, ...notes: Note[]) =>
  operate(new Map(notes.map((each) => [each.id, each])), operation, circumstances);
const changed = (operation: Operation, ...notes: Note[]): Change => {
  const diff = run(operation, ...notes);
  if (!diff.ok) throw new Error(diff.error.code);
  const [change] = diff.value.changes;
  if (!change) throw new Error('nothing changed');
  return change;
};
const noteAfter = (operation: Operation, before: Note): Note | null => changed(operation, before).after;
const id = '0note000';

describe('an operation', () => {
  it('that changes nothing gives no change', () => {
    const same: Operation[] = [
      { type: 'edit-title', note: id, title: 'A' },
      { type: 'edit-text', note: id, text: note().text },
      { type: 'tag', notes: [id], add: [], remove: ['x'] },
      { type: 'pin', notes: [id], pinned: false },
      { type: 'archive', notes: [id], archived: false },
      { type: 'restore', notes: [id] },
    ];
    for (const operation of same) expect(run(operation, note())).toMatchObject({ value: { changes: [] } });
  });

  it('on a note that is not there is refused as a whole', () => {
    const operation: Operation = { type: 'trash', notes: [id, '0gone000'] };
    expect(notesOf(operation, [])).toEqual([id, '0gone000']);
    expect(run(operation, note())).toMatchObject({ error: { code: 'note-not-found' } });
  });

  it('turned round gives the note as it was', () => {
    const annotated = noteAfter(
      { type: 'annotate', note: id, kind: 'risk', start: 0, end: 7, comment: 'c' },
      note({ tags: ['a/b', 'c'] }),
    );
    if (!annotated) throw new Error('gone');
    const annotation = annotated.annotations[0]?.id ?? '';
    const operations: Operation[] = [
      { type: 'edit-title', note: id, title: 'B' },
      { type: 'edit-text', note: id, text: 'Imports fell.' },
      { type: 'edit-source', note: id, source: { agency: 'BelTA' } },
      { type: 'edit-details', note: id, details: { to: 'The minister' } },
      { type: 'tag', notes: [id], add: ['x'], remove: ['a'] },
      { type: 'edit-annotation', note: id, annotation, change: { comment: 'd', kind: 'action', who: 'B' } },
      { type: 'link-annotation', note: id, annotation, start: 8, end: 12 },
      { type: 'resolve', note: id, annotation, resolved: true },
      { type: 'delete-annotation', note: id, annotation },
      { type: 'pin', notes: [id], pinned: true },
      { type: 'archive', notes: [id], archived: true },
      { type: 'trash', notes: [id] },
      { type: 'rename-tag', from: 'a', to: 'c/d' },
      { type: 'remove-tag', tag: 'a' },
      { type: 'delete', notes: [id] },
    ];
    for (const operation of operations) {
      expect(operationSchema.safeParse(operation).success).toBe(true);
      const diff = run(operation, annotated);
      if (!diff.ok) throw new Error(diff.error.code);
      expect(diff.value.changes).toHaveLength(1);
      const [undo] = inverse(stepOf(diff.value)).changes;
      const now = diff.value.changes[0]?.after ?? null;
      expect(undo && carryOut(undo, now)?.after).toEqual(annotated);
    }
  });
});

describe('notes', () => {
  it('are created with the language of their text, and follow it', () => {
    const text = 'Товарооборот Беларуси и Вологодской области вырос на восемь процентов.';
    const created = changed({ type: 'create', title: 'Т\0', text, tags: ['b', 'a'] }).after;
    expect(created).toMatchObject({ title: 'Т', language: 'ru', tags: ['a', 'b'], created: AT, updated: AT });
    const english = 'The parties agreed to expand the cooperation in industry, and it will continue.';
    const edited = noteAfter(
      { type: 'edit-text', note: created?.id ?? '', text: english },
      created ?? note(),
    );
    expect(edited?.language).toBe('en');
    const given = note({ text, language: 'be' });
    expect(noteAfter({ type: 'edit-text', note: id, text: english }, given)?.language).toBe('be');
  });

  it('keep the time of their last change when they are only put elsewhere', () => {
    expect(noteAfter({ type: 'pin', notes: [id], pinned: true }, note())?.updated).toBe(note().updated);
    expect(noteAfter({ type: 'edit-title', note: id, title: 'B' }, note())?.updated).toBe(AT);
  });

  it('lose the tags below one that is removed', () => {
    const tagged = note({ tags: ['trade', 'trade/exports', 'trademarks'] });
    expect(noteAfter({ type: 'tag', notes: [id], add: [], remove: ['Trade'] }, tagged)?.tags).toEqual([
      'trademarks',
    ]);
  });
});

describe('a copy', () => {
  it('is a note of its own, with all that the other has', () => {
    const annotated = noteAfter(
      { type: 'annotate', note: id, kind: 'risk', start: 0, end: 7, comment: 'c' },
      note({ tags: ['a'], pinned: true, archived: true }),
    );
    const copy = changed({ type: 'duplicate', notes: [id] }, annotated ?? note());
    expect(copy.before).toBeNull();
    expect(copy.after).toMatchObject({
      ...{ title: 'A (copy)', text: note().text, tags: ['a'], created: AT, updated: AT },
      ...{ pinned: false, archived: true },
      annotations: [{ kind: 'risk', comment: 'c' }],
    });
    expect(copy.after?.id).not.toBe(id);
    expect(copy.after?.annotations[0]?.id).not.toBe(annotated?.annotations[0]?.id);
  });
});

describe('a tag of the whole library', () => {
  const rows = [note({ id: '0note001', tags: ['a/b', 'x'] }), note({ id: '0note002', tags: ['ab'] })];

  it('finds the notes that have it or one below it', () => {
    expect(notesOf({ type: 'rename-tag', from: 'A', to: 'c' }, rows)).toEqual(['0note001']);
    expect(notesOf({ type: 'remove-tag', tag: 'ab' }, rows)).toEqual(['0note002']);
  });

  it('is renamed and removed', () => {
    expect(changed({ type: 'rename-tag', from: 'a', to: 'c' }, ...rows).after?.tags).toEqual(['c/b', 'x']);
    expect(changed({ type: 'remove-tag', tag: 'a' }, ...rows).after?.tags).toEqual(['x']);
    expect(run({ type: 'rename-tag', from: 'a', to: '' }, ...rows)).toMatchObject({
      error: { code: 'tag-invalid' },
    });
  });
});

describe('annotations', () => {
  const annotate = (start: number, end: number, comment = ''): Operation => ({
    ...{ type: 'annotate', note: id, kind: 'key-fact', start, end, comment },
  });

  it('hold the words of their passage, without white space at its ends', () => {
    const [annotation] = noteAfter(annotate(7, 18), note())?.annotations ?? [];
    expect(annotation).toMatchObject({ author: 'A. Reader', state: 'exact', resolved: null });
    expect(annotation?.target[1]).toMatchObject({ exact: 'rose 21 %' });
    expect(run(annotate(7, 8), note())).toMatchObject({ error: { code: 'passage-empty' } });
    expect(run(annotate(900, 950), note())).toMatchObject({ error: { code: 'passage-empty' } });
  });

  it('stand in the order of their passages', () => {
    const one = noteAfter(annotate(8, 12), note());
    const two = one && noteAfter(annotate(0, 7), one);
    expect(two?.annotations.map(({ target }) => target[1].exact)).toEqual(['Exports', 'rose']);
  });

  it('move with the text, and are orphans when their words are gone', () => {
    const annotated = noteAfter(annotate(8, 17), note()) ?? note();
    const moved = noteAfter({ type: 'edit-text', note: id, text: `Last year. ${note().text}` }, annotated);
    expect(moved?.annotations[0]).toMatchObject({ state: 'exact', target: [{ start: 19, end: 28 }, {}] });
    const gone = noteAfter({ type: 'edit-text', note: id, text: 'Nothing of it.' }, annotated);
    expect(gone?.annotations[0]).toMatchObject({ state: 'orphan', target: [{}, { exact: 'rose 21 %' }] });
  });

  it('that are not there, or too long, are refused', () => {
    const operation: Operation = { type: 'resolve', note: id, annotation: '0none000', resolved: true };
    expect(run(operation, note())).toMatchObject({ error: { code: 'annotation-not-found' } });
    expect(run(annotate(0, 7, 'x'.repeat(100_001)), note())).toMatchObject({
      error: { code: 'comment-too-long' },
    });
  });
});

it('has no operation that puts whole notes in the place of others', () => {
  const whole = newNote('0mwu6espm000n6l9iqd0', '2026-01-01T00:00:00.000Z', {});
  expect(operationSchema.safeParse({ type: 'import', notes: [whole] }).success).toBe(false);
});

describe('a clock that was set back', () => {
  it('does not make a note older than it was', () => {
    const before = note({ updated: '2027-01-01T00:00:00.000Z' });
    const after = noteAfter({ type: 'edit-title', note: id, title: 'B' }, before);
    expect(after).toMatchObject({ title: 'B', updated: before.updated });
  });
});
