import path from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, resizeWindow, setTheme, test } from './fixtures';
import { Desk } from './pages/desk';

const article = path.join(import.meta.dirname, '../fixtures/annotated-article/input.md');
const themes = ['light', 'dark'] as const;

test.use({ appOptions: { args: ['--empty', article] } });

test.beforeEach(async ({ app }) => {
  const chromium = await app.evaluate(() => process.versions.chrome);
  // Another Chromium draws glyphs a little differently.
  test.skip(!chromium?.startsWith('130.'), 'the pictures were made with Chromium 130');
});

test('the window looks as it should: reading, writing, exporting', async ({ app, page }) => {
  const desk = new Desk(page);
  await resizeWindow(app, 1280, 800);
  await expect(desk.note(/^Belarus/)).toBeVisible();
  await page.getByRole('button', { name: 'Close message' }).click();
  await expect(desk.card('Exports to the region')).toBeVisible();
  for (const theme of themes) {
    await setTheme(app, theme);
    await expect(page).toHaveScreenshot(`reading-${theme}.png`);
  }
  await desk.button('Edit').click();
  await expect(desk.editor).toBeVisible();
  for (const theme of themes) {
    await setTheme(app, theme);
    await expect(page).toHaveScreenshot(`writing-${theme}.png`);
  }
  await desk.button('Done').click();
  await desk.button('Export').click();
  await pagesDrawn(page.getByRole('region', { name: 'Preview' }));
  for (const theme of themes) {
    await setTheme(app, theme);
    await expect(page).toHaveScreenshot(`exporting-${theme}.png`);
  }
});

/** Waits until the page in sight, its words and the small pictures of all pages are there. */
async function pagesDrawn(preview: Locator): Promise<void> {
  const first = preview.getByRole('group', { name: /^Page 1 of / });
  await expect(first).toContainText('Key facts');
  const pictures = first.or(preview.getByRole('button', { name: /^Page \d+$/ }));
  const haveCanvas = (all: Element[]): boolean => all.every((each) => each.querySelector('canvas') !== null);
  await expect.poll(() => pictures.evaluateAll(haveCanvas)).toBe(true);
}
