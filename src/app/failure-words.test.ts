import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Failure, Result } from '../core/result';
import { SETTINGS_SCHEMA } from '../core/vocabulary';
import { failureText } from '../shared/text';
import { libraryFailure, readFailure, writeFailure } from '../store/failures';
import { createLibraryFolder } from '../store/open-library';
import { add, fileOf, note, openLibrary, temporary } from '../store/test-library';

const errorOf = (result: Result<unknown>): Failure => {
  if (result.ok) throw new Error('did not fail');
  return result.error;
};

/** A library whose quarantine cannot be made. */
async function withoutQuarantine() {
  const folder = await temporary();
  const opened = await openLibrary(folder);
  await writeFile(path.join(folder, 'quarantine'), '');
  return { folder, ...opened };
}

describe('a file that cannot be used and cannot be set aside', () => {
  it('is said to be left as it is', async () => {
    const { folder, library } = await withoutQuarantine();
    const one = note('A');
    await add(library, one);
    await writeFile(fileOf(folder, one), 'no JSON');
    const error = errorOf(await library.read(one.id));
    expect(error).toMatchObject({ code: 'file-not-a-note', details: { file: `${one.id}.json` } });
    expect(failureText(error)).toContain(`${one.id}.json`);
  });
});

it('no failure of the store has a place in its words that is not filled', async () => {
  const { folder, library, found } = await withoutQuarantine();
  const failures: Failure[] = [];
  const [damaged, newer, changed] = [note('A'), note('B'), note('C')];
  await add(library, damaged, newer, changed);
  await writeFile(path.join(folder, 'notes', 'not an id.json'), '{}');
  await writeFile(fileOf(folder, changed), JSON.stringify({ ...changed, title: 'elsewhere' }));
  failures.push(errorOf(await library.apply([{ id: changed.id, before: changed, after: null }], 'delete')));
  failures.push(errorOf(await add(library, changed)));
  await writeFile(fileOf(folder, damaged), 'no JSON');
  await writeFile(fileOf(folder, newer), JSON.stringify({ ...newer, schema: 99 }));
  for (const id of [damaged.id, newer.id, 'gone0000']) failures.push(errorOf(await library.read(id)));
  await library.reconcile();
  for (const { notices } of found)
    for (const { level, what } of notices) if (level === 'error') failures.push(what);
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify({ schema: SETTINGS_SCHEMA + 1 }));
  failures.push(errorOf(await library.saveSettings({ ...(await library.settings()), theme: 'dark' })));
  const file = path.join(folder, 'file');
  await writeFile(file, '');
  failures.push(errorOf(await createLibraryFolder({ folder: file }).open()));
  for (const code of ['ENOSPC', 'EACCES', 'EPERM', 'EBUSY', 'ENOENT', 'ENAMETOOLONG', 'EIO']) {
    const error = Object.assign(new Error(code), { code });
    for (const of of [writeFailure, readFailure]) failures.push(of(error, '/a/b.md').error);
    failures.push(libraryFailure(error).error);
  }
  expect(failures.map(({ code }) => code)).toContain('file-not-a-note');
  expect(failures.map(failureText).filter((text) => text.includes('{{'))).toEqual([]);
});
