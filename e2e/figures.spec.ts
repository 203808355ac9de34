import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, resizeWindow, setTheme, test } from './fixtures';
import { Desk } from './pages/desk';

const ROSE = 'Belarusian exports to the Russian region rose 21%';
const AGREEMENTS = 'There are 18 direct inter-university agreements';

/** The words of the text that are pointed out. */
const pointedOut = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('pointed-out') ?? [])]
      .map((range) => (range instanceof Range ? range.toString() : ''))
      .join(),
  );

test('each figure of a comment says whether the text has it, and leads there', async ({ page }) => {
  const desk = new Desk(page);
  const card = await desk.annotate(ROSE, 'Key fact', 'Exports up **12 %**, not 21 %, and not 35 as in 2025');
  const figures = card.getByRole('group', { name: 'Figures in this comment' });
  await expect(figures.getByRole('paragraph')).toHaveText([
    '“12 %” is not in the text',
    '21 % in the passage',
    '“35” is not in the text',
    '2025 in the text',
  ]);
  await figures.getByRole('button', { name: '“2025” is in the text' }).click();
  await expect.poll(() => pointedOut(page)).toBe('2025');
  await page.keyboard.press('Shift');
  await expect.poll(() => pointedOut(page)).toBe('');
});

test('a figure that differs is told with what the passage says, and again once it is mended', async ({
  page,
}) => {
  const desk = new Desk(page);
  const card = await desk.annotate(ROSE, 'Key fact', 'Exports up 12 %');
  const mark = card.getByRole('button', { name: '“12 %” – the passage says rose 21%' });
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => pointedOut(page)).toBe('21%');

  await card.getByRole('button', { name: 'Edit comment' }).click();
  await desk.margin.getByRole('textbox', { name: 'Comment' }).fill('Exports up 21 per cent');
  await desk.margin.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(card.getByRole('button', { name: '“21 per cent” is in the passage' })).toBeVisible();

  await desk.edit(async () => {
    const text = (await desk.editor.textContent()) ?? '';
    await desk.editor.fill(text.replace('rose 21%', 'rose 22%'));
  });
  // It shows the words of its passage that are others now, no longer its quote.
  const changed = desk.card('Exports up 21 per cent');
  const differs = changed.getByRole('button', { name: '“21 per cent” – the passage says rose 22%' });
  await expect(differs).toBeVisible();

  // A card whose passage has only moved leads to where it is now.
  await desk.edit(async () => {
    await desk.editor.press('Control+Home');
    await page.keyboard.type('Forty-four words more, and 7 % of them new.');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
  });
  await differs.click();
  await expect.poll(() => pointedOut(page)).toBe('22%');
});

test('before an export the figures to look at are listed, and nothing is held up', async ({ page }) => {
  const desk = new Desk(page);
  await desk.annotate(ROSE, 'Key fact', 'Up 12 %');
  await desk.annotate(AGREEMENTS, 'Remark', '81 agreements, among them 18 that are new');
  await desk.title.fill('Vologda: exports up 22 %');
  await desk.title.blur();
  await desk.saved();
  await desk.button('Export').click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const summary = dialog.getByText('Figures check: 3 to look at');
  await expect(summary).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save as…' })).toBeEnabled();
  await summary.click();
  await expect(dialog.getByRole('listitem')).toHaveCount(3);
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: '“12 %”' }).click();
  await expect(dialog).toBeHidden();
  await expect(desk.margin.getByRole('article', { name: `Key fact: ${ROSE}` })).toBeFocused();

  await desk.button('Export').click();
  await dialog.getByText('Figures check: 3 to look at').click();
  await dialog.getByRole('button', { name: '“22 %”' }).click();
  await expect(desk.title).toBeFocused();
});

test.describe('a note in Russian', () => {
  const file = 'wire.txt';
  test('is read in its own forms of numbers', async ({ launch, dataDir }) => {
    const wire = path.join(dataDir, '..', file);
    await writeFile(
      wire,
      'МИНСК, 30 января. Товарооборот вырос на 8,2 % и составил 1 000,5 млн рублей.\n\nПодписано восемнадцать договоров.\n',
    );
    const { page } = await launch({ args: ['--empty', wire] });
    const desk = new Desk(page);
    const card = await desk.annotate(
      'Товарооборот вырос на 8,2',
      'Question',
      '8.2 per cent; 1,0005 млрд рублей; 19 договоров',
    );
    await expect(
      card.getByRole('group', { name: 'Figures in this comment' }).getByRole('paragraph'),
    ).toHaveText([
      '8.2 per cent in the passage',
      '1,0005 млрд рублей in the sentence',
      '“19” is not in the text',
    ]);
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`marks of figures have no accessibility violation, also in a drawer (${theme})`, async ({
    launch,
  }) => {
    const { app, page } = await launch({ theme });
    const desk = new Desk(page);
    await desk.annotate(AGREEMENTS, 'Remark', '81 agreements, 18 are signed');
    await desk.annotate(ROSE, 'Key fact', 'Exports up 12 %, trade up 8 % in 2024');
    await expect(desk.margin.getByText('“12 %” – the passage says rose 21%')).toBeVisible();
    await setTheme(app, theme);
    await expectNoAxeViolations(page);
    await resizeWindow(app, 900, 640);
    await expectNoAxeViolations(page);
    await desk.margin.getByRole('button', { name: '“8 %”' }).click();
    await expect.poll(() => pointedOut(page)).toBe('8%');
    await expect(desk.text).toBeFocused();
  });
}
