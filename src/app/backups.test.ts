import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureText } from '../shared/text';
import { noDialogs } from './no-dialogs';
import { type TestApp, testApp, testFolder, unwrap } from './test-app';

const here = { paths: [] };
const task = 'backup';

/** The app with a folder for backups, and dialogs that choose what the test says. */
async function appWithBackups() {
  const root = await testFolder();
  const to = path.join(root, 'backups');
  await mkdir(to);
  const answers: { folder: string | null; backup: string | null } = { folder: to, backup: null };
  const dialogs = {
    ...noDialogs,
    chooseFolder: async () => answers.folder,
    chooseBackup: async () => answers.backup,
  };
  const folder = path.join(root, 'library');
  const ports = { dialogs };
  const app = await testApp({ folder, ports });
  unwrap(await app.handlers['library.start']({}, here));
  return { root, to, answers, app, folder, ports };
}

const create = (app: TestApp, title: string) =>
  app.handlers['library.apply']({ operation: { type: 'create', title, text: '', tags: [] } }, here);
const titlesIn = async (app: TestApp): Promise<string[]> =>
  unwrap(await app.summaries()).map(({ title }) => title.slice(0, 7));
const messages = (app: TestApp) =>
  app.sent.flatMap((sent) => (sent.event === 'message' ? [sent.payload] : []));

describe('a backup by hand', () => {
  it('asks for a folder where none is chosen, and is over when no folder is', async () => {
    const { app, to, answers } = await appWithBackups();
    answers.folder = null;
    expect(unwrap(await app.handlers['backup.now']({ task }, here))).toBe(null);
    expect(unwrap(await app.handlers['backup.state']({}, here))).toEqual({
      folder: null,
      daily: true,
      last: null,
    });
    answers.folder = to;
    const made = unwrap(await app.handlers['backup.now']({ task }, here));
    expect(await readdir(to)).toEqual([made?.file]);
    expect(unwrap(await app.handlers['backup.state']({}, here))).toMatchObject({
      folder: 'backups',
      last: { file: made?.file },
    });
    const labels = app.sent.flatMap((sent) => (sent.event === 'progress' ? [sent.payload.label] : []));
    expect(new Set(labels)).toEqual(new Set(['backing-up', 'verifying']));
  });

  it('is cancelled by its name', async () => {
    const { app, to } = await appWithBackups();
    unwrap(await app.handlers['backup.choose-folder']({}, here));
    const making = app.handlers['backup.now']({ task }, here);
    await app.handlers['task.cancel']({ task }, here);
    // Cancelled before it began, it may not have begun.
    const made = await making;
    if (made.ok) await app.handlers['task.cancel']({ task }, here);
    else expect(made.error.code).toBe('cancelled');
    expect((await readdir(to)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('the backup of the day', () => {
  it('is made once the window is shown, and not again', async () => {
    const { app, to, folder, ports } = await appWithBackups();
    unwrap(await app.handlers['backup.choose-folder']({}, here));
    await app.close();
    const next = await testApp({ folder, ports });
    unwrap(await next.handlers['library.start']({}, here));
    await next.handlers['view.painted']({}, here);
    await expect
      .poll(async () => (await readdir(to)).filter((name) => name.endsWith('.zip')))
      .toHaveLength(1);
    await next.refresh();
    await next.close();
    expect(await readdir(to)).toHaveLength(1);
  });

  it('is not made where that is not wanted', async () => {
    const { app, to } = await appWithBackups();
    unwrap(await app.handlers['backup.choose-folder']({}, here));
    expect(unwrap(await app.handlers['backup.daily']({ daily: false }, here))).toMatchObject({
      daily: false,
    });
    await app.handlers['view.painted']({}, here);
    await app.refresh();
    expect(await readdir(to)).toEqual([]);
    await app.close();
  });

  it('that fails is told in one line, once that day', async () => {
    const { app, to } = await appWithBackups();
    unwrap(await app.handlers['backup.choose-folder']({}, here));
    await rm(to, { recursive: true });
    await app.handlers['view.painted']({}, here);
    await expect
      .poll(() => messages(app))
      .toMatchObject([{ level: 'error', what: { code: 'folder-missing' } }]);
    await app.refresh();
    expect(messages(app)).toHaveLength(1);
    for (const { what } of messages(app)) expect(failureText(what as never)).not.toMatch(/\{\{|\n/);
    await app.close();
  });
});

describe('a restore in place', () => {
  it('shows the library as it was, and keeps what was there; nothing of before is to be undone', async () => {
    const { app, to, answers } = await appWithBackups();
    const made = unwrap(await app.handlers['backup.now']({ task }, here));
    await create(app, 'Later');
    expect(await titlesIn(app)).toEqual(['Later', 'Belarus']);
    answers.backup = path.join(to, made?.file ?? '');
    const restored = unwrap(await app.handlers['restore.here']({ task: 'restore' }, here));
    expect(restored).toMatchObject({ notes: 1, from: made?.file });
    expect(await titlesIn(app)).toEqual(['Belarus']);
    expect(await readdir(to)).toContain(restored?.kept);
    expect(await app.handlers['history.undo']({}, here)).toMatchObject({
      error: { code: 'nothing-to-undo' },
    });
    unwrap(await create(app, 'After it'));
    // What was kept brings back what was there.
    answers.backup = path.join(to, restored?.kept ?? '');
    unwrap(await app.handlers['restore.here']({ task: 'restore' }, here));
    expect((await titlesIn(app)).sort()).toEqual(['Belarus', 'Later']);
    expect(unwrap(await app.handlers['backup.state']({}, here)).folder).toBe('backups');
    await app.close();
  });

  it('is not begun where what is there cannot be backed up', async () => {
    const { app, to, root, answers } = await appWithBackups();
    const made = unwrap(await app.handlers['backup.now']({ task }, here));
    await create(app, 'Later');
    answers.backup = path.join(to, made?.file ?? '');
    answers.folder = path.join(root, 'gone');
    unwrap(await app.handlers['backup.choose-folder']({}, here));
    expect(await app.handlers['restore.here']({ task: 'restore' }, here)).toMatchObject({
      error: { code: 'folder-missing' },
    });
    expect(await titlesIn(app)).toEqual(['Later', 'Belarus']);
    await app.close();
  });
});
