import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DraftsFile } from './drafts-file';
import { temporary } from './test-library';

const draft = (annotation: string, comment: string) => ({
  note: '0note000',
  annotation,
  reply: null,
  comment,
  who: '',
  by: '',
});

test('a comment that is being written is kept as it is typed, until it is saved or given up', async () => {
  const folder = await temporary();
  const file = new DraftsFile(folder);
  for (const words of ['W', 'Wo', 'Wor']) await file.keep(draft('0one0000', ''), draft('0one0000', words));
  await file.keep(draft('0two0000', ''), draft('0two0000', 'Other'));
  const again = new DraftsFile(folder);
  expect(await again.read(null)).toEqual([draft('0one0000', 'Wor'), draft('0two0000', 'Other')]);
  await again.keep(draft('0one0000', ''), null);
  expect(await new DraftsFile(folder).read(null)).toEqual([draft('0two0000', 'Other')]);
});

test('a file that cannot be used is set aside; one of a newer version stays as it is', async () => {
  const folder = await temporary();
  const file = path.join(folder, 'drafts.json');
  await writeFile(file, '\0\0');
  let told = 0;
  expect(await new DraftsFile(folder).read(() => (told += 1))).toEqual([]);
  expect([told, (await readdir(path.join(folder, 'quarantine'))).length]).toEqual([1, 2]);
  const newer = JSON.stringify({ schema: 3, comments: [] });
  await writeFile(file, newer);
  await new DraftsFile(folder).keep(draft('0one0000', ''), draft('0one0000', 'x'));
  expect(await readFile(file, 'utf8')).toBe(newer);
});
