import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';

/** What was printed: how the printer was asked, and the same sheets as a PDF. */
interface Printed {
  options: {
    landscape: boolean;
    pageSize: { width: number; height: number };
    margins: { marginType: string };
  };
  pdf: string;
}
type WithPrinted = typeof globalThis & { printed: Printed[] };

/** Stands in the place of the printer. @param failure what it answers; empty: it prints */
async function answerPrinter(app: ElectronApplication, failure = ''): Promise<void> {
  await app.evaluate(({ BrowserWindow }, why) => {
    const shared = globalThis as WithPrinted;
    shared.printed = [];
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('no window');
    const print = async (options: Printed['options'], answer: (done: boolean, why: string) => void) => {
      const inches = (microns: number): number => microns / 25_400;
      const { width, height } = options.pageSize;
      const pdf = await contents.printToPDF({
        printBackground: true,
        landscape: options.landscape,
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        pageSize: { width: inches(width), height: inches(height) },
      });
      shared.printed.push({ options, pdf: pdf.toString('base64') });
      answer(why === '', why);
    };
    Object.assign(contents, { print });
  }, failure);
}

const printed = (app: ElectronApplication): Promise<Printed[]> =>
  app.evaluate(() => (globalThis as WithPrinted).printed);

function infoOf({ pdf }: Printed): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'briefing-desk-print-')), 'printed.pdf');
  writeFileSync(file, Buffer.from(pdf, 'base64'));
  return execFileSync('pdfinfo', [file], { encoding: 'utf8' });
}

test('the pages are printed as they are set, as large as their paper', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.edit(async () =>
    desk.editor.fill('A paragraph of the long text. '.repeat(40).concat('\n\n').repeat(8)),
  );
  await answerPrinter(app);
  await desk.button('Export').click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const last = dialog.getByRole('group', { name: /^Page 1 of \d+$/ });
  await expect(last).toBeVisible({ timeout: 30_000 });
  const count = /of (\d+)$/.exec((await last.getAttribute('aria-label')) ?? '')?.[1];
  await dialog.getByRole('button', { name: 'Print…' }).click();
  await expect(desk.message('Sent to the printer')).toBeVisible({ timeout: 30_000 });
  const [first] = await printed(app);
  if (!first) throw new Error('nothing was printed');
  expect(first.options).toMatchObject({ landscape: false, margins: { marginType: 'none' } });
  expect(first.options.pageSize).toEqual({ width: 210_000, height: 297_000 });
  expect(infoOf(first)).toMatch(new RegExp(`Pages:\\s+${count}\\n`));
  expect(infoOf(first)).toMatch(/Page size:\s+59[45]\.?\d* x 84[12]\.?\d* pts/);
  await dialog
    .getByRole('radiogroup', { name: 'Orientation' })
    .getByRole('radio', { name: 'Landscape' })
    .check();
  await dialog.getByRole('button', { name: 'Print…' }).click();
  await expect.poll(async () => (await printed(app)).length, { timeout: 30_000 }).toBe(2);
  const [, second] = await printed(app);
  if (!second) throw new Error('nothing was printed');
  expect(second.options).toMatchObject({ landscape: true, pageSize: { width: 210_000, height: 297_000 } });
  expect(infoOf(second)).toMatch(/Page size:\s+84[12]\.?\d* x 59[45]\.?\d* pts/);
});

test('Cancel ends the drawing of the sheets, and nothing is printed', async ({ app, page }) => {
  const desk = new Desk(page);
  await answerPrinter(app);
  // Drawing stands still until the person has cancelled.
  await page.evaluate(() => {
    const decode = HTMLImageElement.prototype.decode;
    HTMLImageElement.prototype.decode = async function hold() {
      await new Promise((go) => addEventListener('go-on', go, { once: true }));
      return decode.call(this);
    };
  });
  await page.keyboard.press('Control+p');
  const drawing = page.getByRole('progressbar', { name: /^Drawing \d+ sheets?…$/ });
  await expect(drawing).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.evaluate(() => dispatchEvent(new Event('go-on')));
  await expect(desk.message('Nothing was printed')).toBeVisible();
  await expect(page.locator('.print-sheets')).toHaveCount(0);
  expect(await printed(app)).toEqual([]);
});

test('its key prints the open note, and what went wrong is said', async ({ app, page }) => {
  const desk = new Desk(page);
  await expect(desk.text).toBeVisible();
  await answerPrinter(app);
  await page.keyboard.press('Control+p');
  await expect(desk.message('Sent to the printer')).toBeVisible({ timeout: 30_000 });
  await expect.poll(async () => (await printed(app)).length).toBe(1);
  await answerPrinter(app, 'Print job canceled');
  await page.keyboard.press('Control+p');
  await expect(desk.message('Nothing was printed')).toBeVisible({ timeout: 30_000 });
  await answerPrinter(app, 'Invalid printer settings');
  await page.keyboard.press('Control+p');
  await expect(desk.message('could not be printed: Invalid printer settings.')).toBeVisible({
    timeout: 30_000,
  });
});
