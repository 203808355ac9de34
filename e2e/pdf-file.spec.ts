import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  answerOpenDialog,
  answerSaveDialog,
  expect,
  expectNoAxeViolations,
  setTheme,
  test,
} from './fixtures';
import { Desk } from './pages/desk';
import { PdfFields } from './pages/pdf-fields';

const FACT = 'Belarusian exports to the Russian region rose 21%';
const PASSWORD = 'not to be guessed';

const tool = (name: string, ...args: string[]): string =>
  execFileSync(name, args, { encoding: 'utf8', stdio: 'pipe' });

test('annotations become comments of the PDF, seen in its pages before', async ({ app, page, dataDir }) => {
  const desk = new Desk(page);
  await desk.annotate(FACT, 'Key fact', 'Up by a fifth');
  const file = path.join(dataDir, '..', 'comments.pdf');
  await answerSaveDialog(app, file);
  await desk.button('Export').click();
  const dialog = new PdfFields(page);
  await dialog.checkbox('PDF comments').check();
  await dialog.save.click();
  await expect(desk.message('Saved “comments.pdf”')).toBeVisible({ timeout: 30_000 });
  expect(tool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
  const objects = tool('qpdf', '--json', file);
  expect(objects.split('"/Subtype": "/Highlight"').length).toBe(2);
  expect(objects).toContain('u:Key fact: Up by a fifth');
  await desk.button('Export').click();
  await expect(dialog.checkbox('PDF comments')).toBeChecked();
  await dialog.radio('Annotations', 'None').check();
  await expect(dialog.checkbox('PDF comments')).toHaveCount(0);
});

test('a password opens the file, and is kept nowhere', async ({ app, page, dataDir }) => {
  const desk = new Desk(page);
  const file = path.join(dataDir, '..', 'locked.pdf');
  await answerSaveDialog(app, file);
  await desk.button('Export').click();
  const dialog = new PdfFields(page);
  await dialog.password.fill(PASSWORD);
  await expect(dialog.password).toHaveAttribute('type', 'password');
  await dialog.checkbox('Show what is typed').check();
  await expect(dialog.password).toHaveAttribute('type', 'text');
  await dialog.save.click();
  await expect(desk.message('Saved “locked.pdf”')).toBeVisible({ timeout: 30_000 });
  expect(tool('qpdf', '--show-encryption', `--password=${PASSWORD}`, file)).toContain('R = 6');
  expect(tool('pdftotext', '-upw', PASSWORD, file, '-')).toContain('Vologda');
  expect(() => tool('pdftotext', file, '-')).toThrow('Incorrect password');
  await desk.button('Export').click();
  await expect(dialog.password).toHaveValue('');
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain(PASSWORD);
  for (const name of readdirSync(dataDir, { recursive: true, encoding: 'utf8' })) {
    const bytes = readIfFile(path.join(dataDir, name));
    expect(bytes.includes(PASSWORD), name).toBe(false);
  }
});

test('a protected PDF asks for its password, and gives its note back', async ({ app, page, dataDir }) => {
  const desk = new Desk(page);
  await desk.annotate(FACT, 'Key fact', 'Up by a fifth');
  const file = path.join(dataDir, '..', 'locked.pdf');
  await answerSaveDialog(app, file);
  await desk.button('Export').click();
  const exporting = new PdfFields(page);
  await exporting.password.fill(PASSWORD);
  await exporting.save.click();
  await expect(desk.message('Saved “locked.pdf”')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Control+Backspace');
  await expect(desk.list.getByRole('option')).toHaveCount(0);

  await answerOpenDialog(app, file);
  await desk.button('Import').click();
  const asking = page.getByRole('dialog', { name: 'Protected PDF' });
  await expect(asking.getByText('“locked.pdf” is protected by a password')).toBeVisible();
  await expectNoAxeViolations(page);
  await asking.getByLabel('Password of the file').fill('another');
  await page.keyboard.press('Enter');
  await expect(asking.getByRole('alert')).toContainText('does not open with this password');
  await asking.getByLabel('Password of the file').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(asking).toBeHidden();
  await expect(desk.card('Up by a fifth')).toBeVisible();
  await expect(desk.marks(FACT)).toBeVisible();

  // Whoever does not know it is told nothing worse.
  await desk.button('Import').click();
  await asking.getByRole('button', { name: 'Cancel' }).click();
  await expect(asking).toBeHidden();
  await expect(desk.list.getByRole('option')).toHaveCount(1);
});

test('an archive copy is PDF/A-3 and has no password', async ({ app, page, dataDir }) => {
  const desk = new Desk(page);
  const file = path.join(dataDir, '..', 'archive.pdf');
  await answerSaveDialog(app, file);
  await desk.button('Export').click();
  const dialog = new PdfFields(page);
  await dialog.password.fill(PASSWORD);
  await dialog.checkbox('Archive copy').check();
  await expect(dialog.password).toBeDisabled();
  await expect(dialog.password).toHaveValue('');
  await dialog.save.click();
  await expect(desk.message('Saved “archive.pdf”')).toBeVisible({ timeout: 30_000 });
  const said = tool('pdfinfo', '-meta', file);
  expect(said).toContain('<pdfaid:part>3</pdfaid:part>');
  expect(said).toContain('<pdfuaid:part>1</pdfuaid:part>');
});

for (const theme of ['light', 'dark'] as const) {
  test(`what is chosen of the file can be used by everybody (${theme})`, async ({ app, page }) => {
    await setTheme(app, theme);
    await new Desk(page).button('Export').click();
    const dialog = new PdfFields(page);
    await dialog.password.fill('secret');
    await expect(dialog.checkbox('Show what is typed')).toBeVisible();
    await expectNoAxeViolations(page);
    await dialog.checkbox('Archive copy').check();
    await expectNoAxeViolations(page);
  });
}

function readIfFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
