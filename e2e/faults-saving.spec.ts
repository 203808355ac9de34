import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  answerMessageBox,
  answerSaveDialog,
  closeWindow,
  dialogCalls,
  expect,
  expectNoAxeViolations,
  type RunningApp,
  test,
} from './fixtures';
import { canMount, injectFault, mend, mountReadOnly, mountSmallDisk } from './launch/faults';
import { Desk } from './pages/desk';

/** While something is wrong the words stay in the window, one line says why, and once it is mended they are saved. */
async function outlives(
  { page }: RunningApp,
  { words, wrong, right }: { words: RegExp; wrong: () => unknown; right: () => unknown },
): Promise<void> {
  const desk = new Desk(page);
  // What the first save needs is loaded by then.
  await desk.title.fill('Typed while all was well');
  await expect(desk.row('Typed while all was well')).toBeVisible();
  await desk.saved();
  await wrong();
  await desk.title.fill('Typed while nothing could be saved');
  await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
  await expect(desk.notSaved).toBeVisible();
  await expect(desk.title).toHaveValue('Typed while nothing could be saved');
  await expectNoAxeViolations(page);
  await right();
  await desk.saved();
  await expect(desk.row('Typed while nothing could be saved')).toBeVisible();
  // What is over is not said any more.
  await expect(page.getByRole('alert')).toHaveCount(0);
}

const faults: readonly {
  readonly call: 'open' | 'sync' | 'rename';
  readonly does: 'EIO' | 'ENOSPC' | 'EMFILE';
  readonly words: RegExp;
}[] = [
  { call: 'open', does: 'EIO', words: /could not be saved/ },
  { call: 'open', does: 'EMFILE', words: /Too many files are open/ },
  { call: 'sync', does: 'EIO', words: /could not be saved/ },
  { call: 'rename', does: 'ENOSPC', words: /disk is full/ },
];
for (const fault of faults) {
  test(`${fault.does} at ${fault.call}: the words stay in the window and are saved once it is mended`, async ({
    running,
  }) => {
    await outlives(running, {
      words: fault.words,
      wrong: () => injectFault(running.app, { call: fault.call, does: fault.does }),
      right: () => mend(running.app),
    });
  });
}

test('a folder that vanishes while it is open, and comes back', async ({ running, dataDir }) => {
  const notes = path.join(dataDir, 'notes');
  await outlives(running, {
    words: /folder of the library is not there any more/,
    wrong: () => renameSync(notes, `${notes}-away`),
    right: () => renameSync(`${notes}-away`, notes),
  });
});

test('a full disk', async ({ launch, dataDir }) => {
  test.skip(!canMount, 'only root on Linux can mount a small disk');
  const notes = path.join(dataDir, 'notes');
  mkdirSync(notes);
  const unmount = mountSmallDisk(notes, '256k');
  try {
    const running = await launch();
    const filler = path.join(notes, '.filler');
    await outlives(running, {
      words: /disk is full/,
      wrong: () => {
        try {
          writeFileSync(filler, Buffer.alloc(1_000_000));
        } catch {
          // As far as there was room.
        }
      },
      right: () => rmSync(filler),
    });
    await running.close();
  } finally {
    unmount();
  }
});

test('a folder that can only be read', async ({ running, dataDir }) => {
  test.skip(!canMount, 'only root on Linux can mount a folder for reading');
  let end = (): unknown => undefined;
  try {
    await outlives(running, {
      words: /cannot be written to/,
      wrong: () => {
        end = mountReadOnly(path.join(dataDir, 'notes'));
      },
      right: () => end(),
    });
  } finally {
    end();
  }
});

test('while saving fails the note can be saved elsewhere, with what was typed', async ({
  app,
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  await desk.saved();
  const copy = path.join(dataDir, '..', 'copy.md');
  await answerSaveDialog(app, copy);
  const bringBack = desk.breakSaving(dataDir);
  await desk.title.fill('Saved elsewhere');
  await desk.button('Save a copy…').click();
  await expect(desk.message('Saved “copy.md” with what you typed.')).toBeVisible();
  expect(readFileSync(copy, 'utf8')).toMatch(/^---\ntitle: Saved elsewhere\n/);
  bringBack();
  await desk.saved();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a window that cannot save closes once its words are in a file', async ({ app, page, dataDir }) => {
  const desk = new Desk(page);
  await desk.button('Edit').click();
  await desk.saved();
  const copy = path.join(dataDir, '..', 'copy.md');
  desk.breakSaving(dataDir);
  await desk.editor.fill('The last words.');
  await expect(desk.notSaved).toBeVisible();

  // The person closes the dialog without choosing a file: nothing is lost, the window stays.
  await answerMessageBox(app, 1);
  await closeWindow(app);
  await expect
    .poll(async () => (await dialogCalls(app)).map(({ dialog }) => dialog))
    .toEqual(['message', 'save']);
  await expect(desk.editor).toContainText('The last words.');

  await answerSaveDialog(app, copy);
  const closed = page.waitForEvent('close');
  await closeWindow(app);
  await closed;
  expect(readFileSync(copy, 'utf8')).toContain('\nThe last words.\n');
});

test('a window with a save under way waits for it, and says so where it takes long', async ({
  running,
  launch,
}) => {
  const { app, page, options } = running;
  const desk = new Desk(page);
  await desk.saved();
  await injectFault(app, { call: 'sync', does: 'wait' });
  await desk.title.fill('On its way to the disk');
  const closed = page.waitForEvent('close');
  await closeWindow(app);
  await expect
    .poll(async () => (await dialogCalls(app)).map(({ options }) => options))
    .toMatchObject([{ title: 'Still saving …', buttons: ['Wait', 'Close anyway'] }]);
  expect(page.isClosed()).toBe(false);
  await mend(app);
  await closed;
  await running.close();
  await expect(new Desk((await launch(options)).page).title).toHaveValue('On its way to the disk');
});

test('what is typed is brought to the disk before the machine goes to sleep', async ({
  app,
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  await desk.saved();
  // No time passes any more, so nothing is saved for having waited.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1000);
  await desk.title.fill('Typed before sleep');
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await desk.saved();
  const notes = path.join(dataDir, 'notes');
  const written = readdirSync(notes).map((name) => readFileSync(path.join(notes, name), 'utf8'));
  expect(written.join('\n')).toContain('Typed before sleep');
});
