import { expect, test } from './fixtures';
import { type NoteParts, writeLibrary } from './launch/library';
import { Desk } from './pages/desk';

/** More than 100,000 characters, which is where the page no longer reads a text itself. */
const SENTENCES = 2000;
const LAST_WORDS = 'That was all.';
const LOST = 120;

function longNotes(): NoteParts[] {
  const sentences = Array.from(
    { length: SENTENCES },
    (_, index) => `Sentence ${index} tells of exports and imports in one of the regions.`,
  );
  const body = sentences.map((sentence, index) => sentence + (index % 4 === 3 ? '\n\n' : ' ')).join('');
  const text = `At the beginning.\n\n${body}${LAST_WORDS}`;
  // In the plain text blocks are parted by one line feed.
  const plain = text.replaceAll('\n\n', '\n');
  const annotations = ['Sentence 8 tells', `Sentence ${SENTENCES - 2} tells`].map((words) => {
    const start = plain.indexOf(words);
    return { start, end: start + words.length, comment: `On ${words}` };
  });
  const footnote = text.replace('.', '[^1].').concat('\n\n[^1]: It is said at the end.');
  return [
    { title: 'Long', day: '2026-01-01', text, annotations },
    { title: 'Footnote', day: '2026-01-03', text: footnote },
  ];
}

const lostOnes = (): NoteParts => ({
  title: 'Lost',
  day: '2026-01-02',
  text: 'Little is left.',
  annotations: Array.from({ length: LOST }, (_, index) => ({
    start: 0,
    end: 6,
    // Broader letters than most: how tall the card will be is not easily said.
    comment: `Lost ${String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))}. ${'WWWWWWWWWWWW '.repeat(index % 4)}`,
    state: 'orphan' as const,
  })),
});

test.beforeEach(({ dataDir }) => {
  writeLibrary(dataDir, [...longNotes(), lostOnes(), { title: 'Short', day: '2026-02-01' }]);
});

/** Opens the long note while the page never has time to draw what is not needed. */
async function openBusily(desk: Desk, title = 'Long'): Promise<void> {
  await expect(desk.note('Short')).toBeVisible();
  await desk.page.evaluate(() => {
    window.requestIdleCallback = () => 0;
  });
  await desk.row(title).click();
  await expect(desk.text.getByText('At the beginning')).toBeInViewport();
  await expect(desk.text).not.toContainText(LAST_WORDS);
}

const heightOf = (desk: Desk): Promise<number> =>
  desk.text.evaluate((text) => text.getBoundingClientRect().height);

test('a long text is read beside the page, and soon all of it is there', async ({ page }) => {
  const desk = new Desk(page);
  await expect(desk.note('Short')).toBeVisible();
  const beside = page.waitForEvent('worker');
  await desk.row('Long').click();
  await beside;
  await expect(desk.text).toContainText(LAST_WORDS);
  await expect(desk.text).toHaveAttribute('aria-busy', 'false');
  await expect(desk.marks()).toHaveText(['Sentence 8 tells', `Sentence ${SENTENCES - 2} tells`]);
});

test('where one scrolls the text is drawn, and the scroll bar keeps its measure', async ({ page }) => {
  const desk = new Desk(page);
  await openBusily(desk);
  const estimated = await heightOf(desk);
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, 3000);
  await expect(desk.text.getByText(/^Sentence 40 tells/)).toBeAttached();
  await page.mouse.wheel(0, 1e7);
  await expect(desk.text.getByText(LAST_WORDS)).toBeInViewport();
  expect(Math.abs((await heightOf(desk)) / estimated - 1)).toBeLessThan(0.1);
});

test('of a text that is not all drawn yet everything can be selected', async ({ page }) => {
  const desk = new Desk(page);
  await openBusily(desk);
  await desk.text.focus();
  await page.keyboard.press('Control+A');
  await expect
    .poll(() => page.evaluate(() => window.getSelection()?.toString().replace(/\s+/g, ' ')))
    .toContain(LAST_WORDS);
});

test('to a footnote that is not drawn yet leads its number', async ({ page }) => {
  const desk = new Desk(page);
  await openBusily(desk, 'Footnote');
  await desk.text.getByLabel('Footnote 1', { exact: true }).click();
  await expect(desk.text.getByText('It is said at the end.')).toBeInViewport();
});

test('a passage that is not drawn yet is gone to with a key', async ({ page }) => {
  const desk = new Desk(page);
  await openBusily(desk);
  await desk.text.focus();
  await page.keyboard.press('Shift+F8');
  const words = `Sentence ${SENTENCES - 2} tells`;
  await expect(desk.marks(words)).toBeInViewport();
  await expect(desk.marks(words)).toHaveClass(/active/);
  const card = desk.card(`On ${words}`);
  await expect(card.getByRole('article')).toBeFocused();
  const mark = await desk.marks(words).boundingBox();
  await expect
    .poll(async () => Math.abs(((await card.boundingBox())?.y ?? 0) - (mark?.y ?? 1e6)))
    .toBeLessThan(30);
});

test('a long text is shown where one wrote, and after a restart where one read', async ({
  running,
  restart,
}) => {
  const { page } = running;
  const desk = new Desk(page);
  await desk.row('Long').click();
  await expect(desk.text).toContainText(LAST_WORDS);
  const words = desk.text.getByText(/Sentence 1501 tells/);
  await words.scrollIntoViewIfNeeded();
  await desk.button('Edit').click();
  await expect(desk.editor.getByText(/Sentence 1501 tells/)).toBeInViewport();
  await page.evaluate(() => {
    window.requestIdleCallback = () => 0;
  });
  await desk.button('Done').click();
  await expect(words).toBeInViewport();
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, 30);
  const again = new Desk((await restart(running)).page);
  await expect(again.text.getByText(/Sentence 1501 tells/)).toBeInViewport();
});

test('of many lost annotations those that are seen are drawn, and each is reached', async ({ page }) => {
  const desk = new Desk(page);
  await desk.row('Lost').click();
  const cards = desk.margin.getByRole('listitem');
  await expect(desk.card('Lost aa.')).toBeInViewport();
  await expect(desk.card('Lost ac.')).toBeInViewport();
  expect(await cards.count()).toBeLessThan(60);
  // With the Tab key one comes from below to the last one.
  const last = desk.card('Lost ep.');
  await expect(last).toHaveCount(1);
  await expect(last).toHaveAttribute('aria-posinset', String(LOST));
  await expect(last).toHaveAttribute('aria-setsize', String(LOST));
  await desk.text.focus();
  await page.keyboard.press('Shift+F8');
  await expect(last.getByRole('article')).toBeFocused();
  await expect(last).toBeInViewport();
  // Those above it turn out to be of other heights than was thought; it stays in sight.
  await expect(desk.card('Lost em.')).toBeInViewport();
  await expect(last).toBeInViewport({ ratio: 1 });
  expect(await cards.count()).toBeLessThan(60);
});
