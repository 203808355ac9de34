import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  answerFolderDialog,
  answerSaveDialog,
  expect,
  expectNoAxeViolations,
  setTheme,
  test,
} from './fixtures';
import { writeLibrary } from './launch/library';
import { Desk } from './pages/desk';
import { PackDialog } from './pages/pack';

const MANY = Array.from({ length: 200 }, (_, index) => ({ title: `Note ${index}`, day: '2026-01-01' }));
const TITLES = ['Ports', 'Railways', 'Timber'];
/** The last one is the newest, and so the first of the list. */
const notes = TITLES.map((title, index) => ({
  title,
  day: `2026-01-0${index + 1}`,
  tags: index === 0 ? ['transport/ports'] : ['trade'],
}));

const tool = (name: string, ...args: string[]): string => execFileSync(name, args, { encoding: 'utf8' });
const words = (file: string, page: number): string =>
  tool('pdftotext', '-f', String(page), '-l', String(page), file, '-').replace(/\s+/g, ' ');

test('selected notes become one document, in the order that keys and dragging gave them', async ({
  dataDir,
  launch,
}) => {
  writeLibrary(dataDir, notes);
  const { app, page } = await launch();
  const desk = new Desk(page);
  const pack = await PackDialog.ofAll(desk);
  await expect.poll(() => pack.titles()).toEqual(['Timber', 'Railways', 'Ports']);
  await pack.note('Timber').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => pack.titles()).toEqual(['Railways', 'Timber', 'Ports']);
  await expect(pack.note('Timber')).toBeFocused();
  await expect(pack.dialog.getByRole('status').filter({ hasText: 'Timber: now 2 of 3' })).toBeAttached();
  await pack.note('Ports').dragTo(pack.note('Railways'));
  await expect.poll(() => pack.titles()).toEqual(['Ports', 'Railways', 'Timber']);
  await pack.title.fill('Before the visit');
  await pack.set();
  const file = path.join(dataDir, '..', 'pack.pdf');
  await answerSaveDialog(app, file);
  await pack.save();
  await expect(desk.message('Saved “pack.pdf”')).toBeVisible({ timeout: 30_000 });
  expect(tool('pdfinfo', file)).toMatch(/Title:\s+Before the visit/);
  expect(words(file, 1)).toContain('Before the visit');
  const contents = words(file, 2);
  for (const [index, title] of TITLES.entries()) {
    const listed = new RegExp(`${index + 1}\\. ${title}[ .\u2060]*(\\d+)`).exec(contents)?.[1];
    expect(words(file, Number(listed))).toContain(`${index + 1}. ${title}`);
  }
  const folder = path.join(dataDir, '..', 'attached');
  mkdirSync(folder);
  tool('pdfdetach', '-saveall', '-o', folder, file);
  const attached: { title: string }[] = JSON.parse(
    readFileSync(path.join(folder, 'Before the visit.json'), 'utf8'),
  );
  expect(attached.map(({ title }) => title)).toEqual(TITLES);
});

test('a note can be left out, and the dialog is accessible in both themes', async ({ dataDir, launch }) => {
  writeLibrary(dataDir, notes);
  const { app, page } = await launch();
  const desk = new Desk(page);
  const pack = await PackDialog.ofAll(desk);
  await pack.set();
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(app, theme);
    await expectNoAxeViolations(page);
  }
  await pack.note('Railways').focus();
  await page.keyboard.press('Delete');
  await expect(pack.note('Railways')).toHaveCount(0);
  await expect(pack.note('Ports')).toBeFocused();
  await expect.poll(() => pack.titles()).toEqual(['Timber', 'Ports']);
});

test('every note goes to a file of its own, and nothing that is there is replaced', async ({
  dataDir,
  launch,
}) => {
  writeLibrary(dataDir, [...notes, { title: 'Ports', day: '2026-01-09' }]);
  const folder = path.join(dataDir, '..', 'briefings');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'Timber.md'), 'Mine');
  const { app, page } = await launch();
  const desk = new Desk(page);
  const pack = await PackDialog.ofAll(desk);
  await pack.choose('Format', 'Markdown');
  await expect(pack.title).toBeHidden();
  await answerFolderDialog(app, folder);
  await pack.save('Save in folder…');
  await expect(desk.message('Saved 4 files in “briefings”')).toBeVisible();
  expect(readdirSync(folder).sort()).toEqual([
    'Ports (2).md',
    'Ports.md',
    'Railways.md',
    'Timber (2).md',
    'Timber.md',
  ]);
  expect(readFileSync(path.join(folder, 'Timber.md'), 'utf8')).toBe('Mine');
});

test('Cancel ends an export of many files at once, and every file that is there is whole', async ({
  dataDir,
  launch,
}) => {
  writeLibrary(dataDir, MANY);
  const folder = path.join(dataDir, '..', 'briefings');
  mkdirSync(folder);
  const { app, page } = await launch();
  const desk = new Desk(page);
  const pack = await PackDialog.ofAll(desk);
  await pack.choose('As', 'A file for each note');
  await answerFolderDialog(app, folder);
  await pack.save('Save in folder…');
  await expect(page.getByRole('progressbar', { name: 'Exporting 200 notes…' })).toHaveAttribute(
    'value',
    /^0\.0[1-9]/,
  );
  await pack.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(desk.message(/Cancelled after \d+ of 200 files/)).toBeVisible();
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(0);
  expect(files.length).toBeLessThan(200);
  for (const file of files) {
    expect(file).toMatch(/\.pdf$/);
    expect(readFileSync(path.join(folder, file), 'latin1').trimEnd()).toMatch(/%%EOF$/);
  }
});

test('Cancel ends the setting of a large pack at once, and what was there stays as it was', async ({
  dataDir,
  launch,
}) => {
  writeLibrary(dataDir, MANY);
  const folder = path.join(dataDir, '..', 'briefings');
  mkdirSync(folder);
  const file = path.join(folder, 'pack.pdf');
  writeFileSync(file, 'Mine');
  const { app, page } = await launch();
  const desk = new Desk(page);
  const pack = await PackDialog.ofAll(desk);
  await answerSaveDialog(app, file);
  await pack.save('Save as…');
  await expect(page.getByRole('progressbar', { name: 'Setting the pages of 200 notes…' })).toBeVisible();
  await pack.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(desk.message('Export cancelled')).toBeVisible();
  expect(readdirSync(folder)).toEqual(['pack.pdf']);
  expect(readFileSync(file, 'utf8')).toBe('Mine');
  // The typesetter sets the next one.
  await desk.list.getByRole('option').first().click();
  await desk.button('Export').click();
  await expect(pack.dialog.getByRole('group', { name: /^Page 1 of/ })).toBeVisible({ timeout: 30_000 });
});

test('a tag and what the list shows are exported too', async ({ dataDir, launch }) => {
  writeLibrary(dataDir, notes);
  const { page } = await launch();
  const desk = new Desk(page);
  const pack = new PackDialog(page);
  await desk.library.getByRole('treeitem', { name: 'trade', exact: true }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Export notes of this tag…' }).click();
  await expect.poll(() => pack.titles()).toEqual(['Timber', 'Railways']);
  await expect(pack.title).toHaveValue('trade');
  await page.keyboard.press('Escape');
  await expect(pack.dialog).toBeHidden();
  await expect(desk.list.getByRole('option')).toHaveCount(3);
  await desk.runCommand('Export the whole list');
  await expect.poll(() => pack.titles()).toEqual(['Timber', 'Railways', 'Ports']);
});
