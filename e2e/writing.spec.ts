import { expect, resizeWindow, test } from './fixtures';
import { injectFault, mend } from './launch/faults';
import { Desk } from './pages/desk';

const FACT = 'Belarusian exports to the Russian region rose 21%';

test('a new note is written, saves itself and is there after a restart', async ({ running, restart }) => {
  const { page } = running;
  const desk = new Desk(page);
  await desk.newNote();
  await page.keyboard.type('Visit to Cherepovets');
  await page.keyboard.press('Enter');
  await expect(desk.editor).toBeFocused();
  await page.keyboard.type('Day one: **arrival**.\n\n- meeting\ntour');
  await desk.saved();
  await desk.button('Done').click();
  await expect(desk.text.getByRole('listitem')).toHaveText(['meeting', 'tour']);
  await expect(desk.row('Visit to Cherepovets')).toHaveAttribute('aria-selected', 'true');
  const again = new Desk((await restart(running)).page);
  await expect(again.title).toHaveValue('Visit to Cherepovets');
  await expect(again.text).toContainText('Day one: arrival.');
});

test('what is typed at once after Ctrl+N, before the note is there, is its title and its text', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await desk.text.focus();
  await injectFault(app, { call: 'sync', does: 'wait' });
  await page.keyboard.press('Control+n');
  await page.keyboard.type('At once');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Its first words');
  await expect(desk.note(/^Belarus/)).toBeVisible();
  await mend(app);
  await expect(desk.title).toHaveValue('At once');
  await expect(desk.editor).toHaveText('Its first words');
  await expect(desk.editor).toBeFocused();
  await page.keyboard.type(' and more');
  await desk.saved();
  await expect(desk.row('At once')).toBeVisible();
  await expect(desk.editor).toHaveText('Its first words and more');
});

test('a note that cannot be made gives the focus back', async ({ page, dataDir }) => {
  const desk = new Desk(page);
  await desk.search.focus();
  const bringBack = desk.breakSaving(dataDir);
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(desk.search).toBeFocused();
  bringBack();
});

test('annotations move with the text around them', async ({ page }) => {
  const desk = new Desk(page);
  await desk.annotate(FACT, 'Key fact', 'Stays');
  await desk.edit(async () => {
    await desk.editor.press('Control+Home');
    await page.keyboard.insertText('A paragraph put before all others.\n\n');
  });
  await expect(desk.marks(FACT)).toHaveText(FACT);
  await expect(desk.card('Stays')).toBeVisible();
});

test('a passage that is deleted leaves an orphan that is shown, and undo brings it back', async ({
  page,
}) => {
  const desk = new Desk(page);
  // The same words stand twice: the annotation must not jump to the others.
  await desk.edit(async () =>
    desk.editor.fill('The plant makes elevator equipment.\n\nAuctions for elevator equipment.'),
  );
  await desk.select('elevator equipment', 2);
  await desk.toolbar.getByRole('button', { name: 'Risk' }).click();
  await expect(desk.margin.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await page.keyboard.type('Which one?');
  await desk.margin.getByRole('button', { name: 'Save', exact: true }).click();
  await desk.edit(async () => {
    await desk.editor.press('Control+End');
    for (const _letter of ' for elevator equipment.') await page.keyboard.press('Backspace');
  });
  await expect(desk.marks()).toHaveCount(0);
  const lost = page.getByRole('region', { name: 'Annotations without a passage' });
  await expect(lost.getByRole('listitem')).toContainText('Which one?');
  await page.keyboard.press('Control+z');
  await expect(desk.marks('elevator equipment')).toBeVisible();
  await expect(desk.text).toContainText('Auctions for elevator equipment.');
  await expect(lost).toBeHidden();
});

test('an orphan is linked again to the passage that is selected', async ({ page }) => {
  const desk = new Desk(page);
  await desk.annotate('mulling over', 'Question', 'Who?');
  await desk.edit(async () => desk.editor.fill('Quite another text, about bridges.'));
  await desk.select('about bridges');
  await desk.card('Who?').hover();
  await desk.card('Who?').getByRole('button', { name: 'Link here' }).click();
  await expect(desk.marks('about bridges')).toBeVisible();
});

test('a note goes to the trash, comes back by undo, and is restored from the trash', async ({ page }) => {
  const desk = new Desk(page);
  const article = /^Belarus/;
  await desk.button('More').click();
  await page.getByRole('menuitem', { name: 'Move to Trash' }).click();
  await expect(desk.row(article)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(desk.row(article)).toBeVisible();
  await page.keyboard.press('Control+Backspace');
  await expect(desk.row(article)).toHaveCount(0);
  await desk.library.getByRole('button', { name: 'Trash' }).click();
  await expect(desk.note(article)).toBeVisible();
  await page.getByRole('button', { name: 'Restore' }).click();
  await desk.library.getByRole('button', { name: 'All notes' }).click();
  await expect(desk.note(article)).toBeVisible();
});

test('pinned and archived notes are found where they belong', async ({ page }) => {
  const desk = new Desk(page);
  const article = /^Belarus/;
  await page.keyboard.press('Control+Shift+p');
  await desk.library.getByRole('button', { name: 'Pinned' }).click();
  await expect(desk.row(article)).toBeVisible();
  await desk.button('More').click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await desk.library.getByRole('button', { name: 'Archive' }).click();
  await expect(desk.row(article)).toBeVisible();
  await desk.library.getByRole('button', { name: 'All notes' }).click();
  await expect(desk.row(article)).toHaveCount(0);
});

test('writing begins where one reads, and reading where one wrote', async ({ app, page }) => {
  const desk = new Desk(page);
  await resizeWindow(app, 1024, 640);
  const last = desk.text.getByText('Days of Belarusian Cinema');
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport();
  await desk.button('Edit').click();
  await expect(desk.editor.getByText('Days of Belarusian Cinema')).toBeInViewport();
  await page.keyboard.press('Control+Enter');
  await expect(last).toBeInViewport();
  await expect(desk.text).toBeFocused();
});

test('a script that runs from right to left does so, written and read', async ({ page }) => {
  const desk = new Desk(page);
  await desk.saved();
  await desk.button('New note').click();
  await page.getByRole('textbox', { name: 'Title' }).fill('مذكرة التجارة');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveCSS('direction', 'rtl');
  await desk.editor.click();
  await page.keyboard.insertText('بلغ حجم التجارة 21% في عام 2024، وفقا لوكالة BelTA.');
  await desk.saved();
  await page.keyboard.press('Control+Enter');
  const text = page.getByRole('document', { name: 'Text' });
  await expect(text).toHaveCSS('direction', 'rtl');
  await expect(text.getByRole('paragraph')).toHaveCSS('direction', 'rtl');
  await expect(text).toHaveAttribute('lang', 'ar');
});

test('a footnote stands below the text, and leads there and back', async ({ page }) => {
  const desk = new Desk(page);
  await desk.saved();
  await desk.button('New note').click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Footnotes');
  await desk.editor.click();
  await page.keyboard.insertText('Exports rose[^1] by 21%.\n\n[^1]: Only goods are counted.');
  await desk.saved();
  await page.keyboard.press('Control+Enter');
  const text = page.getByRole('document', { name: 'Text' });
  const footnotes = text.getByRole('region', { name: 'Footnotes' }).or(text.getByLabel('Footnotes'));
  await expect(footnotes).toContainText('Only goods are counted.');
  const reference = text.getByLabel('Footnote 1', { exact: true });
  await reference.click();
  await expect(text.getByLabel('Back from footnote 1')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(reference).toBeFocused();
  // A passage in a footnote is annotated as any other.
  await desk.annotate('goods are', 'Question', 'Since when?');
  await expect(desk.card('Since when?')).toBeVisible();
  await expect(footnotes.getByText('goods are', { exact: true })).toBeVisible();
});
