import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { warningText } from '../shared/text';
import { type TestApp, testApp, unwrap } from './test-app';

const here = { paths: [] };

async function openedNote(app: TestApp): Promise<string> {
  const { open } = unwrap(await app.handlers['library.start']({}, here));
  return open?.id ?? '';
}
const edit = async (app: TestApp, note: string, text: string): Promise<void> =>
  void unwrap(await app.handlers['library.apply']({ operation: { type: 'edit-text', note, text } }, here));
const versionsOf = async (app: TestApp, note: string) =>
  unwrap(await app.handlers['history.versions']({ note }, here)).versions;

describe('the history of a note', () => {
  it('has every saved state, and gives each back', async () => {
    const app = await testApp();
    const note = await openedNote(app);
    await edit(app, note, 'First');
    await edit(app, note, 'Second');
    const versions = await versionsOf(app, note);
    expect(versions.map(({ by, isNow }) => [by, isNow])).toEqual([
      ['edit-text', true],
      ['edit-text', false],
      ['import', false],
    ]);
    const [, first] = versions;
    const version = first?.version ?? '';
    expect(unwrap(await app.handlers['history.version']({ note, version }, here)).text).toBe('First');
  });

  it('brings a version back, and that can be undone', async () => {
    const app = await testApp();
    const note = await openedNote(app);
    const article = unwrap(await app.handlers['note.open']({ note }, here));
    await edit(app, note, 'Second');
    const pin = { type: 'pin' as const, notes: [note], pinned: true };
    unwrap(await app.handlers['library.apply']({ operation: pin }, here));
    const version = (await versionsOf(app, note)).at(-1)?.version ?? '';
    const operation = { type: 'restore-version' as const, note, version };
    const change = unwrap(await app.handlers['library.apply']({ operation }, here));
    expect(change).toMatchObject({
      operation: 'restore-version',
      undo: 'restore-version',
      notes: [{ text: article.text, annotations: article.annotations, pinned: true }],
    });
    const undone = unwrap(await app.handlers['history.undo']({}, here));
    expect(undone).toMatchObject({ operation: 'restore-version', notes: [{ text: 'Second' }] });
    expect((await versionsOf(app, note)).map(({ by }) => by)).toEqual([
      'undo',
      'restore-version',
      'pin',
      'edit-text',
      'import',
    ]);
  });

  it('has names that the person gives', async () => {
    const app = await testApp();
    const note = await openedNote(app);
    const [first] = await versionsOf(app, note);
    const version = first?.version ?? '';
    unwrap(await app.handlers['history.label']({ note, version, label: ' As sent \0' }, here));
    expect((await versionsOf(app, note))[0]).toMatchObject({ label: 'As sent' });
  });

  it('says which version is not there', async () => {
    const app = await testApp();
    const note = await openedNote(app);
    const operation = { type: 'restore-version' as const, note, version: 'nosuchversion' };
    expect(await app.handlers['library.apply']({ operation }, here)).toMatchObject({
      error: { code: 'version-not-found' },
    });
  });
});

it('a note that is damaged while the window is open is there again, and one line says so', async () => {
  const app = await testApp();
  const note = await openedNote(app);
  await edit(app, note, 'Good');
  await app.handlers['view.painted']({}, here);
  const file = path.join(app.folder, 'notes', `${note}.json`);
  await writeFile(file, '{"schema": 1, "id"');
  await app.refresh();
  const told = app.sent.flatMap((one) =>
    one.event === 'message' && one.payload.level === 'info' ? [warningText(one.payload.what)] : [],
  );
  expect(told).toEqual([expect.stringMatching(/^“.+” was damaged\. .+ of .+\d:\d\d.+quarantine\/.+\.json/)]);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ text: 'Good' });
});
