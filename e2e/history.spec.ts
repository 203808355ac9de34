import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, expectNoAxeViolations, test } from './fixtures';
import { Desk } from './pages/desk';
import { HistoryDialog } from './pages/history';

const noteFile = (dataDir: string): string => {
  const [name = ''] = readdirSync(path.join(dataDir, 'notes')).filter((each) => /^\w+\.json$/.test(each));
  return path.join(dataDir, 'notes', name);
};
const logFile = (dataDir: string): string =>
  path.join(dataDir, 'history', `${path.basename(noteFile(dataDir), '.json')}.jsonl`);

/** Puts words at the end of the open note. */
async function write(desk: Desk, words: string): Promise<void> {
  await desk.edit(async () => {
    await desk.editor.press('Control+End');
    await desk.page.keyboard.insertText(words);
  });
  await desk.saved();
}

test('every saved state is there, compared by words, and can be brought back; that can be undone', async ({
  page,
}) => {
  const desk = new Desk(page);
  const history = new HistoryDialog(page);
  await desk.addTag('trade/exports');
  await write(desk, '\n\nA first sentence.');
  await write(desk, ' And a second one.');

  await history.open();
  await expect(history.versions(/Text changed \(now\)/)).toHaveCount(1);
  await expect(history.chosen).toBeFocused();
  await expect(history.chosen).toHaveAccessibleName(/^Today, .+: Text changed$/);
  await expect(history.added).toHaveText(/ And a second one\.$/);
  await expect(history.removed).toHaveCount(0);

  await page.keyboard.press('End');
  await expect(history.chosen).toHaveAccessibleName(/: Imported$/);
  await expect(history.chosen).toBeFocused();
  await expect(history.added.filter({ hasText: 'trade/exports' })).toHaveCount(1);
  await expect(history.added.filter({ hasText: 'A first sentence. And a second one.' })).toHaveCount(1);

  await history.button('Restore').click();
  await expect(history.dialog).toHaveCount(0);
  await expect(desk.text).not.toContainText('A first sentence.');
  await expect(desk.tags.getByText('trade/exports', { exact: true })).toHaveCount(0);
  await expect(desk.message(/is as it was: Today, /)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(desk.message('Undone: Restoring of a version')).toBeVisible();
  await expect(desk.text).toContainText('A first sentence. And a second one.');
  await expect(desk.tags.getByText('trade/exports', { exact: true })).toBeVisible();

  await history.open();
  await expect(history.versions(/: Undone \(now\)$/)).toHaveCount(1);
  await expect(history.versions(/: Version restored$/)).toHaveCount(1);
});

test('what became of annotations, of what was removed and of a long text is named', async ({ page }) => {
  const desk = new Desk(page);
  const history = new HistoryDialog(page);
  await desk.annotate('rose 21%', 'Key fact', 'Compare with 2023.');
  await desk.edit(() => desk.editor.fill('One thing only.'));
  await desk.saved();
  await history.open();
  await history.list.press('End');
  const annotations = history.changes.getByRole('region', { name: 'Annotations' });
  await expect(annotations.getByRole('listitem')).toContainText(['Added']);
  await expect(annotations.getByRole('insertion')).toHaveText('added: Compare with 2023.');
  await expect(history.removed.first()).toHaveText(/^removed: MINSK/);
  await expect(history.added.filter({ hasText: 'One thing only.' })).toHaveCount(1);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+z');
  await expect(desk.text).toContainText('rose 21%');
  await write(desk, '\n\nThe end.');
  await history.open();
  const folded = history.changes.getByRole('button', { name: /^\d+ unchanged paragraphs$/ });
  await expect(history.changes.getByText('MINSK, 30 January')).toHaveCount(0);
  await folded.click();
  await expect(history.changes.getByText('MINSK, 30 January')).toBeVisible();
});

test('a version gets a name with the keyboard alone, and keeps it', async ({ running, restart }) => {
  const desk = new Desk(running.page);
  const history = new HistoryDialog(running.page);
  await write(desk, '\n\nLater.');
  await history.open();
  await history.button('Name this version…').press('Enter');
  const field = history.dialog.getByRole('textbox', { name: 'Name of this version' });
  await expect(field).toBeFocused();
  await running.page.keyboard.type('No');
  await running.page.keyboard.press('Escape');
  await expect(history.button('Name this version…')).toBeFocused();
  await running.page.keyboard.press('Enter');
  await running.page.keyboard.type('As sent to the minister');
  await running.page.keyboard.press('Enter');
  await expect(history.chosen).toHaveAccessibleName(/^As sent to the minister\. Today, /);
  await expect(history.button('Rename this version…')).toBeFocused();

  const again = await restart(running);
  const later = new HistoryDialog(again.page);
  await expect(new Desk(again.page).text).toContainText('Later.');
  await later.open();
  await expect(later.versions(/^As sent to the minister\. /)).toHaveCount(1);
});

test('a note without a history says so; the trash shows its notes’ history without changing them', async ({
  running,
  restart,
  dataDir,
}) => {
  await expect(new Desk(running.page).text).toBeVisible();
  const closed = await restart(running);
  rmSync(path.join(dataDir, 'history'), { recursive: true });
  const { page } = closed;
  const desk = new Desk(page);
  const history = new HistoryDialog(page);
  await desk.button('More').click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(history.dialog).toContainText('No earlier versions yet.');
  await page.keyboard.press('Escape');
  await write(desk, 'x');
  await history.open();
  await expect(history.button('Restore')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Backspace');
  await desk.library.getByRole('button', { name: 'Trash' }).click();
  await desk.row(/Belarus/).click();
  await history.open();
  await expect(history.versions(/: Moved to Trash \(now\)$/)).toHaveCount(1);
  await expect(history.button('Restore')).toHaveCount(0);
});

test('a history of thousands draws only what is in sight', async ({ running, restart, dataDir }) => {
  await expect(new Desk(running.page).text).toBeVisible();
  const { page } = await restart(running);
  await expect(new Desk(page).text).toBeVisible();
  const log = logFile(dataDir);
  const [head = '', first = ''] = readFileSync(log, 'utf8').split('\n');
  const version = JSON.parse(first);
  const lines = Array.from({ length: 3000 }, (_, index) => {
    const at = new Date(Date.parse(version.at) - (3000 - index) * 1000).toISOString();
    const id = `0manyversions0${String(index).padStart(6, '0')}`;
    return JSON.stringify({ ...version, version: id, at });
  });
  writeFileSync(log, `${[head, ...lines, first].join('\n')}\n`);
  const history = new HistoryDialog(page);
  await history.open();
  await expect(history.chosen).toBeFocused();
  await page.keyboard.press('End');
  await expect(history.chosen).toBeFocused();
  await expect(history.chosen).toHaveAttribute('aria-posinset', '3001');
  expect(await history.versions().count()).toBeLessThan(60);
});

test.describe('a damaged note', () => {
  test('is there at the next start as it was last, and one line says so', async ({
    running,
    launch,
    dataDir,
  }) => {
    const desk = new Desk(running.page);
    await write(desk, '\n\nNot to be lost.');
    await running.close();
    const file = noteFile(dataDir);
    writeFileSync(file, readFileSync(file).subarray(0, 100));
    const { page } = await launch();
    const again = new Desk(page);
    await expect(again.text).toContainText('Not to be lost.');
    await expect(again.message(/^“Belarus.+ was damaged\. .+ took its place; .+quarantine\//)).toBeVisible();
    expect(readFileSync(file, 'utf8')).toContain('Not to be lost.');
    expect(readdirSync(path.join(dataDir, 'quarantine'))).toContain(path.basename(file));
  });

  test('is replaced while the app runs', async ({ page, dataDir }) => {
    const desk = new Desk(page);
    await write(desk, '\n\nNot to be lost.');
    const file = noteFile(dataDir);
    writeFileSync(file, Buffer.alloc(2000));
    await expect(desk.message(/ was damaged\. .+ took its place/)).toBeVisible();
    await expect(desk.text).toContainText('Not to be lost.');
    await write(desk, ' It goes on.');
    expect(readFileSync(file, 'utf8')).toContain('Not to be lost. It goes on.');
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`the history has no accessibility violation (${theme})`, async ({ launch }) => {
    const { page } = await launch({ theme });
    const desk = new Desk(page);
    const history = new HistoryDialog(page);
    await desk.annotate('rose 21%', 'Risk', 'Ask');
    await desk.addTag('trade');
    await desk.edit(() => desk.editor.fill('Another text.'));
    await desk.saved();
    await history.open();
    await history.list.press('End');
    await expect(history.removed.first()).toBeVisible();
    await expectNoAxeViolations(page);
    await history.button('Name this version…').click();
    await expectNoAxeViolations(page);
  });
}
