import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unpacked } from '../src/shared/bridge';
import { expect, expectNoAxeViolations, test } from './fixtures';
import { Desk } from './pages/desk';

const ARTICLE = /^Belarus–Vologda Oblast/;
/** What belongs to the window on this machine, not to the library. */
const OWN = /^(chromium|logs|window\.json)/;

/** Every file of the library, with what a write would change of it. */
function filesOf(dataDir: string): string[] {
  return readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => !OWN.test(name))
    .sort()
    .map((name) => {
      const file = path.join(dataDir, name);
      const { mtimeMs, ino } = statSync(file);
      const bytes = statSync(file).isFile() ? readFileSync(file, 'base64') : '';
      return [name, mtimeMs, ino, bytes].join(' ');
    });
}

test('a library of a newer version is read, not changed, and the window says why', async ({
  running,
  launch,
  dataDir,
}) => {
  const writing = new Desk(running.page);
  await writing.annotate('Belarusian exports to the Russian region rose 21%', 'Key fact', 'A comment');
  await writing.addTag('trade/exports');
  await writing.saved();
  await running.close();
  writeFileSync(
    path.join(dataDir, 'library.json'),
    JSON.stringify({ schema: 9, created: '2031-01-01T00:00:00.000Z' }),
  );
  const before = filesOf(dataDir);

  const { page, app, close } = await launch();
  const desk = new Desk(page);
  await expect(page.getByRole('status', { name: 'Read only' })).toContainText('made by a newer version');
  await expect(desk.note(ARTICLE)).toBeVisible();
  await expect(desk.card('A comment')).toBeVisible();
  await expectNoAxeViolations(page);

  await expect(desk.button('New note')).toBeDisabled();
  await expect(desk.button('Import')).toBeDisabled();
  await expect(desk.button('Edit')).toHaveCount(0);
  await expect(desk.tagField).toHaveCount(0);
  await expect(desk.button('Edit comment')).toHaveCount(0);
  await expect(desk.title).toHaveAttribute('readonly');
  await desk.select('mulling over the ways');
  await expect(desk.toolbar).toHaveCount(0);
  for (const keys of ['Control+n', 'Control+Enter', 'Control+Alt+1', 'Control+Backspace', 'Control+Shift+p'])
    await page.keyboard.press(keys);
  await page.keyboard.press('Control+Shift+c');
  await expect(desk.message('Copied')).toBeVisible();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain('mulling over the ways');
  await page.keyboard.press('Control+Shift+a');
  await page.getByRole('option', { name: /^Key fact: Belarusian exports/ }).click();
  await expect(desk.card('A comment').getByRole('article')).toBeFocused();
  await desk.search.fill('vologda');
  await expect(desk.row(ARTICLE)).toBeVisible();
  await expect(desk.note(ARTICLE)).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('event', {
      name: 'command',
      payload: { command: 'import' },
    });
  });
  const answer = await page.evaluate(() =>
    window.desk.call('library.apply', { operation: { type: 'create', title: 'A', text: '', tags: [] } }),
  );
  expect(unpacked(answer)).toEqual({ ok: false, error: { code: 'library-read-only', details: {} } });
  await close();
  expect(filesOf(dataDir)).toEqual(before);
});
