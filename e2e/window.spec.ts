import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { describeLaunch } from '../scripts/lib/launch.mjs';
import { unpacked } from '../src/shared/bridge';
import { answerMessageBox, closeWindow, dialogCalls, expect, test } from './fixtures';
import { Desk } from './pages/desk';

const seed = path.join(import.meta.dirname, '../fixtures/vologda-trade/input.txt');
const bounds = { x: 40, y: 60, width: 1000, height: 640 };

const boundsOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());

/** Starts the app as a person would start it once more, and waits for the end of that process. */
async function startAgain(dataDir: string, ...args: string[]): Promise<number | null> {
  const child = await startApp(dataDir, ...args);
  return new Promise((resolve) => child.once('exit', resolve));
}

async function startApp(dataDir: string, ...args: string[]) {
  const { electron, args: given, env } = await describeLaunch();
  return spawn(electron, [...given, '--data', dataDir, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

test('the window opens where it was closed, in the colours that were chosen', async ({
  running,
  restart,
}) => {
  await running.app.evaluate(
    ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place),
    bounds,
  );
  await expect.poll(() => boundsOf(running.app)).toEqual(bounds);
  const changed = await running.page.evaluate(() =>
    window.desk.call('settings.change', { settings: { theme: 'dark' } }),
  );
  expect(unpacked(changed).ok).toBe(true);
  const { app } = await restart(running);
  expect(await boundsOf(app)).toEqual(bounds);
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
});

test('what is being typed when the window closes is saved', async ({ running, restart }) => {
  const desk = new Desk(running.page);
  await desk.title.fill('Typed at the very last moment');
  const again = await restart(running);
  await expect(new Desk(again.page).title).toHaveValue('Typed at the very last moment');
});

test('a window whose words cannot be saved asks before it closes, and goes on', async ({
  app,
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  await desk.saved();
  const bringBack = desk.breakSaving(dataDir);
  await desk.title.fill('Not to be lost');
  await closeWindow(app);
  await expect.poll(() => dialogCalls(app)).toHaveLength(1);
  const [asked] = await dialogCalls(app);
  expect(asked).toMatchObject({
    dialog: 'message',
    options: { buttons: ['Go back', 'Save elsewhere…', 'Close without saving'], defaultId: 0, cancelId: 0 },
  });
  await expect(desk.title).toHaveValue('Not to be lost');
  await expect(desk.notSaved).toBeVisible();
  bringBack();
  await desk.saved();
  await expect(desk.row('Not to be lost')).toBeVisible();
});

test('a window whose words cannot be saved closes when the person says so', async ({
  app,
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  await desk.saved();
  desk.breakSaving(dataDir);
  await desk.title.fill('Given up');
  await answerMessageBox(app, 2);
  const closed = page.waitForEvent('close');
  await closeWindow(app);
  await closed;
});

test('a second start brings the window forward, hands over its files and ends', async ({
  app,
  page,
  dataDir,
}) => {
  const file = path.join(dataDir, '..', 'handed-over.md');
  writeFileSync(file, '# Handed over\n\nBy a second start.\n');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  expect(await startAgain(dataDir, file)).toBe(0);
  await expect(new Desk(page).note('Handed over')).toBeVisible();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())).toBe(
    false,
  );
});

test('files among the arguments are imported at the first start', async ({ launch, dataDir }) => {
  const file = path.join(dataDir, '..', 'brought-along.md');
  writeFileSync(file, '# Brought along\n\nAs an argument.\n');
  const { page } = await launch({ args: [file, seed] });
  const desk = new Desk(page);
  await expect(desk.note('Brought along')).toBeVisible();
  await expect(desk.message('Imported 2 notes')).toBeVisible();
  await expect(desk.button('Keep them')).toBeVisible();
});

test('the page comes back after its process has crashed', async ({ app, page, running }) => {
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  const paneIsBack = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(true)));
    contents?.forcefullyCrashRenderer();
    await loaded;
    // Playwright has given this page up, so the app itself looks.
    return contents?.executeJavaScript(`new Promise((resolve) => {
      const look = () => (document.querySelector('nav') ? resolve(true) : setTimeout(look, 50));
      look();
    })`);
  });
  expect(paneIsBack).toBe(true);
  running.problems.length = 0;
});

test('the menu holds every command and sends it to the page', async ({ app, page }) => {
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('palette')?.click());
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
});

test('the installed program is the command line too, without a display', async ({ running, dataDir }) => {
  await expect(running.page.getByRole('article')).toBeVisible();
  const { electron, args, env } = await describeLaunch();
  const { DISPLAY, WAYLAND_DISPLAY, ...rest } = process.env;
  const cli = (...command: string[]) =>
    spawnSync(electron, [...args, '--cli', ...command, '--data', dataDir], {
      env: { ...rest, ...env },
      encoding: 'utf8',
    });
  const list = cli('list', '--json');
  expect(list.status).toBe(0);
  expect(JSON.parse(list.stdout)).toHaveLength(1);
  expect(cli('no-such-command').status).toBe(2);
});

test('a data folder that cannot be used is said, and nothing is begun', async ({ dataDir }) => {
  const file = path.join(dataDir, '..', 'no-folder');
  writeFileSync(file, '');
  const child = await startApp(path.join(file, 'data'));
  const said = await new Promise<string>((resolve) => {
    child.stderr.on('data', (bytes) => String(bytes).includes('library') && resolve(String(bytes)));
  });
  expect(said).toContain('The library could not be opened');
  expect(said).not.toContain(file);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
  expect(readFileSync(file, 'utf8')).toBe('');
});

test('nothing is written outside the data folder', async ({ launch, dataDir }) => {
  const home = path.join(dataDir, '..', 'home');
  const { page, close } = await launch({
    env: { HOME: home, XDG_CONFIG_HOME: '', XDG_CACHE_HOME: '', XDG_DATA_HOME: '' },
  });
  await expect(page.getByRole('article')).toBeVisible();
  await close();
  expect(readdirSync(path.dirname(dataDir)).filter((name) => name !== 'data' && name !== 'home')).toEqual([]);
  expect(readFileSync(path.join(dataDir, 'logs', 'main.log'), 'utf8')).not.toMatch(/error/i);
});

test('every command with a key stands in Keyboard shortcuts, which leads to the palette', async ({
  page,
}) => {
  const desk = new Desk(page);
  await expect(desk.text).toBeVisible();
  await page.keyboard.press('F1');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const [command, keys] of [
    ['New note', 'Ctrl+N'],
    ['Find in library', 'Ctrl+Shift+F'],
    ['Annotate: Key fact', 'Ctrl+Alt+1'],
    ['Previous annotation', 'Shift+F8'],
    ['Select a passage', 'Shift+←Shift+→Shift+↑Shift+↓'],
  ] as const) {
    const term = dialog.getByRole('term').filter({ hasText: new RegExp(`^${command}$`) });
    await expect(term.locator('xpath=following-sibling::dd')).toHaveText(keys);
  }
  await dialog.getByRole('button', { name: 'Command palette' }).click();
  await expect(page.getByRole('combobox', { name: 'Command palette' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
