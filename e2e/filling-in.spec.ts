import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answerSaveDialog, expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { exportDialog } from './pages/exporting';

test('what the head of a briefing would say is filled in where it is exported, and is the note’s then', async ({
  app,
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  const file = path.join(dataDir, '..', 'filled.html');
  await answerSaveDialog(app, file);
  await desk.button('Export').click();
  const dialog = exportDialog(page);
  await dialog.getByRole('radio', { name: 'Web page' }).check();
  await dialog.getByText('Not filled in: Reference number').click();
  const head = dialog.getByRole('group', { name: 'Head of the briefing' });
  await head.getByLabel('Reference number').fill('MT-7');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await head.getByLabel('To').fill('The Minister');
  await dialog.getByRole('button', { name: 'Save as…' }).click();
  await expect(desk.message('Saved “filled.html”')).toBeVisible({ timeout: 30_000 });
  const html = readFileSync(file, 'utf8');
  expect(html).toContain('MT-7');
  expect(html).toContain('The Minister');
  await desk.button('Export').click();
  await expect(dialog.getByText('Not filled in: From, Date of the briefing')).toBeVisible();
});
