import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { answerOpenDialog, expect, expectNoAxeViolations, test } from './fixtures';
import { Desk } from './pages/desk';
import { exportTo } from './pages/exporting';

const fixture = (name: string): string => path.join(import.meta.dirname, '../fixtures/interchange', name);
const ARTICLE = path.join(import.meta.dirname, '../fixtures/vologda-trade/input.txt');
const FACT = 'Belarusian exports to the Russian region rose 21%';

test.use({ appOptions: { args: ['--empty', ARTICLE] } });

/** The window shows the article. */
const article = (desk: Desk): Promise<void> => expect(desk.text).toContainText(FACT);

/** By keyboard alone, from the palette. */
async function importByPalette(desk: Desk, app: ElectronApplication, file: string): Promise<void> {
  await answerOpenDialog(app, file);
  await desk.page.keyboard.press('Control+k');
  await desk.page.getByRole('combobox', { name: 'Command palette' }).fill('import ann');
  await desk.page.keyboard.press('Enter');
}

test('annotations of Hypothesis find their passages, are reported, undone, and never doubled', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await article(desk);
  await importByPalette(desk, app, fixture('hypothesis-export.json'));
  const report = desk.message('7 annotations imported from “hypothesis-export.json”.');
  for (const line of [
    '2 stand at their passages.',
    '1 stands at a passage with slightly other words; its card shows both.',
    '1 fits several passages',
    '3 have no passage in this text',
  ])
    await expect(report).toContainText(line);

  await expect(desk.marks(FACT)).toHaveText(FACT);
  const fact = desk.card(FACT);
  await expect(fact).toContainText('Key fact');
  await expect(fact).toContainText('Anna Ivanova');
  await expect(fact.getByRole('group', { name: 'Reply: petrov, 3 Feb 2025' })).toContainText(
    'Is this before',
  );
  await fact.click();
  await expect(fact.getByRole('listitem').filter({ hasText: 'of November' })).toBeVisible();
  await expect(desk.marks('resume supplies of logging machines')).toHaveCount(1);
  const changed = desk.card('The words have changed');
  await expect(changed.getByRole('definition')).toHaveText([
    'resume removed: the supplies of logging machines',
    'resume supplies of logging machines',
  ]);
  await expect(desk.card('18 direct')).toContainText('<script>alert(1)</script> & *why* so many?');
  const lost = page.getByRole('region', { name: 'Annotations without a passage' });
  await expect(lost).toContainText('A memorandum on dairy supplies was signed by both sides');

  await report.getByRole('button', { name: 'Undo' }).click();
  await expect(desk.margin.getByRole('article')).toHaveCount(0);
  await importByPalette(desk, app, fixture('hypothesis-search.json'));
  await expect(desk.margin.getByRole('article')).toHaveCount(7);
  await importByPalette(desk, app, fixture('hypothesis-export.json'));
  await expect(
    desk.message('“hypothesis-export.json” has no annotation that this note does not have.'),
  ).toContainText('7 were there already and stay as they are.');
  await expect(desk.margin.getByRole('article')).toHaveCount(7);
});

test('a note of Zotero is dropped on the note, where what was typed is saved first', async ({ page }) => {
  const desk = new Desk(page);
  await article(desk);
  await desk.button('Edit').click();
  await desk.editor.press('Control+Home');
  await page.keyboard.type('Typed at the last moment. ');
  await desk.drop(fixture('zotero-note.html'), desk.note(/^Belarus/));
  await expect(desk.message('6 annotations imported from “zotero-note.html”.')).toBeVisible();
  await desk.button('Done').click();
  await expect(desk.text).toContainText('Typed at the last moment. ');
  await expect(desk.marks(FACT)).toHaveText(FACT);
  await expect(desk.card(FACT)).toContainText('Compare with 2023 & 2022:');
  await expect(desk.card(FACT)).toContainText('*both* years.');
  await expect(desk.card('elevator equipment')).toContainText('Risk');
  await expect(desk.margin).not.toContainText('alert(1)');
});

test('annotations leave as Web Annotations and come back as they were', async ({ app, page, dataDir }) => {
  const desk = new Desk(page);
  await article(desk);
  const first = await desk.annotate(FACT, 'Key fact', 'Up by a **fifth**');
  await first.getByRole('button', { name: 'Resolve' }).click();
  await desk.annotate('18 direct inter-university agreements', 'Question', 'Since when?');
  const file = path.join(dataDir, '..', 'out.jsonld');
  await exportTo(desk, app, file, { Format: 'Web annotations' });
  const written = JSON.parse(readFileSync(file, 'utf8'));
  expect(written).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', total: 2 });

  for (const quote of [FACT, '18 direct']) {
    await desk.card(quote).hover();
    await desk.card(quote).getByRole('button', { name: 'Delete annotation' }).click();
    await expect(desk.card(quote)).toHaveCount(0);
  }
  await importByPalette(desk, app, file);
  await expect(desk.message('2 annotations imported from “out.jsonld”.')).toContainText(
    '2 stand at their passages.',
  );
  await expect(desk.card(FACT)).toContainText('resolved');
  await expect(desk.card(FACT)).toContainText('Up by a fifth');
  await expect(desk.card('18 direct')).toContainText('Since when?');

  const again = path.join(dataDir, '..', 'again.jsonld');
  await exportTo(desk, app, again);
  expect(JSON.parse(readFileSync(again, 'utf8')).first.items).toEqual(written.first.items);
});

test('a file without annotations is said to be one; a note that is dropped on a note is imported', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await article(desk);
  await importByPalette(desk, app, ARTICLE);
  await expect(page.getByRole('alert').filter({ hasText: 'input.txt' })).toContainText(
    '“input.txt” holds no annotations that can be read. Nothing was changed.',
  );
  await desk.drop(path.join(import.meta.dirname, '../package.json'), desk.note(/^Belarus/));
  await expect(page.getByRole('alert').filter({ hasText: 'package.json' })).toContainText('is not a note');
  await desk.drop(fixture('README.md'), desk.note(/^Belarus/));
  await expect(desk.note('Annotations of others')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`the report and the export have no accessibility violation (${theme})`, async ({ launch }) => {
    const { app, page } = await launch({ theme });
    const desk = new Desk(page);
    await article(desk);
    await importByPalette(desk, app, fixture('hypothesis-export.json'));
    await expect(desk.message('7 annotations imported')).toBeVisible();
    await expectNoAxeViolations(page);
    await desk.button('More').click();
    await expect(page.getByRole('menuitem', { name: 'Import annotations…' })).toBeVisible();
    await expectNoAxeViolations(page);
    await page.keyboard.press('Escape');
    await desk.button('Export').click();
    await page
      .getByRole('dialog', { name: 'Export' })
      .getByRole('radio', { name: 'Web annotations' })
      .check();
    await expectNoAxeViolations(page);
  });
}
