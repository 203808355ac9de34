import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, expectNoAxeViolations, test } from './fixtures';
import { killApp } from './launch/faults';
import { Desk } from './pages/desk';

/** Where the person is when the app is killed, in milliseconds after the last thing that was saved. */
const MOMENTS = [0, 5, 20, 60, 150, 350, 700];

test('killed at any moment of writing and tagging, the app shows all that it said was saved', async ({
  launch,
}) => {
  test.setTimeout(300_000);
  let running = await launch();
  for (const [round, moment] of MOMENTS.entries()) {
    const desk = new Desk(running.page);
    const title = `Round ${round}`;
    await desk.title.fill(title);
    await desk.addTag(`kill/${round}`);
    await desk.button('Edit').click();
    await desk.editor.fill(`Text of round ${round}.`);
    await desk.saved();
    // From here on nothing is acknowledged.
    await running.page.keyboard.type(' And more', { delay: 1 });
    const killed = new Promise((resolve) => setTimeout(resolve, moment)).then(() => killApp(running));
    await Promise.allSettled([killed, running.page.keyboard.type(' and more and more', { delay: 20 })]);
    await killed;
    running.problems.length = 0;
    running = await launch();
    const again = new Desk(running.page);
    await expect(again.title).toHaveValue(title);
    await expect(again.text).toContainText(`Text of round ${round}.`);
    for (let tag = 0; tag <= round; tag += 1)
      await expect(again.tags.getByText(`kill/${tag}`, { exact: true })).toBeVisible();
    await expect(running.page.getByRole('alert')).toHaveCount(0);
    await expect(again.list.getByRole('option')).toHaveCount(1);
  }
});

test('a comment that was being written when the app was killed is offered again, and is none until it is saved', async ({
  running,
  launch,
  dataDir,
}) => {
  const desk = new Desk(running.page);
  await desk.annotate('mulling over', 'Question', 'Who?');
  await desk.card('mulling over').getByRole('button', { name: 'Edit comment' }).click();
  const field = desk.margin.getByRole('textbox', { name: 'Comment' });
  await field.fill('Who, and since when?');
  const file = path.join(dataDir, 'drafts.json');
  const kept = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  await expect.poll(() => kept().includes('since when')).toBe(true);
  await killApp(running);
  running.problems.length = 0;

  const second = await launch();
  const again = new Desk(second.page);
  const offered = again.margin.getByRole('textbox', { name: 'Comment' });
  await expect(offered).toHaveValue('Who, and since when?');
  await expect(offered).toHaveAccessibleDescription(/when the app ended/);
  await expectNoAxeViolations(second.page);
  // Looked at and left alone, it stays what it was: no comment, and offered.
  await again.newNote();
  await again.row(/^Belarus/).click();
  await expect(offered).toHaveValue('Who, and since when?');
  const stored = await second.page.evaluate(
    (note) => window.desk.call('note.open', { note }),
    JSON.parse(kept()).comments[0].note as string,
  );
  expect(JSON.stringify(stored)).not.toContain('since when');

  await again.margin.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(offered).toBeHidden();
  await expect(again.card('Who, and since when?')).toBeVisible();
  expect(JSON.parse(kept()).comments).toEqual([]);
});
