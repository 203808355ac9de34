import { appendFile, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LibraryPort } from '../../core/ports';
import type { Note } from '../../core/schema';
import type { VersionCause } from '../../core/versions/version';
import { createLibraryFolder } from '../open-library';
import { AT, add, fileOf, note, openLibrary, temporary, versionsWritten } from '../test-library';

const logOf = (folder: string, { id }: Note): string => path.join(folder, 'history', `${id}.jsonl`);
const linesOf = async (folder: string, one: Note): Promise<string[]> =>
  (await readFile(logOf(folder, one), 'utf8')).split('\n').filter((line) => line !== '');

/** Writes a note anew and gives it back as it then is. */
async function change(
  library: LibraryPort,
  before: Note,
  parts: Partial<Note>,
  by: VersionCause = 'edit-text',
): Promise<Note> {
  const after = { ...before, ...parts };
  const applied = await library.apply([{ id: before.id, before, after }], by);
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  await versionsWritten();
  return after;
}

async function versionsOf(library: LibraryPort, { id }: Note) {
  const versions = await library.versions.list(id);
  if (!versions.ok) throw new Error(JSON.stringify(versions.error));
  return versions.value;
}

/** What each version holds, newest first. */
async function textsOf(library: LibraryPort, one: Note): Promise<string[]> {
  const texts: string[] = [];
  for (const { version } of await versionsOf(library, one)) {
    const read = await library.versions.read(one.id, version);
    texts.push(read.ok ? read.value.text : read.error.code);
  }
  return texts;
}

describe('the history of a note', () => {
  it('holds every saved state, and by what it came about', async () => {
    const folder = await temporary();
    const { library } = await openLibrary(folder);
    const one = note('A', { text: 'One' });
    await add(library, one);
    const two = await change(library, one, { text: 'One two' });
    await change(library, two, { tags: ['trade'] }, 'tag');
    await change(library, { ...two, tags: ['trade'] }, two, 'undo');
    expect((await versionsOf(library, one)).map(({ by, isNow }) => [by, isNow])).toEqual([
      ['undo', true],
      ['tag', false],
      ['edit-text', false],
      ['import', false],
    ]);
    expect(await textsOf(library, one)).toEqual(['One two', 'One two', 'One two', 'One']);
  });

  it('holds changes, not copies, as long as these are small', async () => {
    const folder = await temporary();
    const { library } = await openLibrary(folder);
    let one = note('A', { text: 'word '.repeat(1000) });
    await add(library, one);
    for (let count = 0; count < 20; count += 1) one = await change(library, one, { text: `${one.text}x` });
    const lines = await linesOf(folder, one);
    expect(lines.filter((line) => line.includes('"note":'))).toHaveLength(1);
    expect((await stat(logOf(folder, one))).size).toBeLessThan(12_000);
  });

  it('goes on in the next session, without a gap', async () => {
    const folder = await temporary();
    const first = await openLibrary(folder);
    const one = note('A', { text: 'One' });
    await add(first.library, one);
    await first.library.close();
    const { library } = await openLibrary(folder);
    const two = await change(library, one, { text: 'Two' });
    expect(await textsOf(library, one)).toEqual(['Two', 'One']);
    // What an app wrote that kept no history, or could not.
    const unknown = { ...two, text: 'Three' };
    await library.close();
    await writeFile(fileOf(folder, one), JSON.stringify(unknown));
    const third = await openLibrary(folder);
    await change(third.library, unknown, { text: 'Four' });
    expect(await textsOf(third.library, one)).toEqual(['Four', 'Three', 'Two', 'One']);
  });

  it('holds every saved state also where saves follow each other at once', async () => {
    const { library } = await openLibrary(await temporary());
    const notes = ['One', 'Two', 'Three'].map((text) => note('A', { id: 'aaaaaaaa', text }));
    for (const [index, after] of notes.entries())
      await library.apply([{ id: after.id, before: notes[index - 1] ?? null, after }], 'edit-text');
    expect(await textsOf(library, notes[0] as Note)).toEqual(['Three', 'Two', 'One']);
  });

  it('begins with what a note was that had none', async () => {
    const folder = await temporary();
    const one = note('A', { text: 'One' });
    const first = await openLibrary(folder);
    await add(first.library, one);
    await rm(path.join(folder, 'history'), { recursive: true });
    await change(first.library, one, { text: 'Two' });
    expect((await versionsOf(first.library, one)).map(({ by }) => by)).toEqual(['edit-text', 'found']);
  });

  it.each(['half a line', 'zeros', 'a damaged end of what was known'])(
    'stands a torn end: %s',
    async (how) => {
      const folder = await temporary();
      const { library } = await openLibrary(folder);
      const one = note('A', { text: 'One' });
      await add(library, one);
      const two = await change(library, one, { text: 'Two' });
      const log = logOf(folder, one);
      const lines = await linesOf(folder, one);
      if (how === 'half a line') await appendFile(log, lines.at(-1)?.slice(0, 40) ?? '');
      else if (how === 'zeros') await appendFile(log, Buffer.alloc(300));
      else await writeFile(log, (await readFile(log, 'utf8')).slice(0, -20));
      const again = (await openLibrary(folder)).library;
      await change(again, two, { text: 'Three' });
      expect(await textsOf(again, one)).toEqual(['Three', 'Two', 'One']);
    },
  );

  it('takes what two processes write, each after the other', async () => {
    const folder = await temporary();
    const a = await openLibrary(folder);
    let one = note('A', { text: '0' });
    await add(a.library, one);
    const b = await openLibrary(folder);
    for (let count = 1; count <= 12; count += 1) {
      const { library } = count % 3 === 0 ? a : b;
      await library.reconcile();
      one = await change(library, one, { text: String(count) });
    }
    const texts = await textsOf(a.library, one);
    expect([...new Set(texts)]).toEqual(Array.from({ length: 13 }, (_, index) => String(12 - index)));
  });

  it('does not make a save fail where it cannot be written; that is told once', async () => {
    const folder = await temporary();
    const { library, found } = await openLibrary(folder);
    await writeFile(path.join(folder, 'history'), 'in the way');
    const one = note('A', { text: 'One' });
    expect(await add(library, one)).toMatchObject({ ok: true });
    await change(library, one, { text: 'Two' });
    expect(found.flatMap(({ notices }) => notices)).toMatchObject([{ what: { code: 'history-not-kept' } }]);
  });

  it('has what another program made of a note', async () => {
    const folder = await temporary();
    const { library } = await openLibrary(folder);
    const one = note('A', { text: 'One' });
    await add(library, one);
    await writeFile(fileOf(folder, one), JSON.stringify({ ...one, text: 'Elsewhere' }));
    await library.reconcile();
    expect((await versionsOf(library, one)).map(({ by }) => by)).toEqual(['outside', 'import']);
    expect(await textsOf(library, one)).toEqual(['Elsewhere', 'One']);
  });

  it('is there again when a note that was deleted comes back', async () => {
    const folder = await temporary();
    const { library } = await openLibrary(folder);
    const one = note('A', { text: 'One' });
    await add(library, one);
    const two = await change(library, one, { text: 'Two' });
    await library.apply([{ id: one.id, before: two, after: null }], 'delete');
    expect((await linesOf(folder, one)).at(-1)).toContain('"gone"');
    await library.apply([{ id: one.id, before: null, after: two }], 'undo');
    expect(await textsOf(library, one)).toEqual(['Two', 'Two', 'One']);
    expect((await versionsOf(library, one))[0]).toMatchObject({ by: 'undo', isNow: true });
  });

  it('goes with a note that was deleted for ever, once that cannot be undone', async () => {
    const folder = await temporary();
    const { library } = await openLibrary(folder);
    const [deleted, back] = [note('A'), note('B')];
    await add(library, deleted, back);
    for (const one of [deleted, back])
      await library.apply([{ id: one.id, before: one, after: null }], 'delete');
    await library.apply([{ id: back.id, before: null, after: back }], 'undo');
    expect(await linesOf(folder, deleted)).toHaveLength(3);
    await library.close();
    await expect(stat(logOf(folder, deleted))).rejects.toThrow();
    expect(await linesOf(folder, back)).toHaveLength(4);
  });

  it('stays where something took the place of a deleted note, though it cannot be read', async () => {
    const folder = await temporary();
    const { library } = await openLibrary(folder);
    const one = note('A');
    await add(library, one);
    await library.apply([{ id: one.id, before: one, after: null }], 'delete');
    await writeFile(fileOf(folder, one), 'half a no');
    await library.close();
    expect(await linesOf(folder, one)).toHaveLength(3);
  });

  it('keeps names, and what could not be merged beside the others', async () => {
    const folder = await temporary();
    const { library } = await openLibrary(folder);
    const one = note('A', { text: 'One' });
    await add(library, one);
    const kept = await library.versions.keep({ ...one, text: 'Theirs' }, 'conflict');
    await change(library, one, { text: 'Two' });
    const first = (await versionsOf(library, one)).at(-1)?.version ?? '';
    expect(await library.versions.label(one.id, first, 'As sent')).toEqual({ ok: true });
    const again = (await openLibrary(folder)).library;
    expect(await versionsOf(again, one)).toMatchObject([
      { by: 'edit-text', label: null, isBeside: false, isNow: true },
      { by: 'conflict', isBeside: true, isNow: false, version: kept.ok && kept.value },
      { by: 'import', label: 'As sent' },
    ]);
    expect(await textsOf(again, one)).toEqual(['Two', 'Theirs', 'One']);
    await again.versions.label(one.id, first, '');
    expect((await versionsOf(again, one)).at(-1)).toMatchObject({ label: null });
    expect(await again.versions.label(one.id, 'nosuchversion', 'x')).toMatchObject({
      error: { code: 'version-not-found' },
    });
  });

  it('of a newer app is left as it is', async () => {
    const folder = await temporary();
    const { library } = await openLibrary(folder);
    const one = note('A', { text: 'One' });
    await add(library, one);
    const newer = `{"schema":2,"history":"${one.id}"}\n{"something":"new"}\n`;
    await writeFile(logOf(folder, one), newer);
    await change(library, one, { text: 'Two' });
    expect(await readFile(logOf(folder, one), 'utf8')).toBe(newer);
  });
});

describe('a damaged note', () => {
  const damage: Readonly<Record<string, (one: Note) => string | Uint8Array>> = {
    'cut off': (one) => JSON.stringify(one).slice(0, 80),
    empty: () => '',
    zeroed: () => new Uint8Array(500),
    garbage: () => 'no JSON',
    'no note': () => '{"schema":1,"id":5}',
    'another note': (one) => JSON.stringify({ ...one, id: 'another0' }),
  };

  it.each(Object.entries(damage))('that is %s is replaced by its newest good version', async (_, damaged) => {
    const folder = await temporary();
    const one = note('A', { text: 'One' });
    const first = await openLibrary(folder);
    await add(first.library, one, note('B'));
    const two = await change(first.library, one, { text: 'Two' });
    // What it never was does not take its place.
    await first.library.versions.keep({ ...one, text: 'Theirs' }, 'conflict');
    await first.library.close();
    const bytes = Buffer.from(damaged(one));
    await writeFile(fileOf(folder, one), bytes);
    const { library, found } = await openLibrary(folder);
    await library.reconcile();
    expect(found).toMatchObject([
      {
        changed: [{ id: one.id }],
        removed: [],
        notices: [
          { what: { code: 'note-replaced', details: { title: 'A', file: `${one.id}.json`, count: 1 } } },
        ],
      },
    ]);
    expect(await library.read(one.id)).toEqual({ ok: true, value: two });
    expect(await readFile(path.join(folder, 'quarantine', `${one.id}.json`))).toEqual(bytes);
    expect(await readFile(path.join(folder, 'quarantine', `${one.id}.json.reason.txt`), 'utf8')).toMatch(
      /.{20}/,
    );
  });

  it('is replaced when it is opened, and can be changed then', async () => {
    const folder = await temporary();
    const { library, found } = await openLibrary(folder);
    const one = note('A', { text: 'One' });
    await add(library, one);
    await writeFile(fileOf(folder, one), 'no JSON');
    expect(await library.read(one.id)).toEqual({ ok: true, value: one });
    expect(found).toMatchObject([{ changed: [{ id: one.id }], removed: [] }]);
    await change(library, one, { text: 'Two' });
    expect(await textsOf(library, one)).toEqual(['Two', 'One']);
  });

  it('is replaced by an older version where the newest is damaged too', async () => {
    const folder = await temporary();
    const { library } = await openLibrary(folder);
    const one = note('A', { text: 'One' });
    await add(library, one);
    await change(library, one, { text: 'Two' });
    const log = logOf(folder, one);
    await writeFile(log, (await readFile(log, 'utf8')).replace('Two', 'Twx'));
    await writeFile(fileOf(folder, one), '');
    expect(await library.read(one.id)).toEqual({ ok: true, value: one });
  });

  it('of many is told in one message', async () => {
    const folder = await temporary();
    const { library, found } = await openLibrary(folder);
    const notes = [note('A'), note('B'), note('C')];
    await add(library, ...notes);
    for (const one of notes) await writeFile(fileOf(folder, one), '');
    await library.reconcile();
    expect(found.flatMap(({ notices }) => notices)).toMatchObject([
      { what: { code: 'note-replaced', details: { count: 3 } } },
    ]);
  });

  it('does not come back where its file is gone, or it was deleted', async () => {
    const folder = await temporary();
    const { library } = await openLibrary(folder);
    const [gone, deleted] = [note('A'), note('B')];
    await add(library, gone, deleted);
    await rm(fileOf(folder, gone));
    await library.apply([{ id: deleted.id, before: deleted, after: null }], 'delete');
    await writeFile(fileOf(folder, deleted), 'half a no');
    await library.reconcile();
    expect(await library.read(gone.id)).toMatchObject({ error: { code: 'note-not-found' } });
    expect(await library.read(deleted.id)).toMatchObject({ error: { code: 'note-not-found' } });
  });
});

it('a library that is opened reads nothing of the history', async () => {
  const folder = await temporary();
  const { library } = await openLibrary(folder);
  await add(library, note('A'));
  await library.close();
  await rm(path.join(folder, 'history'), { recursive: true });
  const again = createLibraryFolder({ folder, clock: () => Date.parse(AT) });
  await again.open();
  await again.load();
  await again.reconcile();
  await again.close();
  await expect(stat(path.join(folder, 'history'))).rejects.toThrow();
});
