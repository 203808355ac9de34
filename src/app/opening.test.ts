import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newNote } from '../core/note';
import { fail } from '../core/result';
import { createLibraryFolder } from '../store/open-library';
import { type TestApp, testApp, testFolder, unwrap } from './test-app';

const here = { paths: [] };
const start = ({ handlers }: TestApp) => handlers['library.start']({}, here);

/** A library on the disk with notes that changed on one day after another, the last first. */
async function libraryOf(count: number): Promise<{ folder: string; ids: string[] }> {
  const folder = await testFolder();
  await mkdir(path.join(folder, 'notes'), { recursive: true });
  const ids: string[] = [];
  for (let day = 0; day < count; day += 1) {
    const id = `note${String(day).padStart(6, '0')}`;
    const at = new Date(Date.UTC(2026, 0, 1) - day * 86_400_000).toISOString();
    await writeFile(
      path.join(folder, 'notes', `${id}.json`),
      JSON.stringify(newNote(id, at, { title: String(day) })),
    );
    ids.push(id);
  }
  return { folder, ids };
}

const remove = (folder: string, id: string) => rm(path.join(folder, 'notes', `${id}.json`));

describe('a library that cannot be opened', () => {
  it('is opened once what was in the way is gone', async () => {
    const folder = path.join(await testFolder(), 'library');
    await writeFile(folder, '');
    const app = await testApp({ folder });
    app.prepare();
    expect(await start(app)).toMatchObject({ error: { code: 'library-unusable' } });
    expect(await app.summaries()).toMatchObject({ error: { code: 'library-unusable' } });
    await rm(folder);
    expect(unwrap(await start(app)).summaries).toHaveLength(1);
    await app.close();
  });

  it.each(['as a failure', 'as a mistake'])('is loaded the next time: %s', async (how) => {
    const folder = await testFolder();
    const library = createLibraryFolder({ folder });
    const load = library.load.bind(library);
    let times = 0;
    library.load = async () => {
      times += 1;
      if (times > 1) return load();
      if (how === 'as a failure') return fail('library-unusable', { context: 'other' });
      throw new Error('a mistake');
    };
    const app = await testApp({ folder, ports: { library } });
    if (how === 'as a failure')
      expect(await start(app)).toMatchObject({ error: { code: 'library-unusable' } });
    else await expect(start(app)).rejects.toThrow('a mistake');
    expect(unwrap(await start(app)).summaries).toHaveLength(1);
  });
});

describe('before the window listens', () => {
  it('what there is to tell is kept for its first answer', async () => {
    const folder = await testFolder();
    await writeFile(path.join(folder, 'settings.json'), 'no JSON');
    const app = await testApp({ folder });
    app.prepare();
    await app.start();
    expect(unwrap(await start(app)).notices).toMatchObject([{ what: { code: 'file-set-aside' } }]);
    expect(app.sent).toEqual([]);
  });

  it('what is imported stands in its first answer', async () => {
    const folder = await testFolder();
    await writeFile(path.join(folder, 'a.md'), '# A\n\nText');
    const app = await testApp({ empty: true });
    app.prepare();
    unwrap(await app.importPaths([folder]));
    expect(unwrap(await start(app)).summaries.map(({ title }) => title)).toEqual(['A']);
  });
});

describe('the first note', () => {
  it('is the newest that can be read, where others were deleted or damaged outside', async () => {
    const { folder, ids } = await libraryOf(4);
    const [first = '', second = '', third = ''] = ids;
    const before = await testApp({ folder });
    await before.summaries();
    await before.handlers['view.remember']({ note: third, scroll: 5 }, here);
    await before.close();
    await remove(folder, third);
    await remove(folder, first);
    await writeFile(path.join(folder, 'notes', `${second}.json`), 'damaged');
    const { open, scroll } = unwrap(await start(await testApp({ folder })));
    expect([open?.id, scroll]).toEqual([ids[3], 0]);
  });
});

describe('a long list without an index', () => {
  it('is not taken for an empty one: it comes as soon as the notes are read', async () => {
    const { folder, ids } = await libraryOf(501);
    const app = await testApp({ folder });
    const first = unwrap(await start(app));
    expect(first).toMatchObject({ summaries: [], next: 0 });
    const rest = unwrap(await app.handlers['library.rest']({ from: 0 }, here));
    expect(rest.summaries.map(({ id }) => id)).toEqual(ids);
    expect(app.sent).toContainEqual({
      event: 'message',
      payload: { level: 'info', what: { code: 'index-rebuilt', details: {} } },
    });
    await app.close();
  });
});
