import { expect, expectNoAxeViolations, test } from './fixtures';
import { Desk } from './pages/desk';

const FACT = 'Belarusian exports to the Russian region rose 21%';
const PLANS = 'resume supplies of logging machines';
const UNIVERSITIES = '18 direct inter-university agreements';

/** Three annotations: a key fact, a question that mentions a tag, and a resolved question. */
async function annotated(desk: Desk): Promise<void> {
  await desk.annotate(FACT, 'Key fact', 'A fifth more');
  await desk.annotate(PLANS, 'Question', 'Which ones? #trade/exports');
  const last = await desk.annotate(UNIVERSITIES, 'Question', 'Since when?');
  await last.getByRole('button', { name: 'Resolve' }).click();
  await expect(last).toContainText('resolved');
}

test('the margin shows the chosen kinds, states, authors and tags, and says of how many', async ({
  page,
}) => {
  const desk = new Desk(page);
  await expect(desk.filterButton).toHaveCount(0);
  await annotated(desk);
  const cards = desk.margin.getByRole('listitem');
  await expect(desk.margin.getByText('shown')).toHaveCount(0);
  await desk.filter('Question');
  await expect(cards).toHaveCount(2);
  await expect(desk.margin.getByText('2 of 3 shown')).toBeVisible();
  await expect(desk.marks(FACT)).toHaveCount(0);
  await expect(desk.marks(PLANS)).toBeVisible();

  await desk.filter('Resolved');
  await expect(desk.margin.getByText('1 of 3 shown')).toBeVisible();
  await expect(cards).toContainText('Since when?');
  await desk.filter('Resolved', 'Question', '#trade/exports');
  await expect(cards).toHaveCount(1);
  await expect(cards).toContainText('Which ones?');
  await desk.filter('Key fact');
  await expect(desk.margin.getByText('0 of 3 shown')).toBeVisible();

  await desk.margin.getByRole('button', { name: 'Show all' }).click();
  await expect(cards).toHaveCount(3);
  await expect(desk.marks(FACT)).toBeVisible();
  await expect(desk.filterButton).toBeFocused();
});

test('the filter is used with the keyboard, and each of its items says how many there are', async ({
  page,
}) => {
  const desk = new Desk(page);
  await annotated(desk);
  await desk.runCommand('Filter annotations');
  await expect(desk.filterButton).toBeFocused();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu', { name: 'Filter annotations' });
  await expect(menu.getByRole('menuitemcheckbox')).toHaveCount(5);
  await expect(menu.getByRole('menuitemcheckbox', { name: 'Key fact, 1' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const question = menu.getByRole('menuitemcheckbox', { name: 'Question, 2' });
  await expect(question).toBeChecked();
  await expect(question).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press(' ');
  await expect(menu.getByRole('menuitemcheckbox', { name: 'Open, 1' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(desk.filterButton).toBeFocused();
  await expect(desk.margin.getByText('1 of 3 shown')).toBeVisible();
});

test('stepping goes through what is shown', async ({ page }) => {
  const desk = new Desk(page);
  await annotated(desk);
  await desk.filter('Question');
  for (const words of ['Which ones?', 'Since when?', 'Which ones?']) {
    await page.keyboard.press('F8');
    await expect(desk.card(words).getByRole('article')).toBeFocused();
  }
  await page.keyboard.press('Shift+F8');
  await expect(desk.card('Since when?').getByRole('article')).toBeFocused();
});

test('what is made is shown, and what is resolved out of sight hands the focus on', async ({ page }) => {
  const desk = new Desk(page);
  await annotated(desk);
  const cards = desk.margin.getByRole('listitem');
  await desk.filter('Open');
  await expect(cards).toHaveCount(2);
  await desk.card('A fifth more').getByRole('button', { name: 'Resolve' }).click();
  await expect(cards).toHaveCount(1);
  await expect(desk.card('Which ones?').getByRole('article')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(desk.card('A fifth more')).toBeVisible();
  await desk.filter('Open', 'Resolved');
  await expect(cards).toHaveCount(1);
  await desk.annotate('mutual trade increased by 8%', 'Risk', 'New');
  await expect(cards).toHaveCount(4);
  await expect(desk.margin.getByText('shown')).toHaveCount(0);
});

test('another note is shown whole', async ({ page }) => {
  const desk = new Desk(page);
  await annotated(desk);
  await desk.filter('Key fact');
  await expect(desk.margin.getByRole('listitem')).toHaveCount(1);
  await desk.newNote();
  await expect(desk.filterButton).toHaveCount(0);
  await desk.row(/^Belarus/).click();
  await expect(desk.margin.getByRole('listitem')).toHaveCount(3);
});

for (const theme of ['light', 'dark'] as const) {
  test(`the filter has no accessibility violation (${theme})`, async ({ launch }) => {
    const { page } = await launch({ theme });
    const desk = new Desk(page);
    await annotated(desk);
    await desk.filter('Question');
    await expectNoAxeViolations(page);
    await desk.filterButton.click();
    await expect(page.getByRole('menu', { name: 'Filter annotations' })).toBeVisible();
    await expectNoAxeViolations(page);
  });
}
