import { expect, expectNoAxeViolations, setTheme, test } from './fixtures';
import { writeLibrary } from './launch/library';
import { Desk } from './pages/desk';

const sentence = 'Exports rose by a fifth.';
/** So many that their Markdown is read beside the page. */
const lines = Array.from({ length: 1500 }, (_, index) => `Line ${index} says little.`);

/** The annotated passages, in the editor. */
const marked = (desk: Desk) => desk.editor.locator('mark');

test('annotated passages are marked while a note is written, through its Markdown, and stay on their words', async ({
  launch,
  dataDir,
}) => {
  const text = '> **Exports** to the [region](https://a.example) rose.\n\nImports &amp; duties fell.';
  writeLibrary(dataDir, [
    {
      title: 'Marked',
      text,
      annotations: [
        { start: 0, end: 27, comment: 'All of it' },
        { start: 28, end: 44, comment: 'The duties' },
      ],
    },
  ]);
  const { app, page } = await launch();
  const desk = new Desk(page);
  await desk.button('Edit').click();
  await expect(marked(desk)).toHaveText([
    'Exports** to the [region](https://a.example) rose.',
    'Imports &amp; duties',
  ]);
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(app, theme);
    await expectNoAxeViolations(page);
  }
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('New. ');
  await desk.saved();
  await expect(marked(desk).last()).toHaveText('Imports &amp; duties');
  await marked(desk).last().click();
  await expect(desk.card('The duties').getByRole('article')).toHaveClass(/active/);
  await expect(marked(desk).last()).toHaveClass(/active/);
});

test('F8 brings the passage into sight in a text that is being written', async ({ launch, dataDir }) => {
  const text = [...lines.map((line) => line.replace('says', '*says*')), sentence].join('\n\n');
  const start = [...lines, ''].join('\n').length;
  writeLibrary(dataDir, [
    { title: 'Long', text, annotations: [{ start, end: start + sentence.length, comment: 'At the end' }] },
  ]);
  const { page } = await launch();
  const desk = new Desk(page);
  await desk.button('Edit').click();
  await expect(desk.editor).toBeFocused();
  await expect(marked(desk)).toHaveCount(0);
  await page.keyboard.press('F8');
  await expect(marked(desk)).toHaveText([sentence]);
  await expect(marked(desk)).toBeInViewport();
});

test('of two equal sentences the one that is deleted loses its annotation', async ({ launch, dataDir }) => {
  const text = `${sentence}\n\n${sentence}`;
  const ends = [0, sentence.length + 1].map((start) => ({ start, end: start + sentence.length }));
  writeLibrary(dataDir, [
    {
      title: 'Twins',
      text,
      annotations: ends.map((span, index) => ({
        ...span,
        comment: index === 0 ? 'The first' : 'The second',
      })),
    },
  ]);
  const { page } = await launch();
  const desk = new Desk(page);
  await desk.button('Edit').click();
  await expect(marked(desk)).toHaveCount(2);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Delete');
  await desk.saved();
  await desk.button('Done').click();
  const lost = page.getByRole('region', { name: 'Annotations without a passage' });
  await expect(lost).toContainText('The first');
  await expect(lost).not.toContainText('The second');
  await page.keyboard.press('Control+z');
  await expect(lost).toHaveCount(0);
  await expect(desk.marks()).toHaveCount(2);
});

test('a passage is annotated while the text is written, with the keyboard', async ({ page }) => {
  const desk = new Desk(page);
  await desk.button('Edit').click();
  await expect(desk.editor).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Just **typed words** here. ');
  await desk.saved();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+ArrowRight');
  for (let times = 0; times < 3; times++) await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+Alt+2');
  const comment = desk.margin.getByRole('textbox', { name: 'Comment' });
  await expect(comment).toBeFocused();
  await page.keyboard.type('Whose?');
  await page.keyboard.press('Control+Enter');
  await expect(desk.card('Whose?')).toContainText('typed words');
  await expect(marked(desk)).toContainText(['typed words']);
});
