import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { writeLibrary } from './launch/library';
import { Desk } from './pages/desk';

const TEXT =
  'Belarusian exports to the region rose 21% in the past year, and the two sides agreed on industry, transport and forestry.\n\nThe talks go on.';
const PLAIN = TEXT.replace('\n\n', '\n');
const on = (words: string): { start: number; end: number } => {
  const start = PLAIN.indexOf(words);
  return { start, end: start + words.length };
};

test.beforeEach(({ dataDir }) => {
  const annotations = [
    {
      ...on('Belarusian exports to the region rose 21%'),
      kind: 'key-fact',
      comment: 'The **figure** of [the year](https://example.org/)',
    },
    { ...on('the region rose'), kind: 'risk', comment: 'From a low base' },
    { ...on('region'), kind: 'remark', comment: '' },
    {
      ...on('transport'),
      kind: 'action',
      comment: 'Ask',
      state: 'changed',
      quoted: 'traffic',
    },
    { ...on('forestry.\nThe talks'), kind: 'question', comment: 'Which ones', state: 'moved' },
    { ...on('two sides'), kind: 'risk', comment: 'Gone', state: 'orphan' },
  ] as const;
  writeLibrary(dataDir, [{ title: 'Growth', text: TEXT, annotations }]);
});

/** The passage that has the focus, as it is read aloud. */
const focusedMark = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return [activeElement?.textContent ?? '', activeElement?.getAttribute('aria-description') ?? ''];
  });

test('each passage, also one inside another, is reached with Tab and says its kind and comment', async ({
  page,
}) => {
  const desk = new Desk(page);
  await expect(desk.card('Gone')).toBeVisible();
  await desk.text.focus();
  const passages = [
    ['Belarusian exports to ', 'Key fact: The figure of the year'],
    ['the ', 'Risk: From a low base'],
    ['region', 'Remark'],
    ['transport', 'Action: Ask'],
    ['forestry.', 'Question: Which ones'],
  ];
  for (const passage of passages) {
    await page.keyboard.press('Tab');
    expect(await focusedMark(page)).toEqual(passage);
    await expect(desk.text.locator('role=mark').and(page.locator(':focus'))).toHaveCount(1);
  }
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(desk.card('Ask').getByRole('article')).toBeFocused();
});

test('a card says its kind, quote, comment and state; what is done without leaving the text is said too', async ({
  page,
}) => {
  const desk = new Desk(page);
  const cards = desk.margin.getByRole('article');
  await expect(desk.card('Gone')).toBeVisible();
  const said = [
    ['Key fact: Belarusian exports to the region rose 21%', 'The figure of the year'],
    ['Risk: the region rose', 'From a low base'],
    ['Remark: region', ''],
    ['Action: transport', 'Ask; The words have changed.'],
    [/^Question: forestry\./, 'Which ones; The passage has moved.'],
    ['Risk: two sides', /^Gone; These words are no longer in the text/],
  ] as const;
  await expect(cards).toHaveCount(said.length);
  for (const [index, [name, description]] of said.entries()) {
    await expect(cards.nth(index)).toHaveAccessibleName(name);
    await expect(cards.nth(index)).toHaveAccessibleDescription(description);
  }
  await expect(desk.card('Ask')).toMatchAriaSnapshot(`
    - listitem:
      - 'article "Action: transport"':
        - blockquote: transport
        - paragraph: The words have changed.
        - term: Before
        - definition:
          - deletion: "removed: traffic"
        - term: Now
        - definition:
          - insertion: "added: transport"
        - paragraph: Ask
  `);

  const first = desk.card('From a low base');
  await first.getByRole('button', { name: 'Resolve' }).press('Enter');
  await expect(first.getByRole('article')).toHaveAccessibleDescription('From a low base; resolved');
  await expect(desk.marks('the').nth(0)).toHaveAccessibleDescription(/^Key fact/);
  await desk.reply(first, 'Since when?');
  await expect(first.getByRole('article')).toHaveAccessibleDescription('From a low base; resolved; 1 reply');

  await desk.select('talks go');
  await expect(desk.toolbar).toBeVisible();
  await page.keyboard.press('h');
  await expect(page.getByRole('status').filter({ hasText: 'Marked as Remark: talks go' })).toBeAttached();
});
