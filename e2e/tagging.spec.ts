import { expect, test } from './fixtures';
import { Desk } from './pages/desk';

test('tags are added with completion, shown in the tree with counts, and narrow the list', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.addTag('trade/exports');
  await desk.addTag('region/vologda-oblast');
  const tree = desk.library.getByRole('tree', { name: 'Tags' });
  await expect(tree.getByRole('treeitem')).toHaveText(['region1', 'vologda-oblast1', 'trade1', 'exports1']);

  await desk.newNote();
  await page.keyboard.type('Second');
  await desk.tagField.fill('exp');
  await expect(page.getByRole('option', { name: 'trade/exports' })).toBeVisible();
  await desk.tagField.press('ArrowDown');
  await desk.tagField.press('Enter');
  await expect(desk.tags.getByText('trade/exports', { exact: true })).toBeVisible();
  await expect(tree.getByRole('treeitem', { name: 'trade', exact: true })).toHaveText('trade2');

  await tree.getByRole('treeitem', { name: 'region', exact: true }).click();
  await expect(desk.list.getByRole('option')).toHaveCount(1);
  await expect(desk.row(/^Belarus/)).toBeVisible();
  await tree.getByRole('treeitem', { name: 'trade', exact: true }).click();
  await expect(desk.list.getByRole('option')).toHaveCount(2);
});

test('a chip removes its tag, and the tag leaves the tree with its last note', async ({ page }) => {
  const desk = new Desk(page);
  await desk.addTag('budget');
  await page.getByRole('button', { name: 'Remove tag budget' }).click();
  await expect(desk.tags).toHaveCount(0);
  await expect(desk.library.getByRole('treeitem')).toHaveCount(0);
});

test('a key that is held in the field takes no tag away; pressed twice it takes the last', async ({
  page,
}) => {
  const desk = new Desk(page);
  for (const tag of ['a', 'b']) await desk.addTag(tag);
  await desk.tagField.fill('x');
  // As a key that is held: the first press, and repetitions.
  for (let count = 0; count < 6; count += 1) await page.keyboard.down('Backspace');
  await page.keyboard.up('Backspace');
  await expect(desk.tagField).toHaveValue('');
  await expect(desk.tags.getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('button', { name: 'Remove tag b' })).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect(desk.tags.getByText('b', { exact: true })).toBeHidden();
  await expect(desk.tagField).toBeFocused();
});

test('the tree is walked with the keyboard', async ({ page }) => {
  const desk = new Desk(page);
  await desk.addTag('trade/exports');
  const item = (name: string) => desk.library.getByRole('treeitem', { name, exact: true });
  await item('trade').focus();
  await page.keyboard.press('ArrowRight');
  await expect(item('trade/exports')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(item('trade')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(item('trade/exports')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(item('trade')).toHaveAttribute('aria-selected', 'true');
});

test('what cannot be a tag is refused with a word, and emoji can', async ({ page }) => {
  const desk = new Desk(page);
  await desk.tagField.fill('x'.repeat(500));
  await desk.tagField.press('Enter');
  await expect(page.getByRole('alert')).toContainText('cannot be a tag');
  await desk.tagField.fill('trade//exports');
  await desk.tagField.press('Enter');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(desk.tags).toHaveCount(0);
  await desk.addTag('🚜/экспорт');
  await expect(desk.library.getByRole('treeitem', { name: '🚜/экспорт' })).toBeVisible();
});
