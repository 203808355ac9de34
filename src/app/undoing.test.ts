import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../core/operation';
import type { Note } from '../core/schema';
import type { ViewChange } from '../shared/contract';
import { PORTION } from './portions';
import { type TestApp, testApp, testFolder, unwrap } from './test-app';

const here = { paths: [] };
const apply = async (app: TestApp, operation: Operation, task?: string): Promise<ViewChange> =>
  unwrap(await app.handlers['library.apply']({ operation, ...(task !== undefined && { task }) }, here));
const undo = async (app: TestApp) => unwrap(await app.handlers['history.undo']({}, here));
const redo = async (app: TestApp) => unwrap(await app.handlers['history.redo']({}, here));

async function create(app: TestApp, title: string): Promise<string> {
  const change = await apply(app, { type: 'create', title, text: 'Exports rose.', tags: ['trade/exports'] });
  return change.about?.note ?? '';
}

/** The notes as they are on the disk, by id. */
async function stored(app: TestApp): Promise<Map<string, Note>> {
  const notes = new Map<string, Note>();
  for (const { id } of unwrap(await app.summaries()))
    notes.set(id, JSON.parse(await readFile(path.join(app.folder, 'notes', `${id}.json`), 'utf8')) as Note);
  return notes;
}

describe('undo and redo', () => {
  const on = (note: string, annotation = '', reply = ''): Operation[] => [
    { type: 'create', title: 'New', text: '', tags: [] },
    { type: 'edit-title', note, title: 'B' },
    { type: 'edit-text', note, text: 'Imports fell.' },
    { type: 'edit-source', note, source: { agency: 'BelTA' } },
    { type: 'edit-details', note, details: { to: 'The minister' } },
    { type: 'tag', notes: [note], add: ['x'], remove: ['trade'] },
    { type: 'rename-tag', from: 'trade', to: 'commerce' },
    { type: 'remove-tag', tag: 'trade' },
    { type: 'annotate', note, kind: 'risk', start: 0, end: 7, comment: '' },
    { type: 'edit-annotation', note, annotation, change: { comment: 'c', kind: 'action', who: 'B' } },
    { type: 'link-annotation', note, annotation, start: 8, end: 12 },
    { type: 'resolve', note, annotation, resolved: true },
    { type: 'delete-annotation', note, annotation },
    { type: 'reply', note, annotation, comment: 'Yes' },
    { type: 'edit-reply', note, annotation, reply, comment: 'No' },
    { type: 'delete-reply', note, annotation, reply },
    { type: 'pin', notes: [note], pinned: true },
    { type: 'archive', notes: [note], archived: true },
    { type: 'duplicate', notes: [note] },
    { type: 'trash', notes: [note] },
    { type: 'delete', notes: [note] },
  ];

  it.each(on('').map(({ type }, index) => [type, index] as const))(
    'take back and do again: %s; and say what and where',
    async (_, index) => {
      const app = await testApp({ empty: true });
      const note = await create(app, 'A');
      const annotate = { type: 'annotate', note, kind: 'remark', start: 0, end: 7, comment: '' } as const;
      const annotation = (await apply(app, annotate)).notes[0]?.annotations[0]?.id ?? '';
      const replied = await apply(app, { type: 'reply', note, annotation, comment: 'First' });
      const operation = on(note, annotation, replied.notes[0]?.annotations[0]?.replies[0]?.id)[index];
      if (!operation) throw new Error('no operation');
      const before = await stored(app);
      await apply(app, operation);
      const after = await stored(app);
      expect(after).not.toEqual(before);
      // The view is elsewhere by then.
      await app.handlers['view.remember']({ note: null, scroll: 0 }, here);
      expect(await undo(app)).toMatchObject({
        operation: operation.type,
        about: { count: 1, left: 0, title: expect.any(String) },
      });
      expect(await stored(app)).toEqual(before);
      expect(await redo(app)).toMatchObject({ operation: operation.type, redo: null });
      expect(await stored(app)).toEqual(after);
    },
  );

  it('take back the restoring of a note, and an import', async () => {
    const app = await testApp({ empty: true });
    const note = await create(app, 'A');
    await apply(app, { type: 'trash', notes: [note] });
    const trashed = await stored(app);
    await apply(app, { type: 'restore', notes: [note] });
    expect(await undo(app)).toMatchObject({ operation: 'restore', about: { title: 'A', note } });
    expect(await stored(app)).toEqual(trashed);

    unwrap(await app.importPaths([path.resolve('fixtures/annotated-article/input.md')]));
    const both = await stored(app);
    expect(both.size).toBe(2);
    expect(await undo(app)).toMatchObject({ operation: 'import', about: { count: 1, note: null } });
    expect(await stored(app)).toEqual(trashed);
    await redo(app);
    expect(await stored(app)).toEqual(both);
  });

  it('name a copy in the language of the interface', async () => {
    const app = await testApp({ empty: true });
    const note = await create(app, 'A');
    const { notes } = await apply(app, { type: 'duplicate', notes: [note] });
    expect(notes[0]?.title).toBe('A (copy)');
  });
});

describe('what is done with very many notes', () => {
  const many = PORTION * 2 + 50;
  async function library(): Promise<{ app: TestApp; ids: string[] }> {
    const folder = await testFolder();
    const app = await testApp({ folder, empty: true });
    const ids = await Promise.all(Array.from({ length: many }, (_, index) => create(app, `${index}`)));
    unwrap(await app.handlers['library.start']({}, here));
    return { app, ids };
  }
  const tagged = (app: TestApp, tag: string): Promise<number> =>
    app
      .summaries()
      .then((rows) => unwrap(rows).filter(({ tags }) => tags.some((each) => each.startsWith(tag))).length);

  it('is one step, told part by part, with progress', async () => {
    const { app } = await library();
    const change = await apply(app, { type: 'rename-tag', from: 'trade', to: 'commerce' }, 'bulk');
    expect(change).toMatchObject({ operation: 'rename-tag', about: { count: many, left: 0 } });
    expect(await tagged(app, 'commerce')).toBe(many);
    const told = app.sent.flatMap((one) => (one.event === 'changed' ? one.payload.summaries : []));
    expect(new Set(told.map(({ id }) => id)).size).toBe(many);
    expect(app.sent.filter(({ event }) => event === 'progress').length).toBeGreaterThan(1);
    expect(await undo(app)).toMatchObject({ operation: 'rename-tag', about: { count: many } });
    expect(await tagged(app, 'trade')).toBe(many);
    expect(await redo(app)).toMatchObject({ about: { count: many } });
    expect(await tagged(app, 'commerce')).toBe(many);
  });

  it('can be cancelled: what was done stays, and is undone as one step', async () => {
    const { app, ids } = await library();
    const working = app.handlers['library.apply'](
      { operation: { type: 'tag', notes: ids, add: ['x'], remove: [] }, task: 'bulk' },
      here,
    );
    await expect
      .poll(() => app.sent.some(({ event }) => event === 'progress'), { timeout: 30_000 })
      .toBe(true);
    await app.handlers['task.cancel']({ task: 'bulk' }, here);
    const { about } = unwrap(await working);
    expect(about?.left).toBeGreaterThan(0);
    expect(await tagged(app, 'x')).toBe(about?.count);
    expect((await undo(app)).about?.count).toBe(about?.count);
    expect(await tagged(app, 'x')).toBe(0);
  });

  it('lets other changes in between, which are kept when it is undone', async () => {
    const { app, ids } = await library();
    const working = apply(app, { type: 'pin', notes: ids, pinned: true }, 'bulk');
    await apply(app, { type: 'edit-title', note: ids[0] ?? '', title: 'Typed meanwhile' });
    await working;
    await undo(app);
    const rows = unwrap(await app.summaries());
    expect(rows.filter(({ pinned }) => pinned)).toEqual([]);
    expect(rows.find(({ id }) => id === ids[0])?.title).toBe('Typed meanwhile');
  });
});
