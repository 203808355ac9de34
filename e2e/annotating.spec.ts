import { expect, test } from './fixtures';
import { Desk, type KindName } from './pages/desk';

const FACT = 'Belarusian exports to the Russian region rose 21%';
const PLANS = 'resume supplies of logging machines';

test('each kind is annotated with the mouse, with the caret in the comment', async ({ page }) => {
  const desk = new Desk(page);
  const passages: [KindName, string][] = [
    ['Key fact', FACT],
    ['Question', PLANS],
    ['Action', 'MAZ will continue to participate in competitive procedures'],
    ['Risk', 'Mogilevliftmash will continue to ship its elevators in 2025'],
    ['Remark', '18 direct inter-university agreements'],
  ];
  for (const [kind, words] of passages) {
    const card = await desk.annotate(words, kind, `About ${kind}`);
    await expect(card).toContainText(`About ${kind}`);
    await expect(card.getByRole('article', { name: new RegExp(`^${kind}: `) })).toBeVisible();
    await expect(desk.marks(words)).toBeVisible();
  }
  await expect(desk.margin.getByRole('listitem')).toHaveCount(5);
});

test('a card stands beside its passage', async ({ page }) => {
  const desk = new Desk(page);
  await desk.annotate(PLANS, 'Question', 'Which machines?');
  const mark = await desk.marks('resume').first().boundingBox();
  await expect
    .poll(async () =>
      Math.abs(((await desk.card('Which machines?').boundingBox())?.y ?? 0) - (mark?.y ?? 1e6)),
    )
    .toBeLessThan(30);
});

test('cards of neighbouring passages do not overlap', async ({ page }) => {
  const desk = new Desk(page);
  for (const words of ['mutual trade', 'increased by 8%', 'Russian region rose']) {
    await desk.annotate(
      words,
      'Remark',
      `On ${words}: long enough to take several lines in the margin of the page`,
    );
  }
  const overlaps = async (): Promise<number> => {
    const boxes = await Promise.all(
      (await desk.margin.getByRole('listitem').all()).map((card) => card.boundingBox()),
    );
    const sorted = boxes.filter((box) => box !== null).sort((a, b) => a.y - b.y);
    return sorted.filter(
      (box, index) => index > 0 && (sorted[index - 1]?.y ?? 0) + (sorted[index - 1]?.height ?? 0) > box.y,
    ).length;
  };
  await expect.poll(overlaps).toBe(0);
});

test('comments are edited, given up, resolved, reopened and deleted; deleting can be undone', async ({
  page,
}) => {
  const desk = new Desk(page);
  const card = await desk.annotate(FACT, 'Key fact', 'First words');
  await card.getByRole('button', { name: 'Edit comment' }).click();
  await card.getByRole('textbox', { name: 'Comment' }).fill('Other words');
  await card.getByRole('button', { name: 'Cancel' }).click();
  await expect(card).toContainText('First words');
  await card.getByRole('button', { name: 'Edit comment' }).click();
  await card.getByRole('textbox', { name: 'Comment' }).fill('**Second** words');
  await card.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(card).toContainText('Second words');
  await card.getByRole('button', { name: 'Resolve' }).click();
  await expect(card).toContainText('resolved');
  await card.getByRole('button', { name: 'Reopen' }).click();
  await expect(card).not.toContainText('resolved');
  await card.getByRole('button', { name: 'Delete annotation' }).click();
  await expect(desk.marks()).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(desk.marks(FACT)).toBeVisible();
  await expect(card).toContainText('Second words');
});

test('passage and card find each other by pointer, by click and by F8', async ({ page }) => {
  const desk = new Desk(page);
  await desk.annotate(FACT, 'Key fact', 'One');
  await desk.annotate('18 direct inter-university agreements', 'Remark', 'Two');
  await desk.marks(FACT).click();
  await expect(desk.card('One').getByRole('article')).toBeFocused();
  await page.keyboard.press('F8');
  await expect(desk.card('Two').getByRole('article')).toBeFocused();
  await expect(desk.marks('18 direct')).toBeInViewport();
  await page.keyboard.press('F8');
  await expect(desk.card('One').getByRole('article')).toBeFocused();
  await page.keyboard.press('Shift+F8');
  await expect(desk.card('Two').getByRole('article')).toBeFocused();
  const lit = (): Promise<boolean> => desk.marks(FACT).evaluate((mark) => mark.classList.contains('hovered'));
  expect(await lit()).toBe(false);
  // Cards may still be on their way to their places.
  await expect
    .poll(async () => {
      await desk.card('One').hover();
      return lit();
    })
    .toBe(true);
});

test('selections cross paragraphs and lie inside other passages', async ({ page }) => {
  const desk = new Desk(page);
  const across = await page.evaluate(() => {
    const paragraphs = document.querySelectorAll('[role=document] p');
    const [first, second] = [paragraphs[0], paragraphs[1]];
    if (!first || !second) return '';
    const run = (element: Element, last: boolean): Node => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let node = walker.nextNode();
      for (let next = node; last && next; next = walker.nextNode()) node = next;
      return node ?? element;
    };
    const [from, to] = [run(first, true) as Text, run(second, false) as Text];
    getSelection()?.setBaseAndExtent(from, from.data.length - 20, to, 24);
    return getSelection()?.toString() ?? '';
  });
  expect(across).toContain('\n');
  await desk.toolbar.getByRole('button', { name: 'Question' }).click();
  await expect(desk.margin.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await page.keyboard.type('Across');
  await desk.margin.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.marks()).toHaveCount(2);
  await desk.annotate(FACT, 'Key fact', 'Outer');
  await desk.annotate('exports to the Russian', 'Risk', 'Inner');
  const inner = desk.marks('exports to the Russian').last();
  await inner.click();
  await expect(desk.card('Inner').getByRole('article')).toBeFocused();
  await desk
    .marks('Belarusian')
    .first()
    .click({ position: { x: 5, y: 8 } });
  await expect(desk.card('Outer').getByRole('article')).toBeFocused();
});

test('of passages that overlap and nest each line is seen, below the others', async ({ page }) => {
  const desk = new Desk(page);
  await desk.annotate(FACT, 'Key fact', 'Outer');
  await desk.annotate('exports to the Russian', 'Action', 'Inner');
  await desk.annotate('to the', 'Risk', 'Innermost');
  const marks = desk.marks().filter({ hasText: /^to the$/ });
  const lines = await marks.last().evaluate((innermost) => {
    const found: { bottom: number; tint: string }[] = [];
    for (let mark = innermost.closest('mark'); mark; mark = mark.parentElement?.closest('mark') ?? null) {
      const { backgroundClip } = getComputedStyle(mark);
      // Of one that goes over two lines the words inside stand in the first or in the last.
      const { top } = innermost.getBoundingClientRect();
      const box = [...mark.getClientRects()].find((each) => each.top <= top + 3 && each.bottom > top + 3);
      found.push({ bottom: box?.bottom ?? 0, tint: backgroundClip });
    }
    return found;
  });
  expect(lines).toHaveLength(3);
  const bottoms = lines.map(({ bottom }) => bottom).sort((a, b) => a - b);
  for (const [index, bottom] of bottoms.entries())
    if (index > 0) expect(bottom - (bottoms[index - 1] ?? 0)).toBeGreaterThanOrEqual(2);
  // No tint covers the line of another.
  expect(new Set(lines.map(({ tint }) => tint))).toEqual(new Set(['content-box']));
});

test('a passage is annotated from the palette', async ({ page }) => {
  const desk = new Desk(page);
  await desk.select(FACT);
  await expect(desk.toolbar).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command palette' })).toBeFocused();
  await page.keyboard.type('risk');
  await page.keyboard.press('Enter');
  await expect(desk.margin.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await expect(desk.marks(FACT)).toBeVisible();
});

test('everything survives a restart', async ({ running, restart }) => {
  const desk = new Desk(running.page);
  await desk.annotate(FACT, 'Key fact', 'Kept');
  const action = await desk.annotate(PLANS, 'Action', 'Ask');
  await action.getByRole('button', { name: 'Edit comment' }).click();
  await action.getByRole('textbox', { name: 'Who' }).fill('Trade unit');
  await action.getByRole('textbox', { name: 'By when' }).fill('12 February');
  await action.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(action).toContainText('Trade unit · by 12 February');
  await desk.saved();
  const again = new Desk((await restart(running)).page);
  await expect(again.card('Kept')).toBeVisible();
  await expect(again.card('Ask')).toContainText('Trade unit · by 12 February');
  await expect(again.marks(FACT)).toBeVisible();
});

test('a passage is selected and annotated with the keyboard alone', async ({ page }) => {
  const desk = new Desk(page);
  await desk.text.focus();
  await page.keyboard.press('Shift+ArrowRight');
  for (let count = 0; count < 4; count += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect(desk.toolbar).toBeVisible();
  await page.keyboard.press('Control+Alt+2');
  await expect(desk.margin.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await page.keyboard.type('Why Minsk?');
  await page.keyboard.press('Control+Enter');
  await expect(desk.card('Why Minsk?').getByRole('article', { name: 'Question: MINSK' })).toBeFocused();
  await expect(desk.marks('MINSK')).toBeVisible();
});

test('a comment that was being written is kept when the person goes elsewhere', async ({ page }) => {
  const desk = new Desk(page);
  await desk.select(FACT);
  await desk.toolbar.getByRole('button', { name: 'Remark' }).click();
  await expect(desk.margin.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await page.keyboard.type('Not yet saved');
  await desk.button('New note').click();
  await expect(desk.editor).toBeVisible();
  await desk.row(/^Belarus/).click();
  await expect(desk.card('Not yet saved')).toBeVisible();
});

test('a comment that cannot be saved goes on being written, whatever else is begun', async ({
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  const first = await desk.annotate(FACT, 'Key fact', 'First');
  await desk.annotate(PLANS, 'Question', 'Second');
  await first.getByRole('button', { name: 'Edit comment' }).click();
  const field = desk.margin.getByRole('textbox', { name: 'Comment' });
  await field.fill('Long thought about');
  const bringBack = desk.breakSaving(dataDir);
  await desk.card('Second').getByRole('button', { name: 'Edit comment' }).click();
  await expect(page.getByRole('alert')).toContainText('not saved');
  await expect(desk.notSaved).toBeVisible();
  await first.getByRole('button', { name: 'Resolve' }).click();
  await desk.card('Second').getByRole('button', { name: 'Delete annotation' }).click();
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue('Long thought about');
  await expect(desk.card('Second')).toBeVisible();
  bringBack();
  await desk.card('Second').getByRole('button', { name: 'Edit comment' }).click();
  await expect(desk.card('Long thought about')).toBeVisible();
  await expect(field).toHaveValue('Second');
  await desk.saved();
});
