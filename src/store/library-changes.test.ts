import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { add, note, openLibrary, temporary } from './test-library';

describe('a change that cannot be written', () => {
  it('is taken back as a whole, and the failure says why', async () => {
    const folder = await temporary();
    const { library } = await openLibrary(folder);
    const a = note('A');
    await add(library, a);
    const unnameable = note('B', { id: 'x'.repeat(300) });
    const applied = await library.apply(
      [
        { id: a.id, before: a, after: { ...a, title: 'changed' } },
        { id: unnameable.id, before: null, after: unnameable },
      ],
      'edit-title',
    );
    expect(applied).toMatchObject({ ok: false, error: { code: 'name-too-long' } });
    expect(await library.read(a.id)).toEqual({ ok: true, value: a });
    expect((await readdir(path.join(folder, 'notes'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('because the folder is gone leaves the app running', async () => {
    const folder = await temporary();
    const { library } = await openLibrary(folder);
    await rm(path.join(folder, 'notes'), { recursive: true });
    expect(await add(library, note('A'))).toMatchObject({ error: { code: 'folder-missing' } });
    await mkdir(path.join(folder, 'notes'));
    expect(await add(library, note('A'))).toMatchObject({ ok: true });
    expect((await stat(path.join(folder, 'library.json'))).isFile()).toBe(true);
  });

  it('because library.json cannot be written leaves no note behind', async () => {
    const folder = await temporary();
    const { library } = await openLibrary(folder, false);
    await mkdir(path.join(folder, 'library.json', 'in the way'), { recursive: true });
    expect(await add(library, note('A'))).toMatchObject({ ok: false });
    expect(await readdir(path.join(folder, 'notes'))).toEqual([]);
    await rm(path.join(folder, 'library.json'), { recursive: true });
    expect(await add(library, note('A'))).toMatchObject({ ok: true });
  });
});
