import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Note } from '../core/schema';
import { killedAt, setFault } from './test-faults';
import { add, fileOf, note, openLibrary, temporary } from './test-library';

vi.mock('node:fs/promises', async (original) =>
  (await import('./test-faults')).faulty(await original<typeof import('node:fs/promises')>()),
);
vi.mock('node:fs', async (original) =>
  (await import('./test-faults')).faultyAtOnce(await original<typeof import('node:fs')>()),
);
afterEach(() => setFault(null));

/** A library with four notes, and what one change does to them: two become others, one goes, one comes. */
async function library() {
  const folder = await temporary();
  const [a, b, c, d] = ['A', 'B', 'C', 'D'].map((title) => note(title)) as [Note, Note, Note, Note];
  const opened = await openLibrary(folder);
  await add(opened.library, a, b, c);
  const changes = [
    { id: a.id, before: a, after: { ...a, title: 'A, changed' } },
    { id: b.id, before: b, after: { ...b, title: 'B, changed' } },
    { id: c.id, before: c, after: null },
    { id: d.id, before: null, after: d },
  ];
  return { folder, changes, opened, a, b };
}

const BEFORE = ['A', 'B', 'C'];
const AFTER = ['A, changed', 'B, changed', 'D'];

async function titlesIn(folder: string): Promise<string[]> {
  const names = (await readdir(path.join(folder, 'notes'))).filter((name) => name.endsWith('.json'));
  const read = names.map((name) => readFile(path.join(folder, 'notes', name), 'utf8'));
  return (await Promise.all(read)).map((text) => (JSON.parse(text) as Note).title).sort();
}

const journalOf = async (folder: string): Promise<string[]> =>
  (await readdir(path.join(folder, 'journal')).catch(() => [])).filter((name) => !name.startsWith('.'));

describe('a change of several notes', () => {
  it('leaves nothing but the notes behind', async () => {
    const { folder, changes, opened } = await library();
    expect(await opened.library.apply(changes, 'tag')).toEqual({ ok: true });
    expect(await titlesIn(folder)).toEqual(AFTER);
    expect(await journalOf(folder)).toEqual([]);
    expect((await readdir(path.join(folder, 'notes'))).filter((name) => name.startsWith('.'))).toEqual([]);
    await opened.library.reconcile();
    expect(opened.found).toEqual([]);
  });

  it('is done whole or not at all, wherever it is killed, and is whole once it was acknowledged', async () => {
    const seen = new Set<string>();
    for (let nth = 0, isOver = false; !isOver; nth += 1) {
      const { folder, changes, opened } = await library();
      setFault(killedAt(nth));
      const done = await opened.library.apply(changes, 'tag');
      setFault(null);
      const { notices, library: again, found } = await openLibrary(folder);
      const titles = await titlesIn(folder);
      expect([BEFORE, AFTER], `killed at ${nth}`).toContainEqual(titles);
      if (done.ok) expect(titles).toEqual(AFTER);
      expect(await journalOf(folder)).toEqual([]);
      if (!done.ok && titles[0] !== 'A')
        expect(notices).toMatchObject([{ what: { code: 'change-finished', details: { count: 4 } } }]);
      await again.reconcile();
      expect(found.flatMap(({ notices }) => notices)).toEqual([]);
      expect(await readdir(folder)).not.toContain('quarantine');
      seen.add(`${done.ok} ${titles[0]}`);
      // All calls went through.
      isOver = done.ok && nth > 60;
    }
    expect([...seen].sort()).toEqual(['false A', 'false A, changed', 'true A, changed']);
  });

  it('that fails at a note is taken back from the others', async () => {
    const { folder, changes, opened, b } = await library();
    let renamed = 0;
    setFault((call, file) => {
      if (call !== 'rename' || !path.basename(file).includes(b.id)) return null;
      renamed += 1;
      return renamed === 1 ? 'EIO' : null;
    });
    expect(await opened.library.apply(changes, 'tag')).toMatchObject({ error: { code: 'write-failed' } });
    setFault(null);
    expect(await titlesIn(folder)).toEqual(BEFORE);
    expect(await journalOf(folder)).toEqual([]);
    expect((await readdir(path.join(folder, 'notes'))).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(await opened.library.apply(changes, 'tag')).toEqual({ ok: true });
  });

  it('that was interrupted leaves a note as another program changed it since, and keeps what it was to become', async () => {
    const { folder, changes, opened, a } = await library();
    // Killed once the journal stands: from the first file that would take its place.
    let isDead = false;
    setFault((call, file) => {
      isDead ||= call === 'rename' && file.includes(`${path.sep}notes${path.sep}`);
      return isDead ? 'EIO' : null;
    });
    await opened.library.apply(changes, 'tag');
    setFault(null);
    await writeFile(fileOf(folder, a), JSON.stringify({ ...a, title: 'A, elsewhere' }));
    const { notices } = await openLibrary(folder);
    expect(notices.map(({ what }) => what)).toEqual([
      { code: 'change-finished', details: { count: 4 } },
      { code: 'change-set-aside', details: { count: 1 } },
    ]);
    expect(await titlesIn(folder)).toEqual(['A, elsewhere', 'B, changed', 'D']);
    expect(await readFile(path.join(folder, 'quarantine', `${a.id}.json`), 'utf8')).toContain('A, changed');
  });
});

describe('a journal', () => {
  const plan = (parts: object) =>
    JSON.stringify({ schema: 1, host: 'elsewhere', pid: 1, notes: [], ...parts });

  it('of another machine that is writing it now is left alone; an old one is not', async () => {
    const { folder, opened, changes } = await library();
    await opened.library.apply(changes, 'tag');
    const file = path.join(folder, 'journal', 'a.json');
    await writeFile(file, plan({}));
    await openLibrary(folder);
    expect(await journalOf(folder)).toEqual(['a.json']);
    await utimes(file, 1, 1);
    await openLibrary(folder);
    expect(await journalOf(folder)).toEqual([]);
  });

  it.each([
    ['garbage', '\0\0\0', []],
    [
      'naming files elsewhere',
      plan({ notes: [{ id: '0note000', temporary: '../a.tmp', before: null }] }),
      [],
    ],
    ['of a newer version', plan({ schema: 2 }), ['a.json']],
  ])('that is %s does no harm', async (_, text, left) => {
    const { folder, opened, changes } = await library();
    await opened.library.apply(changes, 'tag');
    await writeFile(path.join(folder, 'journal', 'a.json'), text);
    const { notices } = await openLibrary(folder);
    expect(await titlesIn(folder)).toEqual(AFTER);
    expect(await journalOf(folder)).toEqual(left);
    expect(notices).toHaveLength(1 - left.length);
  });
});
