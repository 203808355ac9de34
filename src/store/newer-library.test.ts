import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultOrder } from '../core/order';
import { AT, add, fileOf, note, openLibrary, temporary, titles } from './test-library';

/** Every name below a folder, with what a write would change of it. */
async function stateOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return Promise.all(
    names.sort().map(async (name) => {
      const file = path.join(folder, name);
      const { mtimeMs, ino, size } = await stat(file);
      const bytes = await readFile(file, 'base64').catch(() => 'folder');
      return [name, mtimeMs, ino, size, bytes].join(' ');
    }),
  );
}

const own = { author: 'A', theme: 'dark', backup: { folder: null, daily: true }, choices: [], font: 'large' };

/** A library as a newer version might leave it: with a note of today, one that today's shape fits, one that it does not, and dirt. */
async function newerLibrary() {
  const folder = await temporary();
  const [today, fits, strange] = [note('Today'), note('Fits'), note('Strange')];
  const { library } = await openLibrary(folder);
  await add(library, today);
  await library.close();
  await writeFile(path.join(folder, 'library.json'), JSON.stringify({ schema: 2, created: AT, team: 'a' }));
  await writeFile(fileOf(folder, fits), JSON.stringify({ ...fits, schema: 7, colour: 'red' }));
  await writeFile(fileOf(folder, strange), JSON.stringify({ ...strange, schema: 7, text: { blocks: [] } }));
  await writeFile(path.join(folder, 'notes', 'no id.json'), '{}');
  await writeFile(path.join(folder, 'notes', '0damaged00.json'), 'no JSON');
  await writeFile(path.join(folder, 'notes', '.0old.json.00.tmp'), 'half');
  await writeFile(path.join(folder, 'index.json'), '{"schema":9}');
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify({ ...own, schema: 9 }));
  await writeFile(path.join(folder, 'view.json'), '{"schema":9}');
  await mkdir(path.join(folder, 'history'), { recursive: true });
  await writeFile(path.join(folder, 'history', `${today.id}.jsonl`), '{"schema":9}\n');
  return { folder, today, fits, strange };
}

describe('a library that a newer version made', () => {
  it('is shown as far as it can be read, and says how much cannot', async () => {
    const { folder, fits, strange } = await newerLibrary();
    const { library, found, summaries, isReadOnly, isNew } = await openLibrary(folder);
    expect([isReadOnly, isNew]).toEqual([true, false]);
    expect(titles(summaries)).toEqual(['Fits', 'Today']);
    expect(found.flatMap(({ notices }) => notices)).toEqual([
      { level: 'info', what: { code: 'notes-not-readable', details: { count: 2 } } },
    ]);
    expect(await library.read(fits.id)).toMatchObject({ value: { title: 'Fits' } });
    expect(await library.read(strange.id)).toMatchObject({ error: { code: 'file-newer-version' } });
    expect(await library.settings()).toMatchObject({ author: 'A', theme: 'dark' });
  });

  it('refuses every change, and none of its files is touched', async () => {
    const { folder, today } = await newerLibrary();
    const before = await stateOf(folder);
    const { library } = await openLibrary(folder);
    const refused = { ok: false, error: { code: 'library-read-only', details: {} } };
    expect(await add(library, note('New'))).toEqual(refused);
    expect(await library.apply([{ id: today.id, before: today, after: null }], 'delete')).toEqual(refused);
    expect(await library.saveSettings(await library.settings())).toEqual(refused);
    await library.saveView({ note: today.id, scroll: 1, order: defaultOrder });
    await library.reconcile();
    await library.read('0damaged00');
    for await (const _ of library.readAll());
    await library.close();
    expect(await stateOf(folder)).toEqual(before);
  });

  it('is followed as the newer version goes on writing', async () => {
    const { folder, today, fits } = await newerLibrary();
    const { library, found } = await openLibrary(folder);
    found.splice(0);
    await library.reconcile();
    expect(found).toEqual([]);
    await writeFile(fileOf(folder, today), JSON.stringify({ ...today, title: 'Tomorrow', schema: 99 }));
    await rm(fileOf(folder, fits));
    await library.reconcile();
    expect(found).toMatchObject([{ changed: [{ title: 'Tomorrow' }], removed: [fits.id], notices: [] }]);
  });
});
