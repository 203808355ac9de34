import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerOpenDialog, dialogCalls, expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { exportTo } from './pages/exporting';

const seed = path.join(import.meta.dirname, '../fixtures/vologda-trade/input.txt');

test('the search looks through titles, text, tags, comments and sources as one types', async ({ page }) => {
  const desk = new Desk(page);
  await desk.annotate('logging machines', 'Question', 'zanzibar');
  await desk.addTag('quarterly');
  await desk.newNote();
  await page.keyboard.type('Unrelated');
  await desk.saved();
  for (const words of ['vologda oblast', 'Amkodor', 'quarter', 'zanzib', 'belta minsk']) {
    await desk.search.fill(words);
    await expect(desk.list.getByRole('option')).toHaveCount(1);
    await expect(desk.row(/^Belarus/)).toBeVisible();
  }
  await desk.search.fill('no such words anywhere');
  await expect(page.getByText('No note here holds all these words.')).toBeVisible();
  await desk.search.press('Escape');
  await expect(desk.list.getByRole('option')).toHaveCount(2);
});

test('a wire report is imported: dateline to source, repeated paragraphs left out, and kept when asked', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await answerOpenDialog(app, seed);
  await desk.button('Import').click();
  await expect(desk.message('Imported')).toBeVisible();
  const [asked] = await dialogCalls(app);
  expect(asked?.options.filters).toEqual([
    {
      name: 'All that can be imported',
      extensions: ['md', 'markdown', 'mdown', 'txt', 'text', 'json', 'pdf'],
    },
    { name: 'Markdown', extensions: ['md', 'markdown', 'mdown'] },
    { name: 'Plain text', extensions: ['txt', 'text'] },
    { name: 'Note with everything in it', extensions: ['json'] },
    { name: 'PDF', extensions: ['pdf'] },
    { name: 'All files', extensions: ['*'] },
  ]);
  expect(await desk.paragraphs()).toHaveLength(5);
  await expect(page.getByRole('button', { name: 'Source and details' })).toHaveText(
    'BelTA · Minsk · 30 January 2025',
  );
  await expect(desk.message('4 paragraphs stood twice')).toBeVisible();
  await page.getByRole('button', { name: 'Keep them' }).click();
  await expect(desk.text.getByRole('paragraph')).toHaveCount(9);
});

test('a dropped file is imported', async ({ page, dataDir }) => {
  const desk = new Desk(page);
  const file = path.join(dataDir, '..', 'dropped.md');
  writeFileSync(file, '---\ntitle: Dropped here\ntags: [one/two]\n---\nSome *words*.\n');
  await desk.drop(file, desk.text);
  await expect(desk.title).toHaveValue('Dropped here');
  await expect(desk.tags.getByText('one/two')).toBeVisible();
});

test('a PDF of a note that is dropped gives back the note, with its tags and annotations', async ({
  app,
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  await desk.annotate('logging machines', 'Question', 'Which ones?');
  await desk.addTag('trade/exports');
  const file = path.join(dataDir, '..', 'briefing.pdf');
  await exportTo(desk, app, file);
  await desk.title.fill('Changed since');
  await desk.saved();
  await desk.drop(file, desk.text);
  await expect(desk.list.getByRole('option')).toHaveCount(2);
  await expect(desk.list.getByRole('option', { selected: true })).toHaveCount(1);
  await expect(desk.title).toHaveValue(/^Belarus/);
  await expect(desk.card('Which ones?')).toBeVisible();
  await expect(desk.tags.getByText('trade/exports')).toBeVisible();
});

test('a file dropped on the editor is imported and does not become part of the text', async ({
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  const file = path.join(dataDir, '..', 'dropped.md');
  writeFileSync(file, '# Dropped there\n\nWords of the file.\n');
  await desk.newNote();
  await desk.title.fill('Being written');
  await desk.editor.fill('My own words.');
  await desk.drop(file, desk.editor);
  await expect(desk.title).toHaveValue('Dropped there');
  await desk.row('Being written').click();
  await expect(desk.text).toHaveText('My own words.');
});

test('files that cannot be imported each get a clear word, and nothing is lost', async ({
  app,
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  const file = (name: string, bytes: string | Buffer): string => {
    const full = path.join(dataDir, '..', name);
    writeFileSync(full, bytes);
    return full;
  };
  await answerOpenDialog(
    app,
    file('empty.txt', ''),
    file('binary.txt', Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 7])),
    file('huge.txt', Buffer.alloc(50_000_000, 'word ')),
  );
  await desk.button('Import').click();
  await expect(page.getByRole('alert').filter({ hasText: 'empty.txt' })).toContainText('is empty');
  await expect(page.getByRole('alert').filter({ hasText: 'binary.txt' })).toContainText('not a text file');
  await expect(page.getByRole('alert').filter({ hasText: 'huge.txt' })).toContainText('at most');
  await expect(desk.list.getByRole('option')).toHaveCount(1);
});

test('a long import shows how far it is and can be cancelled', async ({ app, page, dataDir }) => {
  const desk = new Desk(page);
  const folder = path.join(dataDir, '..', 'many');
  mkdirSync(folder);
  const many = 4000;
  for (let number = 0; number < many; number += 1)
    writeFileSync(path.join(folder, `${number}.txt`), `Report ${number}\n\nIts words.\n`);
  await answerOpenDialog(app, folder);
  await desk.button('Import').click();
  await expect(page.getByRole('progressbar', { name: 'Importing…' })).toBeVisible();
  await desk.button('Cancel').click();
  await expect(desk.message('Import cancelled.')).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeHidden();
  await expect(desk.library.getByRole('button', { name: 'All notes' })).not.toContainText(`${many + 1}`);
});

test('a Cyrillic text in an old encoding is read rightly, with a word about it', async ({
  app,
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  const full = path.join(dataDir, '..', 'old.txt');
  const words = 'Экспорт продукции деревообработки в прошлом году заметно вырос, сообщили в концерне.';
  // windows-1251: А–я stand at 0xC0–0xFF in the order of Unicode.
  writeFileSync(
    full,
    Buffer.from(
      [...words].map((letter) =>
        /[А-я]/.test(letter) ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0),
      ),
    ),
  );
  await answerOpenDialog(app, full);
  await desk.button('Import').click();
  await expect(desk.text).toContainText(words);
  await expect(desk.message('windows-1251')).toBeVisible();
});
