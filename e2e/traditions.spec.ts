import path from 'node:path';
import { answerSaveDialog, expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { exportDialog } from './pages/exporting';

test('a briefing note is arranged as a country’s offices write theirs, and their language is offered', async ({
  app,
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  await desk.annotate('grain drying complexes', 'Action', 'Draft the line');
  await desk.button('Export').click();
  const dialog = exportDialog(page);
  const pages = dialog.getByRole('region', { name: 'Preview' });
  const structure = dialog.getByLabel('Structure');

  await structure.selectOption({ label: 'United Kingdom: submission' });
  await expect(pages.getByText('It is recommended to:')).toBeAttached();
  await expect(pages.getByText(/Do not agree/)).toBeAttached();

  await structure.selectOption({ label: 'Russia: analytical note' });
  await dialog.getByRole('button', { name: 'Use Russian' }).click();
  await expect(pages.getByText('АНАЛИТИЧЕСКАЯ ЗАПИСКА')).toBeAttached();
  await expect(dialog.getByText('Its offices write in')).toBeHidden();

  await dialog.getByLabel('Prepared by, telephone').fill('I. Ivanov, 222-33-44');
  await expect(pages.getByText('I. Ivanov, 222-33-44')).toBeAttached();
  await structure.selectOption({ label: 'United Kingdom: submission' });
  await expect(dialog.getByLabel('Prepared by, telephone')).toBeHidden();
  await dialog.getByLabel('Presentation').fill('Low interest is expected.');
  await expect(pages.getByText('Low interest is expected.')).toBeAttached();

  // Other layouts have no tradition.
  await dialog.getByRole('radio', { name: 'Digest' }).check();
  await expect(structure).toBeHidden();
  await dialog.getByRole('radio', { name: 'Briefing note' }).check();

  // Both are there when it is exported again: the one for every note, the other for this one.
  await answerSaveDialog(app, path.join(dataDir, '..', 'a.pdf'));
  await dialog.getByRole('button', { name: 'Save as…' }).click();
  await expect(desk.message('Saved “a.pdf”')).toBeVisible({ timeout: 30_000 });
  await desk.button('Export').click();
  await expect(dialog.getByLabel('Presentation')).toHaveValue('Low interest is expected.');
  await structure.selectOption({ label: 'Belarus: analytical note' });
  await expect(dialog.getByLabel('Prepared by, telephone')).toHaveValue('I. Ivanov, 222-33-44');
});
