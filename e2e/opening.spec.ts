import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, expectNoAxeViolations, test } from './fixtures';
import { Desk } from './pages/desk';

const ARTICLE = /^Belarus–Vologda Oblast/;
const seed = readFileSync(path.join(import.meta.dirname, '../fixtures/vologda-trade/input.txt'), 'utf8');

test('the first start shows the article, selected and readable, each paragraph once and letter for letter', async ({
  page,
}) => {
  const desk = new Desk(page);
  await expect(desk.note(ARTICLE)).toBeVisible();
  await expect(desk.row(ARTICLE)).toHaveAttribute('aria-selected', 'true');
  await expect(desk.title).toHaveValue(ARTICLE);
  const printed = [...new Set(seed.trim().split('\n'))];
  expect(printed).toHaveLength(5);
  expect(await desk.paragraphs()).toEqual(printed);
  await expect(page.getByRole('button', { name: 'Source and details' })).toHaveText(
    'BelTA · Minsk · 30 January 2025',
  );
  await expect(page).toHaveTitle(/^Belarus–Vologda Oblast.* — Briefing Desk$/);
});

test('with --empty a new library has no note', async ({ launch }) => {
  const { page } = await launch({ args: ['--empty'] });
  await expect(page.getByText('No note is open.')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);
});

test('the deleted article never comes back', async ({ running, restart }) => {
  const desk = new Desk(running.page);
  await expect(desk.note(ARTICLE)).toBeVisible();
  await running.page.keyboard.press('Control+Backspace');
  await desk.library.getByRole('button', { name: 'Trash' }).click();
  await running.page.getByRole('button', { name: 'Delete for ever' }).click();
  await expect(running.page.getByRole('option')).toHaveCount(0);
  const again = await restart(running);
  await expect(again.page.getByText('No note is open.')).toBeVisible();
  await expect(again.page.getByRole('option')).toHaveCount(0);
});

test('a second start shows what was left, scrolled where it was', async ({ running, restart }) => {
  const desk = new Desk(running.page);
  await desk.newNote();
  await desk.title.fill('A second note');
  await desk.row(ARTICLE).click();
  await expect(desk.note(ARTICLE)).toBeVisible();
  const last = desk.text.getByRole('paragraph').last();
  await last.scrollIntoViewIfNeeded();
  await running.page.mouse.move(700, 500);
  await running.page.mouse.wheel(0, 2000);
  const before = await settledTop(desk);
  const again = new Desk((await restart(running)).page);
  await expect(again.note(ARTICLE)).toBeVisible();
  await expect(again.row('A second note')).toBeVisible();
  await expect.poll(() => settledTop(again)).toBeCloseTo(before, -1);
});

/** Where the last paragraph stands on the screen, once it no longer moves. */
async function settledTop(desk: Desk): Promise<number> {
  const last = desk.text.getByRole('paragraph').last();
  let top = Number.NaN;
  await expect
    .poll(async () => {
      const now = (await last.boundingBox())?.y ?? Number.NaN;
      const still = now === top;
      top = now;
      return still;
    })
    .toBe(true);
  return top;
}

test('a library that cannot be opened is said in the window, which tries again when asked', async ({
  launch,
  dataDir,
}) => {
  const file = path.join(dataDir, 'notes');
  writeFileSync(file, 'where a folder should be');
  const { page } = await launch();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The library could not be opened');
  const again = page.getByRole('button', { name: 'Try again' });
  await again.click();
  await expect(again).toBeEnabled();
  await expect(alert).toBeVisible();
  await expectNoAxeViolations(page);
  rmSync(file);
  await again.click();
  const desk = new Desk(page);
  await expect(desk.note(ARTICLE)).toBeVisible();
  await desk.newNote();
  await desk.title.fill('It works');
  await desk.saved();
  await expect(desk.list.getByRole('option')).toHaveCount(2);
});
