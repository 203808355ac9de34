import { expect, expectNoAxeViolations, test } from './fixtures';
import { writeLibrary } from './launch/library';
import { Desk } from './pages/desk';

/** What the style sheet's highlights mark in the text as it is read. */
const markedIn = (desk: Desk): Promise<{ all: string[]; here: string[] }> =>
  desk.page.evaluate(() => {
    const words = (name: string): string[] =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString());
    return { all: words('place-found'), here: words('place-found-here') };
  });

const selectedWords = (desk: Desk): Promise<string> =>
  desk.page.evaluate(() => window.getSelection()?.toString() ?? '');

test('words are found in the note as it is read: counted, marked, gone through, and selected at the end', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.text.focus();
  await page.keyboard.press('Control+f');
  await expect(desk.findField).toBeFocused();
  await page.keyboard.type('belarus');
  await expect(desk.foundCount).toHaveText(/^1 of \d+$/);
  const { all, here } = await markedIn(desk);
  expect(here).toEqual(['Belarus']);
  expect(all.length).toBeGreaterThan(2);
  expect(new Set([...all, ...here].map((words) => words.toLowerCase()))).toEqual(new Set(['belarus']));

  await page.keyboard.press('Enter');
  await expect(desk.foundCount).toHaveText(/^2 of /);
  await page.keyboard.press('F3');
  await expect(desk.foundCount).toHaveText(/^3 of /);
  await page.keyboard.press('Shift+F3');
  await page.keyboard.press('Shift+Enter');
  await expect(desk.foundCount).toHaveText(/^1 of /);
  await page.keyboard.press('Shift+Enter');
  await expect(desk.foundCount).toHaveText(/^(\d+) of \1$/);

  await desk.findField.fill('no such words');
  await expect(desk.foundCount).toHaveText('Not found');
  expect(await markedIn(desk)).toEqual({ all: [], here: [] });

  await desk.findField.fill('Logging Machines');
  await expect(desk.foundCount).toHaveText(/^1 of /);
  await expect.poll(() => markedIn(desk)).toMatchObject({ here: ['logging machines'] });
  await page.keyboard.press('Escape');
  await expect(desk.findField).toBeHidden();
  await expect(desk.text).toBeFocused();
  expect(await selectedWords(desk)).toBe('logging machines');
  await expect(desk.toolbar).toBeVisible();
  expect(await markedIn(desk)).toEqual({ all: [], here: [] });

  // What was found is annotated at once.
  await page.keyboard.press('Control+Alt+2');
  await expect(desk.margin.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(desk.marks('logging machines')).toBeVisible();
});

test('without anything found the focus goes back where it was; case counts where that is chosen', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.search.focus();
  await page.keyboard.press('Control+f');
  await expect(desk.findField).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(desk.search).toBeFocused();

  await desk.runCommand('Find in note');
  await expect(desk.findField).toBeFocused();
  await page.keyboard.type('maz');
  await expect(desk.foundCount).toHaveText(/^1 of /);
  await desk.button('Match case').click();
  await expect(desk.foundCount).toHaveText('Not found');
  await desk.findField.fill('MAZ');
  await expect(desk.foundCount).toHaveText(/^1 of /);
  await desk.button('Close find').click();
  await expect(desk.text).toBeFocused();
  expect(await selectedWords(desk)).toBe('MAZ');

  // What is selected is looked for; F3 takes up what was looked for last.
  await page.keyboard.press('Control+f');
  await expect(desk.findField).toHaveValue('MAZ');
  await page.keyboard.press('Escape');
  await desk.search.focus();
  await page.keyboard.press('F3');
  await expect(desk.findField).toHaveValue('MAZ');
});

test('words are found in the editor, and found again in what is typed', async ({ page }) => {
  const desk = new Desk(page);
  await desk.button('Edit').click();
  await desk.editor.fill('Trade grew.\n\nOf **trade** they spoke.\n\nAnd of TRADE.');
  await page.keyboard.press('Control+f');
  await expect(desk.findField).toBeFocused();
  await desk.findField.fill('trade');
  await expect(desk.foundCount).toHaveText(/ of 3$/);
  await expect(desk.editor.locator('.place-found, .place-found-here')).toHaveText([
    'Trade',
    'trade',
    'TRADE',
  ]);
  await desk.findField.press('Enter');
  const here = (await desk.editor.locator('.place-found-here').textContent()) ?? '';
  await page.keyboard.press('Escape');
  await expect(desk.editor).toBeFocused();
  expect(await selectedWords(desk)).toBe(here);
  await page.keyboard.type('commerce');
  await expect(desk.editor).toContainText('commerce');

  await page.keyboard.press('Control+f');
  await expect(desk.foundCount).toHaveText(/ of 2$/);
  await desk.editor.press('Control+End');
  await page.keyboard.type(' Trade');
  await expect(desk.foundCount).toHaveText(/ of 3$/);
  // The same words are looked for in the text as it is read.
  await desk.button('Done').click();
  await expect(desk.text).toBeVisible();
  await expect(desk.findField).toHaveValue('trade');
  await expect(desk.foundCount).toHaveText(/ of 3$/);
  await expect.poll(async () => (await markedIn(desk)).here.length).toBe(1);
  await desk.newNote();
  await expect(desk.findField).toBeHidden();
});

test('what is found in an annotated passage is marked over its tint, read and written', async ({ page }) => {
  const desk = new Desk(page);
  await desk.annotate('Belarusian exports to the Russian region rose 21%', 'Key fact', 'Compare');
  await page.keyboard.press('Control+f');
  await desk.findField.fill('Russian region');
  await expect(desk.foundCount).toHaveText(/^1 of /);
  await expect.poll(() => markedIn(desk)).toMatchObject({ here: ['Russian region'] });
  await desk.button('Edit').click();
  await expect(desk.editor.locator('mark .place-found-here')).toHaveText('Russian region');
});

test('in a long text that is not all drawn yet the last words are found', async ({ launch, dataDir }) => {
  const body = Array.from({ length: 6000 }, (_, index) => `Sentence ${index} tells of exports.`).join('\n\n');
  writeLibrary(dataDir, [
    { title: 'Long', day: '2026-01-01', text: `${body}\n\nThat was all.` },
    { title: 'Short', day: '2026-02-01' },
  ]);
  const { page } = await launch();
  const desk = new Desk(page);
  await expect(desk.note('Short')).toBeVisible();
  await page.evaluate(() => {
    window.requestIdleCallback = () => 0;
  });
  await desk.row('Long').click();
  await expect(desk.text.getByText('Sentence 0 tells')).toBeInViewport();
  await page.keyboard.press('Control+f');
  await desk.findField.fill('exports');
  await expect(desk.foundCount).toHaveText('1 of 6,000');
  // Only those near what is seen are marked.
  expect((await markedIn(desk)).all.length).toBeLessThan(200);
  await page.keyboard.press('Shift+Enter');
  await expect(desk.foundCount).toHaveText('6,000 of 6,000');
  await expect(desk.text.getByText('Sentence 5999 tells')).toBeInViewport();
  await expect.poll(async () => (await markedIn(desk)).here).toEqual(['exports']);
  await desk.findField.fill('that was all');
  await expect(desk.foundCount).toHaveText('1 of 1');
  await page.keyboard.press('Escape');
  expect(await selectedWords(desk)).toBe('That was all');
});

for (const theme of ['light', 'dark'] as const) {
  test(`finding in a note has no accessibility violation (${theme})`, async ({ launch }) => {
    const { page } = await launch({ theme });
    const desk = new Desk(page);
    await page.keyboard.press('Control+f');
    await desk.findField.fill('trade');
    await expect(desk.foundCount).toHaveText(/^1 of /);
    await expectNoAxeViolations(page);
    await desk.findField.fill('no such words');
    await expect(desk.foundCount).toHaveText('Not found');
    await expectNoAxeViolations(page);
  });
}
