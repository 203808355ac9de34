import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { answerOpenDialog, expect, test } from './fixtures';
import { copiedText } from './launch/clipboard';
import { injectFault, mend } from './launch/faults';
import { Desk } from './pages/desk';

/** A note from elsewhere; the words of its annotation stand in it twice, and nothing tells which are meant. */
const TWICE = `---
title: Twice
annotations:
  - kind: question
    quote: exports rose by a fifth
    start: 900
    end: 923
    prefix: ""
    suffix: ""
    id: 0mwu6eu3o000tyoz95kj
    created: 2026-01-01T00:00:00.000Z
    updated: 2026-01-01T00:00:00.000Z
---

In spring, exports rose by a fifth of what they had been.

In autumn, exports rose by a fifth of what they had been.
`;

const FACT = 'exports to the Russian region rose 21%';

test('a selected passage is marked without a comment with one key', async ({ page }) => {
  const desk = new Desk(page);
  await desk.select(FACT);
  await expect(desk.toolbar).toBeVisible();
  await page.keyboard.press('h');
  await expect(desk.marks(FACT)).toBeVisible();
  await expect(desk.card(FACT).getByRole('article', { name: /^Remark: / })).toBeVisible();
  await expect(desk.margin.getByRole('textbox', { name: 'Comment' })).toHaveCount(0);
});

test('a selected passage is copied as a quotation with its source', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.select(FACT);
  await desk.toolbar.getByRole('button', { name: 'Copy as quotation' }).click();
  await expect(desk.message('Copied, with its source.')).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toBe(`“${FACT}”\n— BelTA, Minsk, 30 January 2025`);
});

test('a passage and a note are copied with their formatting', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.edit(async () =>
    desk.editor.fill('Exports **rose by a [fifth](https://example.org/)** <b>again</b>.'),
  );
  await desk.select('by a fifth');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command palette' }).fill('rich text');
  await page.keyboard.press('Enter');
  await expect(desk.message('The selection is copied with its formatting.')).toBeVisible();
  const passage = await copiedText(app);
  expect(passage.text).toBe('by a fifth');
  expect(passage.html).toMatch(/<strong>by a <a href="https:\/\/example\.org\/"[^>]*>fifth<\/a><\/strong>/);
  expect(passage.html).not.toContain('Exports');

  await page.keyboard.press('Escape');
  await desk.title.click();
  await desk.button('More').click();
  await page.getByRole('menuitem', { name: 'Copy as rich text' }).click();
  await expect(desk.message('The note is copied with its formatting.')).toBeVisible();
  const note = await copiedText(app);
  expect(note.text).toMatch(/^Belarus–Vologda Oblast[\s\S]*BelTA[\s\S]*rose by a fifth <b>again<\/b>\.$/);
  expect(note.html).toContain('<h1>Belarus–Vologda Oblast');
  expect(note.html).toContain('&lt;b&gt;again&lt;/b&gt;');
});

test('the words of a passage become a tag, or what the library is searched for', async ({ page }) => {
  const desk = new Desk(page);
  await desk.select('Vologda Oblast');
  await desk.toolbar.getByRole('button', { name: 'Tag from selection' }).click();
  await expect(desk.tagField).toBeFocused();
  await expect(desk.tagField).toHaveValue('Vologda Oblast');
  await page.keyboard.press('Enter');
  await expect(desk.tags.getByText('Vologda Oblast', { exact: true })).toBeVisible();

  await desk.select('Vologda Oblast');
  await desk.toolbar.getByRole('button', { name: 'Search the library for it' }).click();
  await expect(desk.search).toBeFocused();
  await expect(desk.search).toHaveValue('Vologda Oblast');
  await expect(desk.list.getByRole('option')).toHaveCount(1);
});

test('the end of a passage is drawn elsewhere with the mouse; that can be undone', async ({ page }) => {
  const desk = new Desk(page);
  await desk.annotate('rose 21%', 'Key fact', 'Compare');
  const handle = page.getByRole('slider', { name: 'Beginning of the passage' });
  const to = await desk.placeOf('Belarusian exports to');
  const from = await handle.boundingBox();
  if (!from) throw new Error('the handle is not shown');
  // Its knob stands above the line.
  await page.mouse.move(from.x + from.width / 2, from.y - 3);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await expect(desk.card('Compare')).toContainText('Belarusian exports to the Russian region rose 21%');
  await page.keyboard.press('Control+z');
  await expect(desk.card('Compare').getByRole('article', { name: 'Key fact: rose 21%' })).toBeVisible();
});

test('the ends of a passage are moved with the keyboard alone', async ({ page }) => {
  const desk = new Desk(page);
  await desk.annotate('region rose', 'Key fact', 'Compare');
  await page.getByRole('slider', { name: 'End of the passage' }).focus();
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const card = desk.card('Compare');
  await expect(card.getByRole('article', { name: 'Key fact: region rose 21%' })).toBeVisible();
  await page.getByRole('slider', { name: 'Beginning of the passage' }).focus();
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Escape');
  await expect(card.getByRole('article', { name: 'Key fact: region rose 21%' })).toBeVisible();
});

test('an end that is moved on while its last step is being saved is not put back', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.annotate('region rose', 'Key fact', 'Compare');
  await page.getByRole('slider', { name: 'End of the passage' }).focus();
  await injectFault(app, { call: 'sync', does: 'wait' });
  await page.keyboard.press('Control+ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: /^Saving/ })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await mend(app);
  const card = desk.card('Compare');
  await expect(card.getByRole('article', { name: 'Key fact: region rose 21%' })).toBeVisible();
  await expect(page.getByRole('slider', { name: 'End of the passage' })).toBeFocused();
});

test('of several passages that fit equally, the person chooses the one that is meant', async ({
  app,
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  const file = path.join(dataDir, '..', 'twice.md');
  await writeFile(file, TWICE);
  await answerOpenDialog(app, file);
  await desk.button('Import').click();
  await expect(desk.note('Twice')).toBeVisible();
  const choices = page.getByRole('list', { name: 'Several passages have these words.' });
  await expect(choices.getByRole('listitem')).toHaveCount(2);
  await choices.getByRole('button', { name: /In autumn/ }).click();
  await expect(choices).toHaveCount(0);
  await expect(desk.marks('exports rose by a fifth')).toHaveCount(1);
  await expect(page.getByRole('paragraph').filter({ hasText: 'In autumn' }).locator('role=mark')).toHaveCount(
    1,
  );
});

test('an annotation that lost its passage is linked again with one key', async ({ page }) => {
  const desk = new Desk(page);
  await desk.annotate('rose 21%', 'Key fact', 'Compare');
  await desk.edit(async () => {
    await desk.editor.fill('Exports grew by a fifth.');
  });
  await expect(desk.card('Compare')).toContainText('no longer in the text');
  await desk.select('grew by a fifth');
  await expect(desk.toolbar).toBeVisible();
  await page.keyboard.press('l');
  await expect(
    desk.card('Compare').getByRole('article', { name: 'Key fact: grew by a fifth' }),
  ).toBeVisible();
});

test('a tag that a comment mentions leads to its notes', async ({ page }) => {
  const desk = new Desk(page);
  await desk.addTag('trade/exports');
  await desk.annotate('rose 21%', 'Key fact', 'See #trade/exports.');
  await desk.card('See').getByRole('button', { name: '#trade/exports' }).click();
  await expect(
    desk.library
      .getByRole('treeitem', { name: /^exports/ })
      .or(desk.library.getByRole('treeitem', { name: /^trade\/exports/ }))
      .first(),
  ).toHaveAttribute('aria-selected', 'true');
});
