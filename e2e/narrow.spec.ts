import { expect, resizeWindow, test } from './fixtures';
import { Desk } from './pages/desk';

const FACT = 'Belarusian exports to the Russian region rose 21%';

test('in a narrow window the annotations are a drawer, and the window can change its width', async ({
  running,
  restart,
}) => {
  const { app, page } = running;
  const desk = new Desk(page);
  await desk.annotate(FACT, 'Key fact', 'One');
  await resizeWindow(app, 800, 600);
  await expect(desk.card('One')).toBeVisible();
  await resizeWindow(app, 1280, 800);
  await expect(desk.card('One')).toBeVisible();
  await resizeWindow(app, 720, 480);
  const again = await restart(running);
  const narrow = new Desk(again.page);
  await expect(narrow.text).toBeVisible();
  const card = await narrow.annotate('vibrant', 'Remark', 'Two');
  await expect(card).toBeVisible();
});

test('drawers take the focus, and give it back', async ({ app, page }) => {
  const desk = new Desk(page);
  await resizeWindow(app, 720, 480);
  const library = desk.button('Show library');
  await library.press('Enter');
  await expect(desk.button('All notes')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(library).toBeFocused();
  const annotations = desk.button('Show annotations');
  await annotations.press('Enter');
  await expect(desk.margin).toContainText('Select a passage');
  await expect(desk.margin.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(annotations).toBeFocused();
});
