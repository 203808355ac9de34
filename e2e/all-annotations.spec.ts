import { expect, expectNoAxeViolations, setTheme, test } from './fixtures';
import { Desk } from './pages/desk';

test('the annotations of the whole library are listed, narrowed down, and lead to their passages', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await desk.annotate('rose 21%', 'Key fact', 'Compare with 2023.');
  await desk.annotate('resume supplies of logging machines', 'Question', 'Which ones?');
  const resolved = await desk.annotate('18 direct inter-university agreements', 'Remark', 'Fewer before.');
  await resolved.getByRole('button', { name: 'Resolve' }).click();
  await desk.newNote();

  await page.keyboard.press('Control+Shift+A');
  await expect(page.getByRole('searchbox', { name: 'Search annotations' })).toBeFocused();
  const dialog = page.getByRole('dialog', { name: 'All annotations' });
  const rows = dialog.getByRole('option');
  const listbox = dialog.getByRole('listbox', { name: 'All annotations' });
  await expect(listbox.getByRole('option')).toHaveCount(3);
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(app, theme);
    await expectNoAxeViolations(page);
  }

  await dialog.getByRole('button', { name: 'Question (1)' }).click();
  await expect(listbox.getByRole('option')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Question (1)' }).click();
  await dialog.getByRole('combobox', { name: 'State' }).selectOption('resolved');
  await expect(listbox.getByRole('option', { name: /^Remark: 18 direct/ })).toBeVisible();
  await expect(listbox.getByRole('option')).toHaveCount(1);
  await dialog.getByRole('combobox', { name: 'State' }).selectOption('any');
  await dialog.getByRole('searchbox', { name: 'Search annotations' }).fill('nothing like this');
  await expect(dialog.getByText('No annotation is like this.')).toBeVisible();
  await dialog.getByRole('searchbox', { name: 'Search annotations' }).fill('compare');
  await expect(listbox.getByRole('option')).toHaveCount(1);

  await rows.filter({ hasText: 'rose 21%' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(desk.note(/Vologda/)).toBeVisible();
  await expect(desk.marks('rose 21%')).toBeInViewport();
  await expect(desk.card('Compare with 2023.').getByRole('article')).toBeFocused();
});
