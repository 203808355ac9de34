import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, expectNoAxeViolations, test } from './fixtures';
import { type NoteParts, writeLibrary } from './launch/library';
import { Desk } from './pages/desk';

const notes: readonly NoteParts[] = [
  { title: 'Report 10', day: '2026-01-04', sourceDate: '2024-05-01', tags: ['trade/exports', 'rail'] },
  { title: 'Report 9', day: '2026-01-03', sourceDate: '2025-02-01', tags: ['trade'] },
  { title: 'Äpfel', day: '2026-01-02', tags: ['trade/imports'] },
  { title: 'Zinc', day: '2026-01-01', sourceDate: '2023-01-01', pinned: true },
];
const DAY = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();

test.describe('the order of the list', () => {
  test('is chosen in a menu, both ways, with pinned notes first, and remembered', async ({
    dataDir,
    launch,
    restart,
  }) => {
    writeLibrary(dataDir, notes);
    const running = await launch();
    const desk = new Desk(running.page);
    await expect(desk.list.getByRole('option')).toHaveCount(4);
    expect(await desk.titles()).toEqual(['Zinc', 'Report 10', 'Report 9', 'Äpfel']);
    await desk.sort('Title');
    await expect.poll(() => desk.titles()).toEqual(['Zinc', 'Äpfel', 'Report 9', 'Report 10']);
    await desk.sort('Date of the source');
    await expect.poll(() => desk.titles()).toEqual(['Zinc', 'Report 9', 'Report 10', 'Äpfel']);
    await desk.sort('Oldest first');
    await expect.poll(() => desk.titles()).toEqual(['Zinc', 'Report 10', 'Report 9', 'Äpfel']);
    const again = new Desk((await restart(running)).page);
    await again.button('Sort notes').click();
    await expect(again.page.getByRole('menuitemradio', { name: 'Date of the source' })).toBeChecked();
    await expect(again.page.getByRole('menuitemradio', { name: 'Oldest first' })).toBeChecked();
    await again.page.keyboard.press('Escape');
    await expect(again.button('Sort notes')).toBeFocused();
    expect(await again.titles()).toEqual(['Zinc', 'Report 10', 'Report 9', 'Äpfel']);
  });
});

test.describe('several notes', () => {
  test('are selected with the mouse and with keys', async ({ dataDir, launch }) => {
    writeLibrary(dataDir, notes);
    const { page } = await launch();
    const desk = new Desk(page);
    await desk.row('Report 10').click();
    await desk.row('Äpfel').click({ modifiers: ['Shift'] });
    await expect(desk.selection(3)).toBeVisible();
    await desk.row('Report 9').click({ modifiers: ['Control'] });
    await expect(desk.selection(2)).toBeVisible();
    expect(await desk.selectedTitles()).toEqual(['Report 10', 'Äpfel']);
    await expect(page).toHaveTitle('2 notes selected — Briefing Desk');
    await desk.row('Äpfel').focus();
    await page.keyboard.press('Escape');
    await expect(desk.selection()).toBeHidden();
    await expect(desk.title).toHaveValue(/./);

    await desk.row('Zinc').click();
    await expect(desk.title).toHaveValue('Zinc');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(desk.selection(3)).toBeVisible();
    await expect(desk.row('Report 9')).toBeFocused();
    await page.keyboard.press('Shift+ArrowUp');
    await expect(desk.selection(2)).toBeVisible();
    await page.keyboard.press('Control+a');
    await expect(desk.selection(4)).toBeVisible();
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Control+Space');
    await expect(desk.selection(3)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(desk.selection()).toBeHidden();
  });

  test('are tagged, archived and put in the trash together, each with one undo', async ({
    dataDir,
    launch,
  }) => {
    writeLibrary(dataDir, notes);
    const { page } = await launch();
    const desk = new Desk(page);
    const tree = desk.library.getByRole('tree', { name: 'Tags' });
    await desk.selectAll();
    await page.keyboard.press('Control+Shift+t');
    await page.keyboard.type('spring');
    await page.keyboard.press('Enter');
    await expect(desk.message('4 notes have got the tag spring.')).toBeVisible();
    await expect(tree.getByRole('treeitem', { name: 'spring' })).toHaveText('spring4');
    await desk.button('Remove tag trade/exports').click();
    await expect(desk.message('“Report 10” has lost the tag trade/exports.')).toBeVisible();
    await desk.message('has lost the tag').getByRole('button', { name: 'Undo' }).click();
    await expect(desk.message('Undone: Change of tags, “Report 10”.')).toBeVisible();
    await expect(tree.getByRole('treeitem', { name: 'trade/exports' })).toBeVisible();

    await desk.selectAll();
    await page.getByRole('main').getByRole('button', { name: 'Archive' }).click();
    await expect(desk.message('4 notes are in the archive.')).toBeVisible();
    await expect(desk.list).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect(desk.message('Undone: Archive, 4 notes.')).toBeVisible();
    await expect(desk.list.getByRole('option')).toHaveCount(4);

    await desk.row('Report 10').click();
    await desk.row('Report 9').click({ modifiers: ['Control'] });
    await expect(desk.selection(2)).toBeVisible();
    await page.keyboard.press('Control+Backspace');
    await expect(desk.message('2 notes are in the trash.')).toBeVisible();
    // What stood below them is shown.
    await expect(desk.title).toHaveValue('Äpfel');
    // Undone from elsewhere, the list goes back to where they are.
    await desk.library.getByRole('button', { name: 'Pinned' }).click();
    await expect(desk.list.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(desk.list.getByRole('option')).toHaveCount(4);
    await expect(desk.library.getByRole('button', { name: 'All notes' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await page.keyboard.press('Control+Shift+z');
    await expect(desk.list.getByRole('option')).toHaveCount(2);
  });

  test('have a menu of their own, by mouse and by key, and can be duplicated', async ({
    dataDir,
    launch,
  }) => {
    writeLibrary(dataDir, notes);
    const { page } = await launch();
    const desk = new Desk(page);
    await desk.row('Report 10').click();
    await desk.row('Report 9').click({ modifiers: ['Control'] });
    await expect(desk.selection(2)).toBeVisible();
    await desk.row('Report 9').click({ button: 'right' });
    const menu = page.getByRole('menu', { name: 'Note' });
    await expect(menu.getByRole('menuitem')).toHaveText([
      /^Export/,
      /^Pin/,
      /^Archive/,
      /^Duplicate/,
      /^Move to Trash/,
    ]);
    await menu.getByRole('menuitem', { name: 'Duplicate' }).click();
    await expect(desk.message('2 notes are duplicated.')).toBeVisible();
    await expect(desk.row('Report 9 (copy)')).toBeVisible();
    await expect(desk.list.getByRole('option')).toHaveCount(6);
    // On a row that is not selected it is for that row.
    await desk.row('Äpfel').click({ button: 'right' });
    await expect(menu).toBeVisible();
    await expect(desk.title).toHaveValue('Äpfel');
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(desk.row('Äpfel')).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await menu.getByRole('menuitem', { name: 'Move to Trash' }).press('Enter');
    await expect(desk.message('“Äpfel” is in the trash.')).toBeVisible();
  });

  test('that are very many are changed with progress, and that can be cancelled', async ({
    dataDir,
    launch,
  }) => {
    test.slow();
    const many = 3000;
    writeLibrary(
      dataDir,
      Array.from({ length: many }, (_, index) => ({ title: `Note ${index}` })),
    );
    const { page } = await launch();
    const desk = new Desk(page);
    const all = desk.library.getByRole('button', { name: 'All notes' });
    await expect(all).toContainText(`${many}`);
    await desk.selectAll();
    await expect(desk.selection(many)).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: 'Move to Trash' }).click();
    await expect(page.getByRole('progressbar', { name: 'Changing the notes…' })).toBeVisible();
    await desk.button('Cancel').click();
    await expect(desk.message(/notes are in the trash\. Cancelled before \d+ more\./)).toBeVisible();
    await expect(page.getByRole('progressbar')).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect(desk.message(/Undone: Move to Trash, \d+ notes\./)).toBeVisible();
    await expect(all).toContainText(`${many}`);
  });
});

test.describe('the trash', () => {
  test('says what becomes of its notes, and is emptied when that was asked', async ({ dataDir, launch }) => {
    writeLibrary(dataDir, [...notes, { title: 'Old', trashed: ago(2) }, { title: 'Older', trashed: ago(3) }]);
    const { page } = await launch();
    const desk = new Desk(page);
    const trash = desk.library.getByRole('button', { name: 'Trash', exact: true });
    await trash.click();
    await expect(page.getByText('Notes are deleted 30 days after they were put here.')).toBeVisible();
    await desk.button('Empty Trash').click();
    const dialog = page.getByRole('dialog', { name: 'Empty Trash' });
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await expectNoAxeViolations(page);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(desk.list.getByRole('option')).toHaveCount(2);
    await desk.button('Empty Trash').click();
    await dialog.getByRole('button', { name: 'Empty Trash' }).click();
    await expect(desk.message('2 notes are deleted.')).toBeVisible();
    await expect(page.getByText('The trash is empty.')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(desk.list.getByRole('option')).toHaveCount(2);
    await desk.selectAll();
    await page.getByRole('main').getByRole('button', { name: 'Restore' }).click();
    await expect(desk.message('2 notes are back.')).toBeVisible();
  });

  test('empties itself after 30 days and says so', async ({ dataDir, launch }) => {
    const [before, lately] = [ago(31), ago(5)];
    const [old = '', young = ''] = writeLibrary(dataDir, [
      { title: 'Old', trashed: before },
      { title: 'Young', trashed: lately },
      { title: 'Kept' },
    ]);
    const waited = { [old]: { trashed: before, ms: 30 * DAY }, [young]: { trashed: lately, ms: 5 * DAY } };
    writeFileSync(path.join(dataDir, 'trash.json'), JSON.stringify({ schema: 1, looked: ago(1), waited }));
    const { page } = await launch();
    const desk = new Desk(page);
    await expect(desk.message('1 note was in the trash for 30 days and was deleted.')).toBeVisible();
    await desk.library.getByRole('button', { name: 'Trash', exact: true }).click();
    await expect(desk.list.getByRole('option')).toHaveCount(1);
    await expect(desk.row('Young')).toBeVisible();
  });
});

test.describe('a tag of the whole library', () => {
  test('is renamed in the tree, becomes one with another, and that is undone', async ({
    dataDir,
    launch,
  }) => {
    writeLibrary(dataDir, notes);
    const { page } = await launch();
    const desk = new Desk(page);
    const item = (name: string) => desk.library.getByRole('treeitem', { name, exact: true });
    await item('trade').click();
    await expect(desk.list.getByRole('option')).toHaveCount(3);
    await page.keyboard.press('F2');
    const dialog = page.getByRole('dialog', { name: 'Rename tag' });
    await expect(dialog.getByText('Changes 3 notes')).toBeVisible();
    await expect(dialog.getByRole('textbox', { name: 'New name' })).toHaveValue('trade');
    await expectNoAxeViolations(page);
    await dialog.getByRole('textbox', { name: 'New name' }).fill('rail');
    await page.keyboard.press('Enter');
    await expect(desk.message('trade is now rail, in 3 notes.')).toBeVisible();
    await expect(item('rail')).toHaveText('rail3');
    await expect(item('rail/exports')).toBeVisible();
    await expect(item('trade')).toHaveCount(0);
    // The list goes along, and so does the focus.
    await expect(item('rail')).toHaveAttribute('aria-selected', 'true');
    await expect(item('rail')).toBeFocused();
    await expect(desk.list.getByRole('option')).toHaveCount(3);
    await page.keyboard.press('Control+z');
    await expect(desk.message('Undone: New name of a tag, 3 notes.')).toBeVisible();
    await expect(item('trade')).toHaveText('trade3');
    await expect(item('rail')).toHaveText('rail1');
  });

  test('is removed when that was asked', async ({ dataDir, launch }) => {
    writeLibrary(dataDir, notes);
    const { page } = await launch();
    const desk = new Desk(page);
    const item = (name: string) => desk.library.getByRole('treeitem', { name, exact: true });
    await item('trade').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Remove…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Remove the tag trade?' });
    await expect(dialog.getByText('3 notes lose it')).toBeVisible();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await expect(desk.message('trade is removed from 3 notes.')).toBeVisible();
    await expect(desk.library.getByRole('treeitem')).toHaveText(['rail1']);
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`selected notes, the trash and the menus have no accessibility violation (${theme})`, async ({
    dataDir,
    launch,
  }) => {
    test.slow();
    writeLibrary(dataDir, [...notes, { title: 'Old', trashed: ago(2) }]);
    const { page } = await launch({ theme });
    const desk = new Desk(page);
    await desk.button('Sort notes').click();
    await expectNoAxeViolations(page);
    await page.keyboard.press('Escape');
    await desk.selectAll();
    await expect(desk.selection(4)).toBeVisible();
    await expectNoAxeViolations(page);
    await desk.row('Zinc').click({ button: 'right' });
    await expect(page.getByRole('menu', { name: 'Note' })).toBeVisible();
    await expectNoAxeViolations(page);
    await page.keyboard.press('Escape');
    await desk.library.getByRole('button', { name: 'Trash', exact: true }).click();
    await expect(desk.row('Old')).toBeVisible();
    await expectNoAxeViolations(page);
  });
}
