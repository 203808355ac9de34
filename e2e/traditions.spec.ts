import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { exportDialog } from './pages/exporting';

test('a briefing note is arranged as a country’s offices write theirs, and their language is offered', async ({
  page,
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

  // Other layouts have no tradition.
  await dialog.getByRole('radio', { name: 'Digest' }).check();
  await expect(structure).toBeHidden();
});
