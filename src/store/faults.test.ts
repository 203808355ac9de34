import { readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Note } from '../core/schema';
import { type Call, failing, setFault } from './test-faults';
import { AT, add, all, fileOf, note, openLibrary, temporary, titles } from './test-library';

vi.mock('node:fs/promises', async (original) =>
  (await import('./test-faults')).faulty(await original<typeof import('node:fs/promises')>()),
);
vi.mock('node:fs', async (original) =>
  (await import('./test-faults')).faultyAtOnce(await original<typeof import('node:fs')>()),
);
afterEach(() => setFault(null));

/** A library with two notes, the first of which is to be changed. */
async function library() {
  const folder = await temporary();
  const [one, other] = [note('One'), note('Other')] as [Note, Note];
  const opened = await openLibrary(folder);
  await add(opened.library, one, other);
  const change = { id: one.id, before: one, after: { ...one, title: 'One, changed' } };
  return { folder, one, other, change, ...opened };
}

const left = async (folder: string): Promise<string[]> =>
  (await readdir(path.join(folder, 'notes'))).filter((name) => name.startsWith('.'));
const stored = async (folder: string, one: Note): Promise<Note> =>
  JSON.parse(await readFile(fileOf(folder, one), 'utf8')) as Note;

describe('a save that fails', () => {
  const faults: readonly (readonly [Call, string, string])[] = [
    ['open', 'EIO', 'write-failed'],
    ['write', 'EIO', 'write-failed'],
    ['write', 'ENOSPC', 'disk-full'],
    ['sync', 'EIO', 'write-failed'],
    ['sync', 'ENOSPC', 'disk-full'],
    ['close', 'EIO', 'write-failed'],
    ['rename', 'EROFS', 'folder-not-writable'],
  ];
  it.each(faults)(
    'at %s with %s leaves the note as it was, and can be tried again',
    async (call, code, failure) => {
      const { folder, one, other, change, library: opened } = await library();
      setFault(failing(call, code, /\.json\.[0-9a-f]{16}\.tmp$/));
      expect(await opened.apply([change], 'edit-title')).toMatchObject({
        error: { code: failure, details: { context: 'library' } },
      });
      setFault(null);
      expect(await stored(folder, one)).toEqual(one);
      expect(await stored(folder, other)).toEqual(other);
      expect(await left(folder)).toEqual([]);
      expect(await opened.apply([change], 'edit-title')).toEqual({ ok: true });
      expect(await stored(folder, one)).toEqual(change.after);
    },
  );

  it('at the sync of the folder is taken back', async () => {
    const { folder, one, change, library: opened } = await library();
    setFault(failing('sync', 'EIO', /[\\/]notes$/, 1));
    expect(await opened.apply([change], 'edit-title')).toMatchObject({ error: { code: 'write-failed' } });
    expect(await stored(folder, one)).toEqual(one);
  });
});

describe('too many open files', () => {
  it('are waited for, by who writes and by who reads', async () => {
    const { folder, change, library: opened } = await library();
    setFault(failing('open', 'EMFILE', /./, 3));
    expect(await opened.apply([change], 'edit-title')).toEqual({ ok: true });
    setFault(failing('readFile', 'EMFILE', /[\\/]notes[\\/]/, 3));
    expect(await opened.read(change.id)).toMatchObject({ value: { title: 'One, changed' } });
    setFault(null);
    expect(await left(folder)).toEqual([]);
  });

  it('that stay too many are said in words of their own, and no note goes from the list', async () => {
    const { folder, change, one, found, library: opened } = await library();
    setFault(failing('open', 'ENFILE'));
    expect(await opened.apply([change], 'edit-title')).toMatchObject({ error: { code: 'too-many-files' } });
    setFault(null);
    await writeFile(fileOf(folder, one), JSON.stringify({ ...one, title: 'From elsewhere' }));
    setFault(failing('readFile', 'EMFILE'));
    await opened.reconcile();
    expect(found.flatMap(({ removed }) => removed)).toEqual([]);
    setFault(null);
    await opened.reconcile();
    expect(titles(found.flatMap(({ changed }) => changed))).toEqual(['From elsewhere']);
  });
});

describe('a folder that vanishes while it is open', () => {
  it('is said, no note goes with it, and saving goes on once it is back', async () => {
    const { folder, one, change, found, library: opened } = await library();
    const notes = path.join(folder, 'notes');
    await rename(notes, `${notes}-away`);
    expect(await opened.apply([change], 'edit-title')).toMatchObject({ error: { code: 'folder-missing' } });
    expect(await opened.read(one.id)).toMatchObject({ error: { code: 'folder-missing' } });
    await opened.reconcile();
    expect(found.flatMap(({ removed }) => removed)).toEqual([]);
    await rename(`${notes}-away`, notes);
    expect(await opened.apply([change], 'edit-title')).toEqual({ ok: true });
  });
});

describe('a file of 200 MB', () => {
  const HUGE = 200 * 1024 * 1024;

  it('in the place of a note is set aside without being read', async () => {
    const { folder, one, found, library: opened } = await library();
    await truncate(fileOf(folder, one), HUGE);
    const before = process.memoryUsage().rss;
    setFault((call, file) => (call === 'readFile' && file.includes(one.id) ? 'EIO' : null));
    await opened.reconcile();
    expect(process.memoryUsage().rss - before).toBeLessThan(HUGE);
    setFault(null);
    expect(await readdir(path.join(folder, 'quarantine'))).toContain(`${one.id}.json`);
    expect(found.flatMap(({ notices }) => notices)).toHaveLength(1);
    expect(await all(opened)).toContain('Other');
  });

  it.each(['settings.json', 'view.json', 'drafts.json', 'index.json', 'library.json'])(
    'in the place of %s does no harm',
    async (name) => {
      const { folder, library: opened } = await library();
      await opened.close();
      await writeFile(path.join(folder, name), '');
      await truncate(path.join(folder, name), HUGE);
      const again = await openLibrary(folder);
      await again.library.settings();
      await again.library.view();
      await again.library.drafts();
      expect(titles(again.summaries)).toEqual(['One', 'Other']);
    },
  );
});

describe('a clock that was set back a year', () => {
  it('loses nothing: the library opens, changes are saved, and remains are swept', async () => {
    const { folder, one, change, library: opened } = await library();
    await opened.close();
    const remains = path.join(folder, 'notes', '.a.json.0.tmp');
    await writeFile(remains, '{');
    const year = 365 * 24 * 60 * 60 * 1000;
    const again = await openLibrary(folder, true, () => Date.now() - year);
    await again.library.reconcile();
    expect(again.found).toEqual([]);
    expect(await left(folder)).toEqual([]);
    expect(await again.library.apply([change], 'edit-title')).toEqual({ ok: true });
    expect(await again.library.read(one.id)).toMatchObject({ value: { title: 'One, changed', created: AT } });
  });
});
