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

test('what the head says can be changed for one export, and the note keeps what it has', async ({
  app,
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  const file = path.join(dataDir, '..', 'changed.html');
  await answerSaveDialog(app, file);
  await desk.button('Export').click();
  const dialog = exportDialog(page);
  await dialog.getByRole('radio', { name: 'Web page' }).check();
  await dialog.getByText('Not filled in: Reference number').click();
  await dialog.getByRole('group', { name: 'Head of the briefing' }).getByLabel('To').fill('The Minister');
  await dialog.getByRole('button', { name: 'Save as…' }).click();
  await expect(desk.message('Saved “changed.html”')).toBeVisible({ timeout: 30_000 });

  await desk.button('Export').click();
  await dialog.getByText('Change for this export: To').click();
  const head = dialog.getByRole('group', { name: 'Head of this export' });
  await expect(head.getByLabel('To')).toHaveValue('The Minister');
  await head.getByLabel('To').fill('The Deputy Minister');
  await dialog.getByRole('radio', { name: 'PDF' }).check();
  await expect(dialog.getByRole('region', { name: 'Preview' }).getByText('The Deputy Minister')).toBeVisible({
    timeout: 30_000,
  });
  await dialog.getByRole('radio', { name: 'Web page' }).check();
  await answerSaveDialog(app, file);
  await dialog.getByRole('button', { name: 'Save as…' }).click();
  await expect.poll(() => readFileSync(file, 'utf8'), { timeout: 30_000 }).toContain('The Deputy Minister');

  await desk.button('Export').click();
  await dialog.getByText('Change for this export: To').click();
  await expect(head.getByLabel('To')).toHaveValue('The Minister');
});
