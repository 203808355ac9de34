import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { answerOpenDialog, expect } from './fixtures';
import { forgive, test, watchOpened } from './launch/outside';
import { Desk } from './pages/desk';

test('a hostile note is harmless text', async ({ app, page, running, outside, dataDir }) => {
  const opened = await watchOpened(app);
  const home = page.url();
  const run = `window.ran = true`;
  const file = path.join(dataDir, '..', 'hostile.md');
  const text = [
    '# Hostile',
    'First paragraph.',
    `<script>${run}</script>`,
    `<img src=x onerror="${run}">`,
    `<svg onload="${run}"><animate onbegin="${run}" attributeName=x></svg>`,
    `<iframe src="${outside.address}/frame"></iframe><meta http-equiv="refresh" content="0;url=${outside.address}/refresh">`,
    `<style>@import "${outside.address}/style"; body { display: none }</style><base href="${outside.address}/">`,
    `<form action="${outside.address}/form"><input name=q autofocus onfocus="${run}"></form>`,
    `[script](javascript:${run}) [spaced](java\tscript:${run}) [coded](&#106;avascript:${run}) [data](data:text/html,<script>${run}</script>)`,
    `[file](file:///etc/passwd) <javascript:${run}> [web](https://example.com/ok)`,
    `![remote](${outside.address}/image.png) ![vector](data:image/svg+xml;base64,PHN2Zy8+)`,
    `| <b onclick="${run}">a</b> | ![](${outside.address}/cell.png) |\n|---|---|\n| \`</td><script>${run}</script>\` | x |`,
    `\`\`\`"><script>${run}</script>\ncode\n\`\`\``,
    '['.repeat(10_000),
    '> '.repeat(500),
    'Last paragraph.',
  ].join('\n\n');
  await writeFile(file, text);
  await answerOpenDialog(app, file);

  const desk = new Desk(page);
  await desk.button('Import').click();
  await desk.row(/Hostile/).click();
  await expect(desk.text.getByText('Last paragraph.')).toBeAttached();
  // A click on what looks like a link must do no more than a link of the web may.
  for (const link of await desk.text.getByRole('link').all())
    await link.click({ force: true }).catch(() => undefined);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));

  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(page.url()).toBe(home);
  expect(outside.contacts).toEqual([]);
  expect((await opened()).filter((address) => !address.startsWith('https://example.com/'))).toEqual([]);
  expect(
    await desk.text
      .locator('script, iframe, style, form, meta, base, svg animate, [onerror], [onclick], [onload]')
      .count(),
  ).toBe(0);
  await expect(desk.library).toBeVisible();
  forgive(running.problems);
});
