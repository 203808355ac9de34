import { link, readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { LibraryPort } from '../core/ports';
import type { Note } from '../core/schema';
import { whileClaimed } from './claim';
import { isAbandoned } from './durable';
import { add, fileOf, note, openLibrary, temporary } from './test-library';

it('is held by one of many', async () => {
  const file = path.join(await temporary(), 'note.json');
  let inside = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    await readdir(path.dirname(file));
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 20 }, () => whileClaimed(file, work)));
  expect(most).toBe(1);
  expect(await readdir(path.dirname(file))).toEqual([]);
});

it.each(['is there', 'is not there'])(
  'stands beside a file that %s, and goes with it replaced',
  async (state) => {
    const file = path.join(await temporary(), 'note.json');
    if (state === 'is there') await writeFile(file, 'the note');
    const inside = await whileClaimed(file, async () => {
      const names = await readdir(path.dirname(file));
      await writeFile(`${file}.new`, 'changed');
      await rename(`${file}.new`, file);
      return names;
    });
    expect(inside).toContain('.note.json.claim.tmp');
    expect(await readdir(path.dirname(file))).toEqual(['note.json']);
    expect(await readFile(file, 'utf8')).toBe('changed');
  },
);

it.each(['a name of the file', 'a file of its own'])(
  'that a killed process left behind, %s, is taken over',
  async (kind) => {
    const file = path.join(await temporary(), 'note.json');
    const claim = path.join(path.dirname(file), '.note.json.claim.tmp');
    await writeFile(file, 'the note');
    if (kind === 'a file of its own') await writeFile(claim, '');
    else await link(file, claim);
    expect(await whileClaimed(file, async () => 'done')).toBe('done');
    expect(await readdir(path.dirname(file))).toEqual(['note.json']);
  },
);

it('on an old file is not what a killed process left behind long ago', async () => {
  const file = path.join(await temporary(), 'note.json');
  await writeFile(file, 'the note');
  await utimes(file, 1, 1);
  await whileClaimed(file, async () => {
    const claim = path.join(path.dirname(file), '.note.json.claim.tmp');
    expect(await isAbandoned(claim, Date.now())).toBe(false);
    expect(await isAbandoned(claim, Date.now() + 2 * 60 * 60 * 1000)).toBe(true);
  });
});

it('that cannot be made stops nobody', async () => {
  const file = path.join(await temporary(), 'no-such-folder', 'note.json');
  expect(await whileClaimed(file, async () => 'done')).toBe('done');
});

/** As two programs do it, each for itself: what was changed meanwhile is read, and the tag put to that. */
async function addTag(library: LibraryPort, id: string, tag: string): Promise<void> {
  for (;;) {
    const read = await library.read(id);
    if (!read.ok) throw new Error(read.error.code);
    const before = read.value;
    const after: Note = { ...before, tags: [...before.tags, tag].sort() };
    const written = await library.apply([{ id, before, after }], 'tag');
    if (written.ok) return;
    expect(written.error.code).toBe('note-changed-outside');
  }
}

it('lets two programs write one note at once, and nothing that was acknowledged is lost', async () => {
  const folder = await temporary();
  const one = note('A');
  const first = await openLibrary(folder);
  await add(first.library, one);
  const second = await openLibrary(folder);
  await second.library.reconcile();
  const tags = (who: string): string[] => Array.from({ length: 30 }, (_, index) => `${who}${index}`);
  const write = async ({ library }: { library: LibraryPort }, who: string): Promise<void> => {
    for (const tag of tags(who)) await addTag(library, one.id, tag);
  };
  await Promise.all([write(first, 'a'), write(second, 'b')]);
  const stored: Note = JSON.parse(await readFile(fileOf(folder, one), 'utf8'));
  expect(stored.tags).toEqual([...tags('a'), ...tags('b')].sort());
  expect(await readdir(path.join(folder, 'notes'))).toEqual([`${one.id}.json`]);
});
