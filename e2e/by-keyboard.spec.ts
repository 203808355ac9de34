import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { answerSaveDialog, expect, resizeWindow, test } from './fixtures';
import { type NoteParts, writeLibrary } from './launch/library';
import { Desk } from './pages/desk';

const TEXT = `MINSK grew. In spring, exports rose by a fifth of what they had been.

In autumn, exports rose by a fifth of what they had been. The end.`;
const PLAIN = TEXT.replace('\n\n', '\n');

const note = (annotations: NoteParts['annotations'] = []): NoteParts => ({
  title: 'Growth',
  text: TEXT,
  annotations,
});

const on = (words: string): { start: number; end: number } => {
  const start = PLAIN.indexOf(words);
  return { start, end: start + words.length };
};

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Presses Tab until an element has the focus: it is in the order of the window. */
async function tabTo(page: Page, element: Locator, key = 'Tab'): Promise<void> {
  await expect(element).toBeVisible();
  for (let times = 0; times < 60; times += 1) {
    if (await element.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(element).toBeFocused();
}

const articleOf = (card: Locator): Locator => card.getByRole('article');
const commentOf = (desk: Desk): Locator => desk.margin.getByRole('textbox', { name: 'Comment' });

test('from the list to the text, and five passages in five kinds, each with a comment', async ({
  launch,
  dataDir,
}) => {
  writeLibrary(dataDir, [note(), { title: 'Other', day: '2025-01-01' }]);
  const { page } = await launch();
  const desk = new Desk(page);
  await expect(desk.note('Growth')).toBeVisible();
  await press(page, 'Control+Shift+f');
  await expect(desk.search).toBeFocused();
  await tabTo(page, desk.row('Growth'));
  await press(page, 'ArrowDown');
  await expect(desk.row('Other')).toBeFocused();
  await expect(desk.note('Other')).toBeVisible();
  await press(page, 'ArrowUp');
  await expect(desk.note('Growth')).toBeVisible();
  await tabTo(page, desk.text);

  const kinds = ['Key fact', 'Question', 'Action', 'Risk', 'Remark'];
  for (const [index, kind] of kinds.entries()) {
    // The caret goes on behind the last passage.
    await press(page, 'Control+Shift+ArrowRight');
    await expect(desk.toolbar).toBeVisible();
    await press(page, `Control+Alt+${index + 1}`);
    await expect(commentOf(desk)).toBeFocused();
    await page.keyboard.type(`On ${kind}`);
    await press(page, 'Control+Enter');
    const card = desk.card(`On ${kind}`);
    await expect(articleOf(card)).toBeFocused();
    await expect(articleOf(card)).toHaveAccessibleName(new RegExp(`^${kind}: `));
    await press(page, 'Escape');
    await expect(desk.text.locator('mark:focus')).toHaveCount(1);
  }
  await expect(desk.marks()).toHaveText(['MINSK', 'grew', '.', 'In', 'spring']);
});

test('a card is edited, resolved, answered and deleted, and the focus stays with the cards', async ({
  launch,
  dataDir,
}) => {
  writeLibrary(dataDir, [
    note([
      { ...on('MINSK'), comment: 'First' },
      { ...on('spring'), comment: 'Second' },
      { ...on('The end'), comment: 'Third' },
    ]),
  ]);
  const { page } = await launch();
  const desk = new Desk(page);
  const [first, second, third] = [desk.card('First'), desk.card('Second'), desk.card('Third')];
  await expect(third).toBeVisible();
  await press(page, 'F8');
  await expect(articleOf(first)).toBeFocused();
  await tabTo(page, first.getByRole('button', { name: 'Edit comment' }));
  await press(page, 'Enter');
  await expect(commentOf(desk)).toBeFocused();
  await page.keyboard.type(', with more');
  await press(page, 'Control+Enter');
  await expect(articleOf(first)).toBeFocused();
  await expect(first).toContainText('First, with more');

  await tabTo(page, first.getByRole('button', { name: 'Resolve' }));
  await press(page, 'Enter');
  await expect(first.getByRole('button', { name: 'Reopen' })).toBeFocused();
  await tabTo(page, first.getByRole('button', { name: 'Reply' }));
  await press(page, 'Enter');
  await expect(desk.replyField).toBeFocused();
  await page.keyboard.type('Answered');
  await press(page, 'Control+Enter');
  await expect(articleOf(first)).toBeFocused();
  await expect(desk.replies(first)).toContainText('Answered');

  await press(page, 'F8');
  await expect(articleOf(second)).toBeFocused();
  await tabTo(page, second.getByRole('button', { name: 'Delete annotation' }));
  await press(page, 'Enter');
  await expect(second).toBeHidden();
  await expect(articleOf(third)).toBeFocused();
  await press(page, 'Control+z');
  await expect(articleOf(second)).toBeFocused();

  // After the last one comes the one before it, and without a card the text.
  for (const [deleted, next] of [
    [second, articleOf(third)],
    [third, articleOf(first)],
    [first, desk.text],
  ] as const) {
    await tabTo(page, deleted.getByRole('button', { name: 'Delete annotation' }));
    await press(page, 'Enter');
    await expect(deleted).toBeHidden();
    await expect(next).toBeFocused();
  }
  await press(page, 'Control+Shift+ArrowRight');
  await expect(desk.toolbar).toBeVisible();
  await press(page, 'Control+Alt+1');
  await expect(commentOf(desk)).toBeFocused();
  await press(page, 'Control+Enter');
  await expect(desk.margin.getByRole('article')).toBeFocused();
  await press(page, 'Control+z');
  await expect(desk.margin.getByRole('article')).toHaveCount(0);
  await expect(desk.text).toBeFocused();
});

test('from a card one comes back to its passage, and from there to its ends', async ({ launch, dataDir }) => {
  writeLibrary(dataDir, [note([{ ...on('spring'), comment: 'When' }])]);
  const { page } = await launch();
  const desk = new Desk(page);
  const card = desk.card('When');
  await expect(card).toBeVisible();
  await press(page, 'F8');
  await expect(articleOf(card)).toBeFocused();
  await press(page, 'Escape');
  await expect(desk.marks('spring')).toBeFocused();
  await press(page, 'Enter');
  await expect(articleOf(card)).toBeFocused();

  await desk.runCommand('Move the ends');
  const end = page.getByRole('slider', { name: 'End of the passage' });
  await expect(end).toBeFocused();
  await press(page, 'Control+ArrowRight', 'Escape');
  await expect(articleOf(card)).toBeFocused();
  await expect(articleOf(card)).toHaveAccessibleName('Question: spring');
  await desk.runCommand('Move the ends');
  await expect(end).toBeFocused();
  await press(page, 'Control+ArrowRight', 'Enter');
  await expect(articleOf(card)).toBeFocused();
  await expect(articleOf(card)).toHaveAccessibleName('Question: spring, exports');
  await press(page, 'Control+z');
  await expect(articleOf(card)).toHaveAccessibleName('Question: spring');
  await expect(articleOf(card)).toBeFocused();
});

test('a passage is quoted, becomes a tag, is looked for, and the focus is where each goes on', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await desk.text.focus();
  await press(page, 'Control+Shift+ArrowRight');
  await expect(desk.toolbar).toBeVisible();
  await press(page, 'Control+Shift+c');
  await expect(desk.message('Copied, with its source.')).toBeVisible();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^“MINSK”\n— BelTA/);
  await expect(desk.text).toBeFocused();

  await desk.runCommand('Tag from selection');
  await expect(desk.tagField).toBeFocused();
  await expect(desk.tagField).toHaveValue('MINSK');
  await press(page, 'Enter');
  await expect(desk.tags.getByText('MINSK', { exact: true })).toBeVisible();
  await expect(desk.tagField).toBeFocused();
  await tabTo(page, desk.text);

  await press(page, 'Control+Shift+ArrowRight');
  await expect(desk.toolbar).toBeVisible();
  await desk.runCommand('Search the library');
  await expect(desk.search).toBeFocused();
  await expect(desk.search).toHaveValue(/\w/);
  await press(page, 'Escape');
  await expect(desk.search).toHaveValue('');

  // One key marks a passage without a comment, and the caret goes on behind it.
  await tabTo(page, desk.text);
  await press(page, 'Control+Shift+ArrowRight');
  await expect(desk.toolbar).toBeVisible();
  await press(page, 'h');
  await expect(desk.marks()).toHaveCount(1);
  await expect(desk.text).toBeFocused();
  await press(page, 'Control+Shift+ArrowRight');
  await expect(desk.toolbar).toBeVisible();
  await press(page, 'h');
  await expect(desk.marks()).toHaveCount(2);
});

test('one of several passages is chosen, and a lost annotation is linked again', async ({
  launch,
  dataDir,
}) => {
  writeLibrary(dataDir, [
    note([
      { ...on('exports rose by a fifth'), comment: 'Which one', state: 'ambiguous', bare: true },
      { ...on('The end'), comment: 'Lost', state: 'orphan' },
    ]),
  ]);
  const { page } = await launch();
  const desk = new Desk(page);
  const card = desk.card('Which one');
  const choices = card.getByRole('list', { name: 'Several passages have these words.' }).getByRole('button');
  await expect(choices).toHaveCount(2);
  await press(page, 'F8');
  await expect(articleOf(card)).toBeFocused();
  await tabTo(page, choices.nth(1));
  await press(page, 'Enter');
  await expect(desk.marks('exports rose by a fifth')).toHaveCount(1);
  await expect(articleOf(card)).toBeFocused();

  await press(page, 'Escape');
  await expect(desk.marks('exports rose')).toBeFocused();
  await press(page, 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight');
  await expect(desk.toolbar).toBeVisible();
  await press(page, 'l');
  await expect(articleOf(desk.card('Lost'))).toBeFocused();
  await expect(articleOf(desk.card('Lost'))).toHaveAccessibleName(/^Question: of what/);
});

test('annotations are filtered, those of the library gone through, and the briefing exported', async ({
  launch,
  dataDir,
}) => {
  writeLibrary(dataDir, [
    note([
      { ...on('MINSK'), comment: 'First' },
      { ...on('spring'), comment: 'Second', kind: 'risk' },
    ]),
  ]);
  const { app, page } = await launch();
  const desk = new Desk(page);
  await expect(desk.card('Second')).toBeVisible();
  await desk.runCommand('Filter annotations');
  await expect(desk.filterButton).toBeFocused();
  await press(page, 'Enter', 'ArrowDown', 'Space', 'Escape');
  await expect(desk.filterButton).toBeFocused();
  await expect(desk.margin.getByRole('listitem')).toHaveCount(1);
  await press(page, 'F8');
  await expect(articleOf(desk.card('Second'))).toBeFocused();

  await press(page, 'Control+Shift+a');
  const all = page.getByRole('dialog', { name: 'All annotations' });
  await expect(all.getByRole('searchbox', { name: 'Search annotations' })).toBeFocused();
  await press(page, 'Escape');
  await expect(articleOf(desk.card('Second'))).toBeFocused();
  await press(page, 'Control+Shift+a');
  await page.keyboard.type('First');
  await expect(all.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await tabTo(page, all.getByRole('option', { name: /MINSK/ }));
  await press(page, 'Enter');
  await expect(articleOf(desk.card('First'))).toBeFocused();

  await press(page, 'Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toBeVisible();
  const file = path.join(dataDir, '..', 'out.pdf');
  await answerSaveDialog(app, file);
  await tabTo(page, dialog.getByRole('button', { name: 'Save as…' }));
  await press(page, 'Enter');
  await expect(desk.message('Saved “out.pdf”')).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(articleOf(desk.card('First'))).toBeFocused();
});

test('in a narrow window the drawer opens for a card, and closing it gives the focus back', async ({
  launch,
  dataDir,
}) => {
  writeLibrary(dataDir, [note([{ ...on('MINSK'), comment: 'First' }])]);
  const { app, page } = await launch();
  const desk = new Desk(page);
  await expect(desk.note('Growth')).toBeVisible();
  await resizeWindow(app, 720, 600);
  await desk.text.focus();
  await press(page, 'F8');
  await expect(articleOf(desk.card('First'))).toBeFocused();
  await expect(desk.card('First')).toBeInViewport();
  await desk.runCommand('Move the ends');
  await expect(page.getByRole('slider', { name: 'End of the passage' })).toBeFocused();
  await expect(desk.margin).toBeHidden();
  await press(page, 'Escape');
  await expect(articleOf(desk.card('First'))).toBeFocused();
  await press(page, 'Escape');
  await expect(desk.button('Show annotations')).toBeFocused();
  await expect(desk.margin).toBeHidden();
});
