import { expect, expectNoAxeViolations, resizeWindow, test } from './fixtures';
import { type NoteParts, writeLibrary } from './launch/library';
import { Desk } from './pages/desk';

const MANY = 241;
/** Of so many sentences … */
const GROUP = 144;
/** … the first ones are commented on: their cards have to make room for each other, over more than one screen. */
const DENSE = 16;

/** What the comment of each annotation begins with; a number would be looked for in the text. */
const nameOf = (index: number): string =>
  `Comment ${String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))}.`;
const FIRST = nameOf(0);
const LAST = nameOf(MANY - 1);

/** A long note with comments that are now brief and now long. */
function longNote(): NoteParts {
  const sentences = Array.from(
    { length: Math.floor(MANY / DENSE) * GROUP + 1 },
    (_, index) => `Sentence ${index} tells of exports and imports in one of the regions.`,
  );
  let [start, count] = [0, 0];
  const annotations = sentences.flatMap((sentence, index) => {
    const from = start;
    // A space or, in the plain text, one line feed.
    start += sentence.length + 1;
    if (index % GROUP >= DENSE) return [];
    // Broader letters than most: how tall the card will be is not easily said.
    const comment = nameOf(count) + ' WWWWWWWWWWWW'.repeat((count % 4) * 4);
    count += 1;
    return [{ start: from, end: from + 40, comment }];
  });
  const text = sentences.map((sentence, index) => sentence + (index % 4 === 3 ? '\n\n' : ' ')).join('');
  return { title: 'Long', text: text.trim(), annotations };
}

test.beforeEach(({ dataDir }) => {
  writeLibrary(dataDir, [longNote()]);
});

test('of hundreds of annotations each is reached by F8, has the focus and stands beside its passage', async ({
  page,
}) => {
  const desk = new Desk(page);
  await expect(desk.card(FIRST)).toBeVisible();
  await desk.text.focus();
  await page.keyboard.press('F8');
  const first = desk.margin.getByRole('article').first();
  await expect(first).toBeFocused();
  await page.keyboard.press('Shift+F8');
  const last = desk.card(LAST);
  await expect(last.getByRole('article')).toBeFocused();
  await expect(last).toBeInViewport();
  await expect(last).toHaveAttribute('aria-posinset', String(MANY));
  await expect(last).toHaveAttribute('aria-setsize', String(MANY));
  const mark = await desk.marks().last().boundingBox();
  await expect
    .poll(async () => Math.abs(((await last.boundingBox())?.y ?? 0) - (mark?.y ?? 1e6)))
    .toBeLessThan(30);
  await page.keyboard.press('Shift+F8');
  await expect(desk.card(nameOf(MANY - 2)).getByRole('article')).toBeFocused();
  // Those around it are there too.
  await expect(desk.card(nameOf(MANY - 3))).toBeInViewport();
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  await expect(first).toBeFocused();
  await expect(first).toBeInViewport();
});

test('of two keys in one frame each counts', async ({ page }) => {
  const desk = new Desk(page);
  const cards = desk.margin.getByRole('article');
  await expect(desk.card(FIRST)).toBeVisible();
  await desk.text.focus();
  await page.keyboard.press('F8');
  await expect(cards.first()).toBeFocused();
  await cards.first().evaluate((card) => {
    for (let times = 0; times < 2; times++)
      card.dispatchEvent(new KeyboardEvent('keydown', { key: 'F8', code: 'F8', bubbles: true }));
  });
  await expect(desk.card(nameOf(2)).getByRole('article')).toBeFocused();
});

test('only cards near what is seen are drawn, also in the editor and in the drawer', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  const cards = desk.margin.getByRole('listitem');
  const last = desk.card(LAST);
  await expect(cards.first()).toBeVisible();
  expect(await cards.count()).toBeLessThan(60);
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, 1e6);
  await expect(last).toBeInViewport();
  expect(await cards.count()).toBeLessThan(60);

  await desk.button('Edit').click();
  await expect(desk.editor).toBeVisible();
  await page.mouse.move(700, 400);
  // The editor first shows the place that was read.
  await expect(async () => {
    await page.mouse.wheel(0, -1e6);
    await expect(desk.card(nameOf(1))).toBeInViewport({ timeout: 500 });
  }).toPass();
  await page.mouse.wheel(0, 9000);
  await expect(desk.card(nameOf(1))).toHaveCount(0);
  const seen = (all: Element[]): number =>
    all.map((card) => card.getBoundingClientRect().top).filter((top) => top > 60 && top < innerHeight).length;
  await expect.poll(() => cards.evaluateAll(seen)).toBeGreaterThan(1);
  expect(await cards.count()).toBeLessThan(60);

  await resizeWindow(app, 800, 600);
  await desk.button('Show annotations').click();
  await expect(cards.first()).toBeInViewport();
  await page.mouse.move(700, 400);
  // The stack grows as its cards are measured.
  await expect(async () => {
    await page.mouse.wheel(0, 1e6);
    await expect(last).toBeInViewport({ timeout: 500 });
  }).toPass();
  await expectNoAxeViolations(page);
});

test('cards in sight stay where they are while others are drawn', async ({ page }) => {
  const desk = new Desk(page);
  await expect(desk.margin.getByRole('listitem').first()).toBeVisible();
  await page.mouse.move(500, 400);
  for (let step = 0; step < 30; step++) {
    const moved = await desk.margin.getByRole('listitem').evaluateAll(async (cards) => {
      const [list] = cards.flatMap((card) => card.parentElement ?? []);
      const topOf = (card: Element): number =>
        card.getBoundingClientRect().top - (list?.getBoundingClientRect().top ?? 0);
      const isSeen = (card: Element): boolean => {
        const { top, bottom } = card.getBoundingClientRect();
        // One that has no place yet is not seen.
        return top < innerHeight && bottom > 60 && getComputedStyle(card).opacity === '1';
      };
      const before = new Map(cards.filter(isSeen).map((card) => [card, topOf(card)]));
      list?.closest('.note-scroll')?.scrollBy(0, 350);
      let most = 0;
      for (let frame = 0; frame < 15; frame++) {
        await new Promise(requestAnimationFrame);
        for (const [card, top] of before)
          if (card.isConnected && isSeen(card)) most = Math.max(most, Math.abs(topOf(card) - top));
      }
      return most;
    });
    expect(moved).toBeLessThan(1);
  }
});

/** A long note with so many comments that their cards have to make room for each other from the beginning to the end. */
function denseNote(): NoteParts {
  const sentences = Array.from(
    { length: 1500 },
    (_, index) => `Sentence ${index} tells of exports and imports in one of the regions.`,
  );
  const annotations: { start: number; end: number; comment: string }[] = [];
  let start = 0;
  for (const [index, sentence] of sentences.entries()) {
    if (index % 3 === 0)
      annotations.push({ start, end: start + 30, comment: 'To be asked of the ministry. '.repeat(2) });
    start += sentence.length + 1;
  }
  const text = sentences.map((sentence, index) => sentence + (index % 4 === 3 ? '\n\n' : ' ')).join('');
  return { title: 'Dense', text: text.trim(), annotations };
}

test('cards in sight hold still while the rest of a text is drawn that has just been opened', async ({
  launch,
  dataDir,
}) => {
  writeLibrary(dataDir, [denseNote(), { title: 'Short', day: '2026-02-01' }]);
  const { page } = await launch();
  const desk = new Desk(page);
  await expect(desk.note('Short')).toBeVisible();
  const moved = await desk.row('Dense').evaluate(async (row) => {
    row.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    const places = new Map<Element, { top: number; frames: number }>();
    let most = 0;
    const isWhole = (): boolean =>
      document.querySelector('[role=document]')?.getAttribute('aria-busy') === 'false';
    for (let after = 0; after < 20; after += isWhole() ? 1 : 0) {
      await new Promise(requestAnimationFrame);
      for (const card of document.querySelectorAll('[data-card]')) {
        const { top } = card.getBoundingClientRect();
        if (top > innerHeight || top < 0) continue;
        const before = places.get(card) ?? { top, frames: 0 };
        // It has been painted where it stands.
        if (before.frames > 3) most = Math.max(most, Math.abs(top - before.top));
        places.set(card, { top, frames: before.frames + 1 });
      }
    }
    return { most, cards: places.size };
  });
  expect(moved.cards).toBeGreaterThan(2);
  expect(moved.most).toBeLessThan(1);
});
