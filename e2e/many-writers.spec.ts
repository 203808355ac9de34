import { execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describeLaunch } from '../scripts/lib/launch.mjs';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';

const run = promisify(execFile);
const cli = path.join(import.meta.dirname, '../out/main/cli.cjs');

interface StoredNote {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly annotations: readonly { readonly comment: string }[];
}

const fileOf = (dataDir: string, name: string): string => path.join(dataDir, 'notes', name);
const stored = (dataDir: string, id: string): StoredNote =>
  JSON.parse(readFileSync(fileOf(dataDir, `${id}.json`), 'utf8'));

/** The only note of a library. */
function onlyNote(dataDir: string): StoredNote {
  const [name = ''] = readdirSync(path.join(dataDir, 'notes')).filter((each) => /^\w+\.json$/.test(each));
  return stored(dataDir, path.basename(name, '.json'));
}

/** As another program does it, a file-sync client for example. */
function writeElsewhere(dataDir: string, note: StoredNote, name = `${note.id}.json`): void {
  writeFileSync(fileOf(dataDir, name), JSON.stringify(note));
}

const briefing = (dataDir: string, ...args: string[]) =>
  run(process.execPath, [cli, ...args, '--data', dataDir]);

test('the command line writes into the note that is being written: nothing of either is lost', async ({
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  await desk.saved();
  const { id, text } = onlyNote(dataDir);
  await desk.button('Edit').click();
  await desk.editor.press('Control+End');
  const words = Array.from({ length: 40 }, (_, index) => `typed${index}`);
  const typing = page.keyboard.type(` ${words.join(' ')}`, { delay: 12 });
  const rounds = [1, 2, 3, 4, 5];
  for (const round of rounds) {
    await briefing(dataDir, 'tag', id, `+round/${round}`);
    const comment = `Comment ${round}`;
    await briefing(dataDir, 'annotate', id, '--quote', 'rose 21%', '--kind', 'risk', '--comment', comment);
  }
  await typing;
  await desk.saved();
  await expect(desk.editor).toContainText(words.join(' '));
  for (const round of rounds) {
    await expect(desk.tags.getByText(`round/${round}`, { exact: true })).toBeVisible();
    await expect(desk.card(`Comment ${round}`)).toBeAttached();
  }
  const note = stored(dataDir, id);
  expect(note.text).toBe(`${text} ${words.join(' ')}`);
  expect(note.tags).toEqual(expect.arrayContaining(rounds.map((round) => `round/${round}`)));
  expect(note.annotations.map(({ comment }) => comment).sort()).toEqual(
    rounds.map((round) => `Comment ${round}`),
  );
});

test('what another program changes, adds and deletes is seen at once', async ({ page, dataDir }) => {
  const desk = new Desk(page);
  await expect(desk.text).toBeVisible();
  const note = onlyNote(dataDir);
  const other = { ...note, id: '0anothernote0000000a', title: 'From elsewhere', annotations: [] };
  const changed = {
    ...note,
    title: 'Changed elsewhere',
    text: `${note.text}\n\nA paragraph from elsewhere.`,
  };
  const soon = { timeout: 1000 };
  await expect(async () => {
    writeElsewhere(dataDir, changed);
    await expect(desk.text).toContainText('A paragraph from elsewhere.', soon);
  }, 'once the window has settled').toPass();
  await expect(desk.title).toHaveValue('Changed elsewhere', soon);
  writeElsewhere(dataDir, other);
  await expect(desk.row('From elsewhere')).toBeVisible(soon);
  rmSync(fileOf(dataDir, `${other.id}.json`));
  await expect(desk.row('From elsewhere')).toHaveCount(0, soon);
});

test('what another program writes comes into the text that is being written, under the caret', async ({
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  await desk.saved();
  const note = onlyNote(dataDir);
  await desk.button('Edit').click();
  await desk.editor.press('Control+End');
  await page.keyboard.type(' one');
  writeElsewhere(dataDir, { ...note, text: `First of all.\n\n${note.text}` });
  await page.keyboard.type(' two');
  await expect(desk.editor).toContainText('First of all.');
  await page.keyboard.type(' three');
  await desk.saved();
  await expect.poll(() => stored(dataDir, note.id).text).toBe(`First of all.\n\n${note.text} one two three`);
  // Undoing what was typed leaves what was not.
  for (const _typed of 'one two three') await page.keyboard.press('Control+z');
  await expect(desk.editor).not.toContainText('one two');
  await expect(desk.editor).toContainText('First of all.');
  await desk.saved();
  await expect.poll(() => stored(dataDir, note.id).text).toBe(`First of all.\n\n${note.text}`);
});

test('a note that was deleted elsewhere while it was written comes back with what was written', async ({
  running,
  dataDir,
}) => {
  const { page } = running;
  const desk = new Desk(page);
  await desk.saved();
  const { id } = onlyNote(dataDir);
  await desk.button('Edit').click();
  await desk.editor.press('Control+End');
  await page.keyboard.type(' Not to be lost');
  rmSync(fileOf(dataDir, `${id}.json`));
  await page.keyboard.type(' at all.');
  await expect(desk.message('It is back with what you wrote')).toBeVisible();
  await desk.saved();
  await expect(desk.editor).toContainText('Not to be lost at all.');
  await expect.poll(() => stored(dataDir, id).text).toContain('Not to be lost at all.');
});

test('a copy that a file-sync client left is kept apart, and that is said', async ({ page, dataDir }) => {
  const desk = new Desk(page);
  await desk.saved();
  const note = onlyNote(dataDir);
  const name = `${note.id}.sync-conflict-20260101-120000-ABCDEFG.json`;
  writeElsewhere(dataDir, { ...note, text: 'Theirs' }, name);
  await expect(desk.message('A second copy of')).toBeVisible();
  expect(readFileSync(path.join(dataDir, 'quarantine', name), 'utf8')).toContain('Theirs');
  await expect(desk.list.getByRole('option')).toHaveCount(1);
});

test('a start on the same folder by another way brings the window forward', async ({
  app,
  page,
  dataDir,
}) => {
  await expect(new Desk(page).text).toBeVisible();
  const link = path.join(dataDir, '..', 'link');
  symlinkSync(dataDir, link);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const { electron, args, env } = await describeLaunch();
  const second = spawn(electron, [...args, '--data', link], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
  const isMinimized = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await expect.poll(isMinimized).toBe(false);
});
