import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { exportDialog } from './pages/exporting';

const TEMPLATE = '#set document(title: "Own")\n#set page(height: 100mm)\n= Our own pages\n';

/** A layout in the layouts folder of a library. */
function addLayout(library: string, id: string, manifest: string, template: string): void {
  const folder = path.join(library, 'layouts', id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'layout.json'), manifest);
  writeFileSync(path.join(folder, 'layout.typ'), template);
}

test('a layout of one’s own stands beside the app’s; a mistake is told, and the last good pages stay', async ({
  page,
  dataDir,
}) => {
  const manifest = JSON.stringify({ name: 'Ministry', hint: 'Our own', like: 'clean-copy' });
  addLayout(dataDir, 'ministry', manifest, TEMPLATE);
  addLayout(dataDir, 'broken', '{"name": "Broken"}', TEMPLATE);
  const desk = new Desk(page);
  await desk.button('Export').click();
  const dialog = exportDialog(page);
  const layout = dialog.getByRole('radiogroup', { name: 'Layout' });
  const words = dialog.getByText('Our own pages');
  await expect(
    dialog.getByText(/The layout “broken” cannot be used: its layout.json has a mistake.*like/),
  ).toBeVisible();
  await layout.getByRole('radio', { name: 'Ministry' }).check();
  await expect(words).toBeAttached();

  addLayout(dataDir, 'ministry', manifest, `${TEMPLATE}\n#no-such-name`);
  await dialog.getByRole('radiogroup', { name: 'Paper' }).getByRole('radio', { name: 'Letter' }).check();
  await expect(dialog.getByText(/layout\.typ, line 5: unknown variable/)).toBeVisible();
  await expect(words).toBeAttached();

  addLayout(dataDir, 'ministry', manifest, TEMPLATE);
  await layout.getByRole('radio', { name: 'Digest' }).check();
  await expect(words).not.toBeAttached();
  await expect(dialog.getByText(/unknown variable/)).toBeHidden();
});

test('the layouts folder is made where there is none', async ({ page, dataDir }) => {
  const folder = path.join(dataDir, 'layouts');
  expect(existsSync(folder)).toBe(false);
  await new Desk(page).runCommand('Open layouts folder');
  await expect.poll(() => existsSync(folder)).toBe(true);
});
