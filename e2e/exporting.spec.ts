import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerOpenDialog, answerSaveDialog, dialogCalls, expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { exportTo } from './pages/exporting';

const FACT = 'Belarusian exports to the Russian region rose 21%';

/** Everything that a tool of the system prints about a file. */
const tool = (name: string, ...args: string[]): string => execFileSync(name, args, { encoding: 'utf8' });

for (const layout of ['Briefing note', 'Annotated article']) {
  for (const paper of ['A4', 'Letter']) {
    test(`the article becomes an accessible PDF: ${layout}, ${paper}`, async ({ app, page, dataDir }) => {
      const desk = new Desk(page);
      await desk.annotate(FACT, 'Key fact', 'Up by a **fifth**');
      await desk.addTag('trade/exports');
      const file = path.join(dataDir, '..', 'out.pdf');
      await exportTo(desk, app, file, { Layout: layout, Paper: paper });
      const info = tool('pdfinfo', file);
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info).toMatch(/Title:\s+Belarus–Vologda Oblast/);
      expect(info).toMatch(/Keywords:\s+trade\/exports/);
      expect(info).toMatch(paper === 'A4' ? /595\.\d+ x 841\.\d+ pts/ : /612 x 792 pts/);
      expect(tool('pdfinfo', '-meta', file)).toContain('pdfuaid');
      expect(tool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
      const fonts = tool('pdffonts', file).split('\n').slice(2).filter(Boolean);
      expect(fonts.length).toBeGreaterThan(1);
      for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
      const text = tool('pdftotext', file, '-').replace(/\s+/g, ' ');
      expect(text.split('Now we are mulling over the ways').length).toBe(2);
      expect(text).toContain('Up by a fifth');
      expect(text).toMatch(/Page 1 of \d/);
      expect(tool('pdfdetach', '-list', file)).toContain('1 embedded file');
    });
  }
}

test('the marking stands at the top and bottom of every page, and choices are remembered', async ({
  app,
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  const file = path.join(dataDir, '..', 'marked.pdf');
  await desk.edit(async () =>
    desk.editor.fill('A paragraph of the long text. '.repeat(40).concat('\n\n').repeat(14)),
  );
  const marking = page.getByLabel('Marking');
  await answerSaveDialog(app, file);
  await desk.button('Export').click();
  await marking.fill('OFFICIAL-SENSITIVE');
  await page.getByRole('button', { name: 'Save as…' }).click();
  await expect(desk.message('Saved “marked.pdf”')).toBeVisible({ timeout: 30_000 });
  const pages = tool('pdftotext', file, '-')
    .split('\f')
    .filter((text) => text.trim() !== '');
  expect(pages.length).toBeGreaterThan(2);
  for (const text of pages) expect(text.split('OFFICIAL-SENSITIVE').length).toBeGreaterThan(2);
  await desk.button('Export').click();
  await expect(marking).toHaveValue('OFFICIAL-SENSITIVE');
});

test('the same note and choices give the same bytes', async ({ app, page, dataDir }) => {
  const desk = new Desk(page);
  await desk.annotate(FACT, 'Question', 'Since when?');
  const [first, second] = ['a.pdf', 'b.pdf'].map((name) => path.join(dataDir, '..', name)) as [
    string,
    string,
  ];
  await exportTo(desk, app, first);
  await exportTo(desk, app, second);
  expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
});

test('as Markdown a note leaves and comes back whole', async ({ app, page, dataDir }) => {
  const desk = new Desk(page);
  await desk.annotate(FACT, 'Key fact', 'Comes back');
  await desk.addTag('trade/exports');
  const file = path.join(dataDir, '..', 'note.md');
  await exportTo(desk, app, file, { Format: 'Markdown' });
  await page.keyboard.press('Control+Backspace');
  await expect(desk.list.getByRole('option')).toHaveCount(0);
  await answerOpenDialog(app, file);
  await desk.button('Import').click();
  await expect(desk.card('Comes back')).toBeVisible();
  await expect(desk.marks(FACT)).toBeVisible();
  await expect(desk.tags.getByText('trade/exports')).toBeVisible();
});

const OTHER_FORMATS = [
  { name: 'Word', extension: 'docx', beginning: 'PK' },
  { name: 'Web page', extension: 'html', beginning: '<!doctype html>' },
  { name: 'Email draft', extension: 'eml', beginning: 'X-Unsent: 1' },
  { name: 'JSON', extension: 'json', beginning: '{' },
];

test('the article leaves in every other format', async ({ app, page, dataDir }) => {
  const desk = new Desk(page);
  await desk.annotate(FACT, 'Key fact', 'Up by a fifth');
  for (const { name, extension, beginning } of OTHER_FORMATS) {
    const file = path.join(dataDir, '..', `out.${extension}`);
    await exportTo(desk, app, file, { Format: name });
    expect(readFileSync(file, 'latin1').slice(0, beginning.length)).toBe(beginning);
  }
  expect(readFileSync(path.join(dataDir, '..', 'out.html'), 'utf8')).toContain('Up by a fifth');
});

test('the dialog suggests a name that every system can keep', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.title.fill('Q1/Q2: “exports” up? <draft>');
  await desk.saved();
  await desk.button('Export').click();
  await page.getByRole('button', { name: 'Save as…' }).click();
  await expect.poll(async () => (await dialogCalls(app)).length).toBe(1);
  const [call] = await dialogCalls(app);
  const name = path.basename(String(call?.options.defaultPath));
  expect(name).toMatch(/^[^/\\:*?"<>|]+\.pdf$/);
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
});

test('a folder that is gone gets an alert, and what was there stays untouched', async ({
  app,
  page,
  dataDir,
}) => {
  const desk = new Desk(page);
  const folder = path.join(dataDir, '..', 'gone');
  mkdirSync(folder);
  const file = path.join(folder, 'out.pdf');
  rmSync(folder, { recursive: true });
  await answerSaveDialog(app, file);
  await desk.button('Export').click();
  await page.getByRole('button', { name: 'Save as…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('alert')).toContainText('folder of “out.pdf” is not there any more');
  await dialog.getByRole('button', { name: 'Close message' }).click();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  // A folder stands where the file should be: it cannot be replaced, and is not.
  mkdirSync(file, { recursive: true });
  writeFileSync(path.join(file, 'kept.txt'), 'kept');
  await page.getByRole('button', { name: 'Save as…' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'out.pdf' }).last()).toBeVisible();
  expect(readFileSync(path.join(file, 'kept.txt'), 'utf8')).toBe('kept');
  expect(readdirSync(folder)).toEqual(['out.pdf']);
});

test('Cancel ends a long export at once, with nothing half-written', async ({ app, page, dataDir }) => {
  const desk = new Desk(page);
  const article = path.join(dataDir, '..', 'article.md');
  writeFileSync(article, '# Chapter\n\nWords **and** words. [1](https://example.org)\n\n'.repeat(9000));
  await answerOpenDialog(app, article);
  await desk.button('Import').click();
  await expect(desk.message('Imported')).toBeVisible();
  const file = path.join(dataDir, '..', 'long.pdf');
  await answerSaveDialog(app, file);
  await desk.button('Export').click();
  await page.getByRole('button', { name: 'Save as…' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Cancel' }).click();
  await expect(desk.message('Export cancelled')).toBeVisible();
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(path.dirname(file)).filter((name) => name.includes('long'))).toEqual([]);
});
