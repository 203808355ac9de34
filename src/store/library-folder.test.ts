import { chmod, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultOrder } from '../core/order';
import type { Note, Settings } from '../core/schema';
import { createLibraryFolder } from './open-library';
import { AT, add, all, fileOf, newId, note, openLibrary, temporary, titles } from './test-library';

describe('a library', () => {
  it('is new until something is in it, or it was made empty', async () => {
    const folder = await temporary();
    expect((await openLibrary(folder, false)).isNew).toBe(true);
    const again = await openLibrary(folder, false);
    expect(again.isNew).toBe(true);
    await add(again.library, note('A'));
    expect((await openLibrary(folder, false)).isNew).toBe(false);
    const empty = await temporary();
    expect((await openLibrary(empty, true)).isNew).toBe(false);
    expect((await openLibrary(empty, false)).isNew).toBe(false);
  });

  it('is not new where only notes are left of it', async () => {
    const folder = await temporary();
    await add((await openLibrary(folder)).library, note('A'));
    await rm(path.join(folder, 'library.json'));
    const { isNew, summaries } = await openLibrary(folder, false);
    expect([isNew, titles(summaries)]).toEqual([false, ['A']]);
  });

  it('keeps a note in a file of its own, which a person can read', async () => {
    const folder = await temporary();
    const one = note('A', { text: 'Words', tags: ['trade'] });
    const { library } = await openLibrary(folder);
    await add(library, one);
    expect(await readFile(fileOf(folder, one), 'utf8')).toBe(`${JSON.stringify(one, null, 2)}\n`);
    expect(await library.read(one.id)).toEqual({ ok: true, value: one });
    await library.apply([{ id: one.id, before: one, after: null }], 'delete');
    expect(await readdir(path.join(folder, 'notes'))).toEqual([]);
    expect(await library.read(one.id)).toMatchObject({ error: { code: 'note-not-found' } });
  });

  it('opens from its index alone', async () => {
    const folder = await temporary();
    const first = await openLibrary(folder);
    await add(first.library, note('A'), note('B'));
    await first.library.close();
    // Where the notes were, nothing can be read any more.
    await rm(path.join(folder, 'notes'), { recursive: true });
    expect(titles((await openLibrary(folder)).summaries)).toEqual(['A', 'B']);
  });

  it('writes the changes of one note in their order', async () => {
    const folder = await temporary();
    const { library } = await openLibrary(folder);
    const one = note('0');
    await add(library, one);
    const versions = Array.from({ length: 50 }, (_, index) => ({ ...one, title: String(index + 1) }));
    await Promise.all(
      versions.map((after) => library.apply([{ id: one.id, before: one, after }], 'edit-title')),
    );
    expect(JSON.parse(await readFile(fileOf(folder, one), 'utf8'))).toMatchObject({ title: '50' });
  });

  it.each(['missing', 'garbage', 'of another version', 'cut off'])(
    'has its index made anew where it is %s',
    async (how) => {
      const folder = await temporary();
      const first = await openLibrary(folder);
      await add(first.library, note('A'), note('B'));
      await first.library.close();
      const index = path.join(folder, 'index.json');
      const whole = await readFile(index, 'utf8');
      if (how === 'missing') await rm(index);
      else if (how === 'garbage') await writeFile(index, '\0\0\0\0');
      else if (how === 'cut off') await writeFile(index, whole.slice(0, 100));
      else await writeFile(index, whole.replace('"schema":1', '"schema":99'));
      const second = await openLibrary(folder);
      expect(titles(second.summaries)).toEqual(['A', 'B']);
      await second.library.close();
      expect(await readFile(index, 'utf8')).toBe(whole);
    },
  );
});

describe('what another program changed', () => {
  it('is found: changed, new and gone notes', async () => {
    const folder = await temporary();
    const [a, b, c] = [note('A'), note('B'), note('C')];
    const first = await openLibrary(folder);
    await add(first.library, a, b);
    await first.library.close();
    await writeFile(fileOf(folder, a), JSON.stringify({ ...a, title: 'A, changed' }));
    await rm(fileOf(folder, b));
    await writeFile(fileOf(folder, c), JSON.stringify(c));
    const { library, found, summaries } = await openLibrary(folder);
    expect(titles(summaries)).toEqual(['A', 'B']);
    await library.reconcile();
    expect(titles(found.flatMap(({ changed }) => changed))).toEqual(['A, changed', 'C']);
    expect(found.flatMap(({ removed }) => removed)).toEqual([b.id]);
    expect(await all(library)).toEqual(['A, changed', 'C']);
    found.length = 0;
    await library.reconcile();
    expect(found).toEqual([]);
  });

  it('is not what this library wrote meanwhile', async () => {
    const folder = await temporary();
    const { library, found } = await openLibrary(folder);
    const notes = Array.from({ length: 40 }, (_, index) => note(String(index)));
    await add(library, ...notes);
    const edits = notes.map((before) =>
      library.apply([{ id: before.id, before, after: { ...before, title: 'x' } }], 'edit-title'),
    );
    await Promise.all([library.reconcile(), ...edits]);
    expect(found).toEqual([]);
  });

  it('is nothing where the folder cannot be listed', async () => {
    const folder = await temporary();
    const { library, found } = await openLibrary(folder);
    await add(library, note('A'));
    await rename(path.join(folder, 'notes'), path.join(folder, 'elsewhere'));
    await library.reconcile();
    expect(found).toEqual([]);
  });

  it('leaves no half-written file of a killed program behind', async () => {
    const folder = await temporary();
    const { library } = await openLibrary(folder);
    const [old, young] = ['.a.json.1-1.tmp', '.b.json.1-1.tmp'].map((name) =>
      path.join(folder, 'notes', name),
    );
    await writeFile(old ?? '', '{');
    await writeFile(young ?? '', '{');
    await utimes(old ?? '', new Date(AT), new Date(AT));
    const own = path.join(folder, '.index.json.1-1.tmp');
    await writeFile(own, '{');
    await utimes(own, new Date(AT), new Date(AT));
    await library.reconcile();
    expect(await readdir(path.join(folder, 'notes'))).toEqual(['.b.json.1-1.tmp']);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('a file that cannot be used', () => {
  const damage: Readonly<Record<string, (one: Note) => string | Uint8Array>> = {
    'is not JSON': (one) => JSON.stringify(one).slice(0, 80),
    'is empty': () => '',
    'is zeroed': () => new Uint8Array(500),
    'is not a note': () => '{"schema":1,"id":5}',
    'is not UTF-8': (one) => new Uint8Array([...new TextEncoder().encode(JSON.stringify(one)), 0xff]),
    'holds another note': (one) => JSON.stringify({ ...one, id: newId() }),
  };

  it.each(Object.entries(damage))('because it %s is set aside, with the reason', async (_, damaged) => {
    const folder = await temporary();
    const one = note('A');
    const first = await openLibrary(folder);
    await add(first.library, one, note('B'));
    await first.library.close();
    await rm(path.join(folder, 'history'), { recursive: true });
    const bytes = damaged(one);
    await writeFile(fileOf(folder, one), bytes);
    const { library, found } = await openLibrary(folder);
    await library.reconcile();
    expect(found).toEqual([
      {
        changed: [],
        removed: [one.id],
        notices: [{ level: 'info', what: { code: 'note-set-aside', details: { count: 1 } } }],
      },
    ]);
    expect(await all(library)).toEqual(['B']);
    const kept = path.join(folder, 'quarantine', `${one.id}.json`);
    expect([...(await readFile(kept))]).toEqual([...Buffer.from(bytes)]);
    expect(await readFile(`${kept}.reason.txt`, 'utf8')).toMatch(/set aside: (?:it|its) .{5}/);
  });

  it('is set aside when it is opened, too', async () => {
    const folder = await temporary();
    const one = note('A');
    const { library, found } = await openLibrary(folder);
    await add(library, one);
    await rm(path.join(folder, 'history'), { recursive: true });
    await writeFile(fileOf(folder, one), 'no JSON');
    expect(await library.read(one.id)).toMatchObject({ error: { code: 'note-damaged' } });
    expect(found).toMatchObject([{ removed: [one.id] }]);
    // A second one of the same name does not replace the first.
    await writeFile(fileOf(folder, one), 'no JSON either');
    await library.read(one.id);
    expect(await readdir(path.join(folder, 'quarantine'))).toHaveLength(4);
  });

  it('because a newer version wrote it stays where it is', async () => {
    const folder = await temporary();
    const one = note('A');
    const { library, found } = await openLibrary(folder);
    await writeFile(fileOf(folder, one), JSON.stringify({ ...one, schema: 99 }));
    await library.reconcile();
    await library.reconcile();
    expect(found.flatMap(({ notices }) => notices)).toMatchObject([
      { level: 'error', what: { code: 'file-newer-version' } },
    ]);
    expect(await readdir(path.join(folder, 'notes'))).toHaveLength(1);
  });

  it('because of its name is set aside: a copy that a file-sync client made', async () => {
    const folder = await temporary();
    const { library, found } = await openLibrary(folder);
    await writeFile(path.join(folder, 'notes', 'a (conflicted copy).json'), JSON.stringify(note('A')));
    await library.reconcile();
    expect(found.flatMap(({ notices }) => notices)).toHaveLength(1);
    expect(await readdir(path.join(folder, 'quarantine'))).toContain('a (conflicted copy).json');
  });
});

const own = {
  schema: 3,
  author: 'A',
  theme: 'dark',
  backup: { folder: null, daily: true },
  choices: [],
} satisfies Settings;

describe('settings and view', () => {
  it('are kept', async () => {
    const folder = await temporary();
    const { library } = await openLibrary(folder);
    await library.saveSettings(own);
    const order = { by: 'created', descending: false } as const;
    await library.saveView({ note: '0note000', scroll: 12.5, order });
    const again = (await openLibrary(folder)).library;
    expect(await again.settings()).toEqual(own);
    expect(await again.view()).toEqual({ note: '0note000', scroll: 12.5, order });
  });

  it('that are damaged are set back, and the old file is kept', async () => {
    const folder = await temporary();
    const { library, found } = await openLibrary(folder);
    await writeFile(path.join(folder, 'settings.json'), '{"schema":1,"theme":"pink"}');
    await writeFile(path.join(folder, 'view.json'), 'no JSON');
    expect(await library.settings()).toEqual({ ...own, author: '', theme: 'system' });
    expect(await library.view()).toEqual({ note: null, scroll: 0, order: defaultOrder });
    expect(found).toMatchObject([{ notices: [{ what: { code: 'file-set-aside' } }] }]);
    expect(await readFile(path.join(folder, 'quarantine', 'settings.json'), 'utf8')).toContain('pink');
  });

  it('library.json too, and the notes are there', async () => {
    const folder = await temporary();
    await add((await openLibrary(folder)).library, note('A'));
    await writeFile(path.join(folder, 'library.json'), 'no JSON');
    const { isNew, summaries, notices } = await openLibrary(folder, false);
    expect([isNew, titles(summaries), notices.length]).toEqual([false, ['A'], 1]);
  });
});

describe('a library that cannot be opened says why', () => {
  const open = async (folder: string) => {
    const opened = await createLibraryFolder({ folder }).open();
    return opened.ok ? 'opened' : `${opened.error.code} ${opened.error.details.context ?? ''}`.trim();
  };

  it('below a file', async () => {
    const folder = await temporary();
    await writeFile(path.join(folder, 'file'), '');
    expect(await open(path.join(folder, 'file'))).toBe('library-unusable not-a-folder');
    expect(await open(path.join(folder, 'file', 'below'))).toBe('library-unusable not-a-folder');
  });

  it.runIf(process.platform === 'linux')("among the system's own", async () => {
    for (const folder of ['/proc/1/briefing', '/sys/briefing', '/dev/briefing']) {
      expect(await open(folder)).toBe('library-unusable system-folder');
    }
  });

  it('when its notes cannot be listed', async () => {
    const folder = await temporary();
    const library = createLibraryFolder({ folder });
    await library.open();
    await add(library, note('A'));
    await library.close();
    await rm(path.join(folder, 'index.json'));
    const again = createLibraryFolder({ folder });
    await again.open();
    await rm(path.join(folder, 'notes'), { recursive: true });
    expect(await again.load()).toMatchObject({ error: { code: 'library-unusable' } });
  });

  it.skipIf(process.getuid?.() === 0)('where nothing can be written', async () => {
    const folder = await temporary();
    await chmod(folder, 0o500);
    expect(await open(path.join(folder, 'library'))).toBe('library-unusable not-writable');
    await chmod(folder, 0o700);
  });
});
