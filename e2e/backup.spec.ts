import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  answerFolderDialog,
  answerOpenDialog,
  dialogCalls,
  expect,
  expectNoAxeViolations,
  type RunningApp,
  resizeWindow,
  test,
} from './fixtures';
import { BackupSettings } from './pages/backup-settings';
import { Desk } from './pages/desk';

const ARTICLE = /^Belarus–Vologda Oblast/;
const NAME = /^Briefing Desk \d{4}-\d\d-\d\d \d\d\.\d\d( \(\d+\))?\.zip$/;

/** A folder for backups, chosen in the settings, and a first backup in it. */
async function backedUp({ app, page }: Pick<RunningApp, 'app' | 'page'>, dataDir: string) {
  const folder = path.join(path.dirname(dataDir), 'My backups');
  mkdirSync(folder);
  const settings = new BackupSettings(page);
  await settings.open();
  await answerFolderDialog(app, folder);
  await settings.choose.click();
  await expect(settings.dialog).toContainText('My backups');
  await settings.now.click();
  await expect(new Desk(page).message('Backed up as')).toBeVisible();
  const [file = ''] = readdirSync(folder);
  return { folder, file, settings };
}

/** A backup in which something is annotated, and a note that was written since. */
async function backedUpWithFigure(running: RunningApp, dataDir: string) {
  const desk = new Desk(running.page);
  await desk.annotate('Belarusian exports to the Russian region rose 21%', 'Key fact', 'The figure');
  await desk.saved();
  const made = await backedUp(running, dataDir);
  await made.settings.done.click();
  await desk.newNote();
  await desk.title.fill('Written since');
  await desk.saved();
  return made;
}

test('a backup goes to the folder that was chosen, and is said with its time and size', async ({
  running,
  dataDir,
}) => {
  const { page, app } = running;
  const settings = new BackupSettings(page);
  await settings.open();
  await expect(settings.last).toContainText('There is no backup yet');
  await settings.now.click();
  expect((await dialogCalls(app)).at(-1)?.options).toMatchObject({ title: 'Folder for backups' });
  await expect(settings.last).toContainText('There is no backup yet');
  await settings.done.click();

  const { folder, file } = await backedUp(running, dataDir);
  expect(readdirSync(folder)).toEqual([file]);
  expect(file).toMatch(NAME);
  await expect(settings.last).toHaveText(/^Last backup: \d+ \w+ \d{4}, \d\d:\d\d \([\d.]+ [kM]B\)$/);
  await expectNoAxeViolations(page);
  await settings.done.click();

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command palette' })).toBeFocused();
  await page.keyboard.type('back up now');
  await page.keyboard.press('Enter');
  await expect(new Desk(page).message('Backed up as')).toBeVisible();
  await expect.poll(() => readdirSync(folder).length).toBe(2);
});

test('a backup becomes a new library', async ({ running, dataDir, launch }) => {
  const { page, app } = running;
  const desk = new Desk(page);
  const { folder, file, settings } = await backedUpWithFigure(running, dataDir);

  await settings.openRestore();
  await answerOpenDialog(app, path.join(folder, file));
  await answerFolderDialog(app, dataDir);
  await settings.startRestore();
  await expect(desk.message('is not empty')).toBeVisible();
  const fresh = path.join(path.dirname(dataDir), 'fresh');
  await answerFolderDialog(app, fresh);
  await settings.startRestore();
  await expect(desk.message('Restored 1 note as a new library in “fresh”')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(desk.row('Written since')).toBeVisible();

  const other = new Desk((await launch({ dataDir: fresh })).page);
  await expect(other.card('The figure')).toBeVisible();
  await expect(other.list.getByRole('option')).toHaveCount(1);
});

test('a backup takes the place of the library, of which one is made before', async ({
  running,
  dataDir,
  restart,
}) => {
  const { page, app } = running;
  const desk = new Desk(page);
  const { folder, file, settings } = await backedUpWithFigure(running, dataDir);

  await settings.openRestore();
  await settings.inPlace.check();
  await answerOpenDialog(app, path.join(folder, file));
  await settings.startRestore();
  const said = desk.message('The library is as it was in');
  await expect(said).toContainText('with 1 note');
  const [kept = ''] = readdirSync(folder).filter((name) => name !== file);
  await expect(said).toContainText(kept);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(desk.list.getByRole('option')).toHaveCount(1);
  await expect(desk.note(ARTICLE)).toBeVisible();
  await expect(desk.card('The figure')).toBeVisible();
  // What is done next is done with the restored library, and what was done before is no step to be undone.
  await desk.title.fill('After the restore');
  await desk.saved();

  const again = new Desk((await restart(running)).page);
  await expect(again.row('After the restore')).toBeVisible();
  await expect(again.list.getByRole('option')).toHaveCount(1);
});

test('what is no backup, or a damaged one, is refused in one line', async ({ running, dataDir }) => {
  const { page, app } = running;
  const desk = new Desk(page);
  const { folder, file, settings } = await backedUp(running, dataDir);
  await settings.done.click();
  const bytes = readFileSync(path.join(folder, file));
  const damaged = path.join(path.dirname(dataDir), 'damaged.zip');
  // In the packed words of the first file.
  bytes.fill(0, 200, 240);
  writeFileSync(damaged, bytes);
  const strange = path.join(path.dirname(dataDir), 'strange.zip');
  writeFileSync(strange, 'not a zip');
  await settings.openRestore();
  for (const [zip, said] of [
    [strange, '“strange.zip” is not a backup of Briefing Desk'],
    [damaged, '“damaged.zip” is damaged'],
  ] as const) {
    await answerOpenDialog(app, zip);
    await settings.inPlace.check();
    await settings.startRestore();
    await expect(new Desk(page).message(said)).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(desk.note(ARTICLE)).toBeVisible();
});

test('once a day a backup is made by itself, and a failure is told', async ({
  running,
  dataDir,
  launch,
  restart,
}) => {
  test.slow();
  await expect(new Desk(running.page).note(ARTICLE)).toBeVisible();
  await running.close();
  const folder = path.join(path.dirname(dataDir), 'daily');
  mkdirSync(folder);
  const settings = { schema: 2, author: '', theme: 'system', backup: { folder, daily: true } };
  writeFileSync(path.join(dataDir, 'settings.json'), JSON.stringify(settings));
  const second = await launch();
  await expect.poll(() => readdirSync(folder)).toEqual([expect.stringMatching(NAME)]);
  const [first] = readdirSync(folder);
  const third = await restart(second);
  const shown = new BackupSettings(third.page);
  await shown.open();
  await expect(shown.last).toContainText('Last backup:');
  await expect(shown.daily).toBeChecked();
  expect(readdirSync(folder)).toEqual([first]);
  await third.close();
  rmSync(folder, { recursive: true });
  const fourth = await launch();
  await expect(new Desk(fourth.page).message('is not there any more')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`the settings and the dialog for restoring have no accessibility violation (${theme})`, async ({
    launch,
  }) => {
    const { page, app } = await launch({ theme });
    const settings = new BackupSettings(page);
    for (const [width, height] of [
      [1280, 800],
      [1024, 640],
    ] as const) {
      await resizeWindow(app, width, height);
      await settings.open();
      await expectNoAxeViolations(page);
      await page.keyboard.press('Escape');
      await settings.openRestore();
      await expectNoAxeViolations(page);
      await page.keyboard.press('Escape');
    }
  });
}
