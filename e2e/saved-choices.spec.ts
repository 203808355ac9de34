import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { exportDialog } from './pages/exporting';

test('choices are saved under a name, chosen again, renamed and deleted, also after a new start', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.button('Export').click();
  const dialog = exportDialog(page);
  const saved = dialog.getByLabel('Saved choices');
  const menu = dialog.getByRole('button', { name: 'Save, rename, delete' });
  const item = (name: string) => dialog.getByRole('menuitem', { name });

  await dialog.getByLabel('Structure').selectOption({ label: 'United Kingdom: submission' });
  await dialog.getByLabel('Marking').fill('OFFICIAL');
  await menu.click();
  await item('Save these choices…').click();
  await dialog.getByLabel('Name', { exact: true }).fill('For London');
  await page.keyboard.press('Enter');
  await expect(saved).toHaveValue('For London');

  await dialog.getByLabel('Marking').fill('SECRET');
  await expect(saved).toHaveValue('');
  await saved.selectOption('For London');
  await expect(dialog.getByLabel('Marking')).toHaveValue('OFFICIAL');

  await menu.click();
  await item('Rename “For London”…').click();
  await dialog.getByLabel('Name', { exact: true }).fill('Submission');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(saved).toHaveValue('Submission');

  // A second one under the same name asks to replace the first.
  await dialog.getByLabel('Marking').fill('SECRET');
  await menu.click();
  await item('Save these choices…').click();
  await dialog.getByLabel('Name', { exact: true }).fill('submission');
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(saved).toHaveValue('submission');

  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.reload();
  await desk.button('Export').click();
  await saved.selectOption('submission');
  await expect(dialog.getByLabel('Marking')).toHaveValue('SECRET');
  await menu.click();
  await item('Delete “submission”').click();
  await expect(saved).toHaveValue('');
  await desk.message('Deleted the choices “submission”').getByRole('button', { name: 'Undo' }).click();
  await expect(saved).toHaveValue('submission');
});
