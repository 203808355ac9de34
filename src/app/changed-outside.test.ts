import { readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../core/operation';
import type { Note } from '../core/schema';
import { failureText } from '../shared/text';
import { type TestApp, testApp, unwrap } from './test-app';

const here = { paths: [] };

const fileOf = ({ folder }: TestApp, id: string): string => path.join(folder, 'notes', `${id}.json`);
const stored = async (app: TestApp, id: string): Promise<Note> =>
  JSON.parse(await readFile(fileOf(app, id), 'utf8')) as Note;

/** As the command line does it, which opens the same library. */
async function changeElsewhere(app: TestApp, id: string, parts: Partial<Note>): Promise<void> {
  await writeFile(fileOf(app, id), JSON.stringify({ ...(await stored(app, id)), ...parts }));
}

/** A window that shows a note, which it has read and changed. */
async function openWindow(): Promise<{ app: TestApp; note: string }> {
  const app = await testApp();
  const { open } = unwrap(await app.handlers['library.start']({}, here));
  const note = open?.id ?? '';
  await retitle(app, note, 'First');
  return { app, note };
}

const retitle = (app: TestApp, note: string, title: string) =>
  app.handlers['library.apply']({ operation: { type: 'edit-title', note, title } }, here);

const told = (app: TestApp) => app.sent.flatMap((one) => (one.event === 'changed' ? [one.payload] : []));

describe('a note that another program changed while the window shows it', () => {
  it('keeps what that program wrote when it is changed here', async () => {
    const { app, note } = await openWindow();
    await changeElsewhere(app, note, { tags: ['from-cli'] });
    const change = unwrap(await retitle(app, note, 'Second'));
    expect(change.notes[0]).toMatchObject({ title: 'Second', tags: ['from-cli'] });
    expect(await stored(app, note)).toMatchObject({ title: 'Second', tags: ['from-cli'] });
    await app.refresh();
    expect(told(app).at(-1)?.summaries).toMatchObject([{ title: 'Second', tags: ['from-cli'] }]);
  });

  it('keeps it in each of many notes that are changed at once', async () => {
    const { app } = await openWindow();
    const made: string[] = [];
    for (let count = 0; count < 40; count += 1) {
      const operation = { type: 'create', title: `${count}`, text: '', tags: [] } as const;
      const { notes } = unwrap(
        await app.handlers['library.apply']({ operation: { ...operation, tags: [] } }, here),
      );
      made.push(notes[0]?.id ?? '');
    }
    for (const id of made.slice(20)) await changeElsewhere(app, id, { tags: ['from-cli'] });
    const operation = { type: 'tag' as const, notes: made, add: ['here'], remove: [] };
    unwrap(await app.handlers['library.apply']({ operation }, here));
    for (const [index, id] of made.entries())
      expect((await stored(app, id)).tags).toEqual(index < 20 ? ['here'] : ['from-cli', 'here']);
  });

  it('can still be undone where that program changed something else', async () => {
    const { app, note } = await openWindow();
    await changeElsewhere(app, note, { tags: ['from-cli'] });
    unwrap(await app.handlers['history.undo']({}, here));
    expect(await stored(app, note)).toMatchObject({
      title: expect.stringMatching(/^Belarus/),
      tags: ['from-cli'],
    });
  });

  it('is not undone where it changed the same; that is said, and the step is forgotten', async () => {
    const { app, note } = await openWindow();
    await changeElsewhere(app, note, { title: 'Elsewhere' });
    const undone = await app.handlers['history.undo']({}, here);
    expect(undone).toMatchObject({
      error: { code: 'note-changed-outside', details: { context: 'history' } },
    });
    if (!undone.ok) expect(failureText(undone.error)).toContain('left out');
    expect(await stored(app, note)).toMatchObject({ title: 'Elsewhere' });
    expect(await app.handlers['history.undo']({}, here)).toMatchObject({
      error: { code: 'nothing-to-undo' },
    });
  });

  it('is not brought back when it was deleted there', async () => {
    const { app, note } = await openWindow();
    await rm(fileOf(app, note));
    expect(await retitle(app, note, 'Second')).toMatchObject({ error: { code: 'note-not-found' } });
    expect(unwrap(await app.summaries())).toEqual([]);
  });

  it('can still be undone where only the time of its file is another', async () => {
    const { app, note } = await openWindow();
    await utimes(fileOf(app, note), 1, 1);
    unwrap(await app.handlers['history.undo']({}, here));
    expect((await stored(app, note)).title).not.toBe('First');
  });

  it('is shown as it is there when the window is looked at again', async () => {
    const { app, note } = await openWindow();
    await app.handlers['view.painted']({}, here);
    await app.refresh();
    await changeElsewhere(app, note, { title: 'Elsewhere' });
    await app.refresh();
    await retitle(app, 'no-such-note', '');
    expect(told(app)).toMatchObject([{ notes: [{ title: 'Elsewhere' }] }]);
  });
});

describe('a draft of a note that another program changed', () => {
  const edit = (app: TestApp, operation: Operation) => app.handlers['library.apply']({ operation }, here);
  const textOf = async (app: TestApp, note: string): Promise<string> => (await stored(app, note)).text;
  const messages = (app: TestApp) =>
    app.sent.flatMap((one) => (one.event === 'message' ? [one.payload.what] : []));

  it('is merged with what that program wrote', async () => {
    const { app, note } = await openWindow();
    const base = await textOf(app, note);
    await changeElsewhere(app, note, { text: `${base}\n\nTheirs.` });
    const change = unwrap(await edit(app, { type: 'edit-text', note, text: `Mine.\n\n${base}`, base }));
    expect(change.notes[0]?.text).toBe(`Mine.\n\n${base}\n\nTheirs.`);
    expect(await textOf(app, note)).toBe(`Mine.\n\n${base}\n\nTheirs.`);
    expect(messages(app)).toEqual([]);
  });

  it('never replaces what that program wrote, also when the window has not heard of it yet', async () => {
    const { app, note } = await openWindow();
    const base = await textOf(app, note);
    await changeElsewhere(app, note, { text: `${base}\n\nTheirs.` });
    await app.handlers['view.painted']({}, here);
    await app.refresh();
    unwrap(await edit(app, { type: 'edit-text', note, text: `${base}\n\nMine.`, base }));
    expect(await textOf(app, note)).toBe(`${base}\n\nMine.\n\nTheirs.`);
  });

  it('says where both changed the same', async () => {
    const { app, note } = await openWindow();
    await changeElsewhere(app, note, { title: 'Theirs' });
    const operation = { type: 'edit-title', note, title: 'Mine', base: 'First' } as const;
    unwrap(await edit(app, operation));
    expect((await stored(app, note)).title).toBe('Mine');
    expect(messages(app)).toEqual([
      { code: 'changed-by-both', details: { context: 'title', title: 'Mine', note } },
    ]);
    const history = path.join(app.folder, 'history', `${note}.jsonl`);
    expect(await readFile(history, 'utf8')).toContain('Theirs');
    unwrap(await app.handlers['history.undo']({ task: 'undo' }, here));
    expect((await stored(app, note)).title).toBe('Theirs');
  });

  it('brings the note back that was deleted there, as a step that can be undone', async () => {
    const { app, note } = await openWindow();
    await edit(app, { type: 'tag', notes: [note], add: ['kept'], remove: [] });
    const base = await textOf(app, note);
    await rm(fileOf(app, note));
    await app.handlers['view.painted']({}, here);
    await app.refresh();
    const change = unwrap(await edit(app, { type: 'edit-text', note, text: 'Mine.', base }));
    expect(change).toMatchObject({ operation: 'restore', summaries: [{ id: note, title: 'First' }] });
    expect(await stored(app, note)).toMatchObject({ title: 'First', text: 'Mine.', tags: ['kept'] });
    expect(messages(app)).toEqual([{ code: 'note-brought-back', details: { title: 'First' } }]);
    unwrap(await app.handlers['history.undo']({ task: 'undo' }, here));
    expect(unwrap(await app.summaries())).toEqual([]);
  });
});
