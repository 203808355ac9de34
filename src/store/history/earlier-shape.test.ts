import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { noteAs1 } from '../../core/migrations/note-from-1';
import { noteAs2 } from '../../core/migrations/note-from-2';
import { AT, add, fileOf, note, openLibrary, temporary } from '../test-library';
import { sumOf } from './sum';

it.each([
  ['1', noteAs1],
  ['2', noteAs2],
])('a history goes on where a version was written in shape %s of notes', async (_, noteAs) => {
  const folder = await temporary();
  const one = note('A', { text: 'One' });
  const first = await openLibrary(folder);
  await add(first.library, one);
  await first.library.close();
  const old = noteAs(one);
  if (!old) throw new Error('it has replies');
  await writeFile(fileOf(folder, one), JSON.stringify(old));
  const line = { version: '0version00', at: AT, by: 'import', sum: sumOf(old), note: old };
  await writeFile(
    path.join(folder, 'history', `${one.id}.jsonl`),
    `{"schema":1,"history":"${one.id}"}\n${JSON.stringify(line)}\n`,
  );
  const { library } = await openLibrary(folder);
  const versions = async () => {
    const listed = await library.versions.list(one.id);
    return listed.ok && listed.value.map(({ by, isNow }) => [by, isNow]);
  };
  expect(await versions()).toEqual([['import', true]]);
  await library.apply([{ id: one.id, before: one, after: { ...one, text: 'Two' } }], 'edit-text');
  expect(await versions()).toEqual([
    ['edit-text', true],
    ['import', false],
  ]);
  expect(await library.versions.read(one.id, '0version00')).toMatchObject({ ok: true, value: one });
});
