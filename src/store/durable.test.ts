import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isTemporary, replaceFile } from './durable';

test('a file is replaced though a process of the same number, on another machine, is writing it too', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'briefing-desk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const theirs = [1, 2, 3].map((count) => `.a.json.${process.pid}-${count}.tmp`);
  for (const name of theirs) await writeFile(path.join(folder, name), 'theirs');
  await replaceFile(path.join(folder, 'a.json'), 'ours');
  expect(await readFile(path.join(folder, 'a.json'), 'utf8')).toBe('ours');
  expect((await readdir(folder)).filter(isTemporary).sort()).toEqual(theirs);
});
