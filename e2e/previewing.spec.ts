import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { answerOpenDialog, expect, resizeWindow, test } from './fixtures';
import { Desk } from './pages/desk';

const FACT = 'Belarusian exports to the Russian region rose 21%';

/** The export dialog with its pages. */
class ExportView {
  readonly dialog: Locator;
  readonly preview: Locator;
  readonly first: Locator;
  readonly field: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Export' });
    this.preview = this.dialog.getByRole('region', { name: 'Preview' });
    this.first = this.preview.getByRole('group', { name: /^Page 1 of / });
    this.field = this.preview.getByRole('searchbox', { name: 'Find in pages' });
  }

  async open(): Promise<void> {
    await new Desk(this.page).button('Export').click();
    await expect(this.first).toBeVisible({ timeout: 30_000 });
  }

  choose(group: string, name: string): Promise<void> {
    return this.dialog
      .getByRole('radiogroup', { name: group })
      .getByRole('radio', { name, exact: true })
      .check();
  }

  check(name: string): Locator {
    return this.dialog.getByRole('checkbox', { name, exact: true });
  }
}

/** A note of many pages. */
async function importLong(desk: Desk, app: ElectronApplication, dataDir: string, paragraphs: number) {
  const article = path.join(dataDir, '..', 'article.md');
  writeFileSync(article, '# Chapter\n\nWords **and** words. [1](https://example.org)\n\n'.repeat(paragraphs));
  await answerOpenDialog(app, article);
  await desk.button('Import').click();
  await expect(desk.message('Imported')).toBeVisible();
}

test('the pages are shown as they will be, and follow the choices', async ({ page }) => {
  const desk = new Desk(page);
  await desk.annotate(FACT, 'Key fact', 'Up by a fifth');
  await desk.annotate('mulling over the ways', 'Risk', 'Not before spring');
  await desk.card('Not before spring').getByRole('button', { name: 'Resolve' }).click();
  const view = new ExportView(page);
  await view.open();
  await expect(view.first).toContainText('Up by a fifth');
  await expect(view.first).toContainText('Not before spring');
  await view.check('Resolved ones too').uncheck();
  await expect(view.first).not.toContainText('Not before spring');
  await view.check('Key fact').uncheck();
  await expect(view.first).not.toContainText('Up by a fifth');
  await view.check('Key fact').check();
  await expect(view.first).toContainText('Up by a fifth');
  await view.choose('Annotations', 'None');
  await expect(view.first).not.toContainText('Up by a fifth');
  await expect(view.check('Key fact')).toHaveCount(0);
  await view.choose('Layout', 'Annotated article');
  await expect(view.first).toContainText('Up by a fifth');
  await view.dialog.getByLabel('Marking').fill('OFFICIAL-SENSITIVE');
  await expect(view.first).toContainText('OFFICIAL-SENSITIVE');
});

test('every layout is shown, in the language that is chosen', async ({ page }) => {
  const desk = new Desk(page);
  await desk.annotate(FACT, 'Key fact', 'Up by a fifth');
  const view = new ExportView(page);
  await view.open();
  await view.choose('Layout', 'Digest');
  await expect(view.first).toContainText('Digest', { ignoreCase: true });
  await expect(view.first).not.toContainText('Amkodor');
  await view.choose('Words in', 'Русский');
  await expect(view.first).toContainText('Ключевые факты');
  await view.choose('Layout', 'Clean copy');
  await expect(view.first).toContainText('Amkodor');
  await expect(view.first).not.toContainText('Up by a fifth');
  await expect(view.dialog.getByRole('radiogroup', { name: 'Annotations' })).toHaveCount(0);
  await view.check('Cover').check();
  await view.preview.getByRole('button', { name: 'Page 2', exact: true }).click();
  await expect(view.preview.getByRole('group', { name: 'Page 2 of 2' })).toContainText('Amkodor');
});

test('a page on its side is wider than tall, and grows and shrinks with the zoom', async ({ app, page }) => {
  await resizeWindow(app, 1024, 640);
  const view = new ExportView(page);
  await view.open();
  const size = async () => (await view.first.boundingBox()) ?? { width: 0, height: 0 };
  const fitting = await size();
  expect(fitting.height).toBeGreaterThan(fitting.width);
  await view.preview.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(async () => (await size()).width).toBeGreaterThan(fitting.width);
  await view.preview.getByRole('button', { name: 'Fit width' }).click();
  await expect.poll(async () => (await size()).width).toBe(fitting.width);
  await view.preview.getByRole('button', { name: 'Zoom out' }).click();
  await expect.poll(async () => (await size()).width).toBeLessThan(fitting.width);
  await view.choose('Orientation', 'Landscape');
  await expect.poll(async () => (await size()).width > (await size()).height).toBe(true);
  await expect(view.dialog.getByRole('button', { name: 'Save as…' })).toBeInViewport();
});

test('words are found in the pages, and can be selected there', async ({ page }) => {
  const view = new ExportView(page);
  await view.open();
  await page.keyboard.press('Control+f');
  await expect(view.field).toBeFocused();
  await page.keyboard.type('inter-university');
  const count = view.preview.getByRole('status');
  await expect(count).toHaveText('1 of 1');
  await view.field.fill('VOLOGDA');
  await expect(count).toHaveText(/^1 of \d+$/);
  await page.keyboard.press('Enter');
  await expect(count).toHaveText(/^2 of \d+$/);
  await page.keyboard.press('Shift+Enter');
  await view.preview.getByRole('button', { name: 'Previous place' }).click();
  await expect(count).toHaveText(/^(\d+) of \1$/);
  await view.field.fill('no such words');
  await expect(count).toHaveText('Not found');
  await page.keyboard.press('Escape');
  await expect(view.field).toHaveCount(0);
  await expect(view.dialog).toBeVisible();
  await view.first.getByText('Belarus’ main exports').dblclick();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString().trim())).toMatch(/^\p{L}+’?$/u);
});

test('of many pages only those in sight are drawn, and each can be gone to', async ({
  app,
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  await importLong(desk, app, dataDir, 400);
  const view = new ExportView(page);
  await view.open();
  await expect(view.first.getByText('Chapter').first()).toBeAttached();
  const sheets = view.preview.getByRole('group', { name: /^Page \d+ of / });
  expect(await sheets.count()).toBeGreaterThan(10);
  expect(await sheets.getByText('Chapter').count()).toBeLessThan(200);
  const list = view.preview.getByRole('list', { name: 'Pages' });
  await list.getByRole('button', { name: 'Page 9', exact: true }).click();
  await expect(view.preview.getByText(/^Page 9 of \d+$/).first()).toBeVisible();
  await expect(sheets.nth(8)).toBeInViewport();
  await expect(sheets.nth(8).getByText('Chapter').first()).toBeAttached();
  await expect(view.first.getByText('Chapter')).toHaveCount(0);
  await expect(list.getByRole('button', { name: 'Page 9', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('why pages could not be set is said in their place, and another choice tries again', async ({
  app,
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  const view = new ExportView(page);
  await view.open();
  await page.keyboard.press('Escape');
  await importLong(desk, app, dataDir, 2500);
  await desk.button('Export').click();
  await expect(view.preview).toHaveAttribute('aria-busy', 'true');
  await app.evaluate(({ app: electron }) => {
    const setting = electron.getAppMetrics().find(({ name }) => name === 'Briefing Desk typesetting');
    if (setting) process.kill(setting.pid, 'SIGKILL');
  });
  await expect(view.preview.getByRole('alert')).toContainText('the typesetter ended');
  await expect(view.first).toHaveCount(0);
  await view.choose('Paper', 'Letter');
  await expect(view.first).toBeVisible({ timeout: 30_000 });
  await view.choose('Format', 'Markdown');
  await expect(view.preview).toHaveCount(0);
  await expect(view.dialog.getByText('This format has no pages to show.')).toBeVisible();
});
