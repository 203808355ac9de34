import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, expectNoAxeViolations, test } from './fixtures';
import { killApp } from './launch/faults';
import { Desk } from './pages/desk';
import { exportTo } from './pages/exporting';

const FACT = 'Belarusian exports to the Russian region rose 21%';
const PLANS = 'resume supplies of logging machines';

test('an annotation is answered with the keyboard, and the focus comes back to its card', async ({
  page,
}) => {
  const desk = new Desk(page);
  const card = await desk.annotate(FACT, 'Question', 'Since when?');
  const article = card.getByRole('article');
  await expect(article).toBeFocused();
  await desk.runCommand('Reply to annotation');
  await expect(desk.replyField).toBeFocused();
  await expect(card.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await page.keyboard.type('Since **January**, see #trade/exports');
  await page.keyboard.press('Control+Enter');
  await expect(article).toBeFocused();
  await expect(desk.replies(card)).toHaveCount(1);
  await expect(desk.replies(card)).toContainText('Since January, see #trade/exports');
  await expect(desk.margin.getByRole('listitem')).toHaveCount(1);

  await card.getByRole('button', { name: 'Reply', exact: true }).press('Enter');
  await expect(desk.replyField).toBeFocused();
  await page.keyboard.type('Given up');
  await page.keyboard.press('Escape');
  await expect(article).toBeFocused();
  await expect(desk.replies(card)).toHaveCount(1);
  await expect(card).not.toContainText('Given up');
});

test('replies are signed, edited and deleted; each can be undone by its name', async ({ page }) => {
  const desk = new Desk(page);
  await page.keyboard.press('Control+,');
  await page.getByRole('textbox', { name: 'Your name' }).fill('B. Reader');
  await page.keyboard.press('Escape');
  const card = await desk.annotate(FACT, 'Question', 'Since when?');
  await desk.reply(card, 'Since January');
  await expect(card.getByRole('group', { name: 'Reply: B. Reader' })).toBeVisible();
  await desk.reply(card, 'As the table says');
  await expect(desk.replies(card)).toHaveCount(2);

  const first = desk.replies(card).first();
  await first.getByRole('button', { name: 'Edit reply' }).click();
  await expect(desk.replyField).toHaveValue('Since January');
  await desk.replyField.fill('Since February');
  await card.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(first).toContainText('Since February');
  await expect(card.getByRole('article')).toBeFocused();

  await first.getByRole('button', { name: 'Delete reply' }).click();
  await expect(desk.replies(card)).toHaveCount(1);
  await expect(card.getByRole('article')).toBeFocused();
  for (const [undone, words] of [
    ['Deletion of reply', 'Since February'],
    ['Change of reply', 'Since January'],
  ] as const) {
    await page.keyboard.press('Control+z');
    await expect(desk.message(`Undone: ${undone}`)).toBeVisible();
    await expect(card).toContainText(words);
  }
  await page.keyboard.press('Control+z');
  await expect(desk.message('Undone: Reply,')).toBeVisible();
  await expect(desk.replies(card)).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(desk.replies(card)).toHaveCount(2);
});

test('a reply that is being written is kept when the person goes elsewhere, once', async ({ page }) => {
  const desk = new Desk(page);
  const card = await desk.annotate(FACT, 'Question', 'Since when?');
  const other = await desk.annotate(PLANS, 'Remark', 'Which ones?');
  await card.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(desk.replyField).toBeFocused();
  await page.keyboard.type('Not yet saved');
  await other.getByRole('button', { name: 'Edit comment' }).click();
  await expect(desk.replies(card)).toHaveCount(1);
  await expect(desk.replies(card)).toContainText('Not yet saved');
  await card.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(desk.replyField).toBeFocused();
  await page.keyboard.type('Nor this');
  await desk.newNote();
  await desk.row(/^Belarus/).click();
  await expect(desk.replies(card)).toHaveCount(2);
  await desk.saved();
});

test('a reply that was being written is offered after a kill', async ({ running, launch, dataDir }) => {
  const desk = new Desk(running.page);
  const card = await desk.annotate(FACT, 'Question', 'Since when?');
  await desk.saved();
  await card.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(desk.replyField).toBeFocused();
  await running.page.keyboard.type('Half a thought');
  const drafts = path.join(dataDir, 'drafts.json');
  await expect.poll(() => readText(drafts)).toContain('Half a thought');
  await killApp(running);
  const { page } = await launch();
  const again = new Desk(page);
  await expect(again.replyField).toHaveValue('Half a thought');
  await again.card(FACT).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(again.replies(again.card(FACT))).toContainText('Half a thought');
  await expect.poll(() => readText(drafts)).not.toContain('Half a thought');
});

test('replies are found, listed, and leave with their annotation', async ({ app, page, dataDir }) => {
  const desk = new Desk(page);
  const card = await desk.annotate(FACT, 'Question', 'Since when?');
  await desk.reply(card, 'The committee’s table has quarters');
  await desk.saved();
  await desk.search.fill('quarters');
  await expect(desk.list.getByRole('option')).toHaveCount(1);
  await desk.search.fill('');
  await page.keyboard.press('Control+Shift+A');
  const all = page.getByRole('dialog', { name: 'All annotations' });
  await all.getByRole('searchbox', { name: 'Search annotations' }).fill('quarters');
  await expect(all.getByRole('listbox').getByRole('option')).toContainText('1 reply');
  await all.getByRole('listbox').getByRole('option').click();
  await expect(all).toBeHidden();

  const file = path.join(dataDir, '..', 'out.jsonld');
  await exportTo(desk, app, file, { Format: 'Web annotations' });
  const { first } = JSON.parse(readFileSync(file, 'utf8'));
  expect(first.items).toMatchObject([{ motivation: 'commenting' }, { motivation: 'replying' }]);
  expect(first.items[1].target).toBe(first.items[0].id);
});

for (const theme of ['light', 'dark'] as const) {
  test(`replies have no accessibility violation (${theme})`, async ({ launch }) => {
    const { page } = await launch({ theme });
    const desk = new Desk(page);
    const card = await desk.annotate(FACT, 'Question', 'Since when?');
    await desk.reply(card, 'Since **January**\n\n- as the table says');
    await expectNoAxeViolations(page);
    await card.getByRole('button', { name: 'Reply', exact: true }).click();
    await expect(desk.replyField).toBeFocused();
    await expectNoAxeViolations(page);
  });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
