/**
 * How soon a choice of the export dialog is seen: from the click to the page in sight drawn anew, with the article.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDriven } from './lib/driven-app.mjs';
import { median } from './lib/statistics.mjs';

/** Clicks on each pair of choices. */
const rounds = 24;
/** In ms. */
const limit = 200;

/** Two names of radio buttons that are chosen in turns, or of one box that is checked and not. */
const CHOICES = [
  { what: 'a part (tags)', names: ['Tags'] },
  { what: 'the paper', names: ['Letter', 'A4'] },
  { what: 'the place of comments', names: ['None', 'Margin'] },
  { what: 'the language of the words', names: ['Русский', 'English'] },
  { what: 'the layout', names: ['Annotated article', 'Briefing note'] },
];

const folder = mkdtempSync(join(tmpdir(), 'briefing-desk-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const { page, close } = await openDriven(join(folder, 'library'));
await annotate(page, 'Belarusian exports to the Russian region rose 21%');
await page.getByRole('button', { name: 'Export', exact: true }).click();
const dialog = page.getByRole('dialog', { name: 'Export' });
await dialog
  .getByRole('group', { name: /^Page 1 of/ })
  .locator('canvas')
  .waitFor();

console.log(`From a click to the page drawn anew, article, ${rounds} clicks each`);
for (const { what, names } of CHOICES) {
  const times = [];
  for (let round = 0; round < rounds; round++) times.push(await chosen(names[round % names.length] ?? ''));
  // The first of each finds nothing that it could use again.
  const rest = times.slice(names.length);
  const [usual, most] = [median(rest), Math.max(...rest)];
  const held = usual <= limit ? 'kept' : 'OVER';
  console.log(
    `  ${what.padEnd(28)} ${usual.toFixed(0).padStart(4)} ms median, ${most.toFixed(0).padStart(4)} at most (limit ${limit}, ${held})`,
  );
}
await close();

/**
 * Clicks on a choice as the mouse does.
 * @param {string} name
 * @returns {Promise<number>} ms until the first page is another picture, and a frame has shown it
 */
async function chosen(name) {
  const choice = dialog.getByRole(name === 'Tags' ? 'checkbox' : 'radio', { name, exact: true });
  const took = await choice.evaluate(
    (element) =>
      new Promise((resolve) => {
        const sheet = document.querySelector('.sheet .sheet-picture');
        const before = performance.now();
        const observer = new MutationObserver(() => {
          observer.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - before)));
        });
        if (sheet) observer.observe(sheet, { childList: true });
        if (element instanceof HTMLElement) element.click();
      }),
  );
  await page.locator('.preview[aria-busy="false"]').waitFor();
  // The small pages are drawn once the large ones are there.
  await page.waitForTimeout(400);
  return Number(took);
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} words
 */
async function annotate(page, words) {
  const text = page.getByRole('document', { name: 'Text' });
  await text.getByText(words).first().waitFor();
  await text.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.textContent?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return;
    }
  }, words);
  await page.keyboard.press('Control+Alt+1');
  await page.getByRole('textbox', { name: 'Comment' }).fill('Up by a fifth');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
}
