import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Found } from '../core/ports';
import type { Note } from '../core/schema';
import { add, fileOf, note, openLibrary, temporary, titles } from './test-library';

async function watched(...notes: Note[]) {
  const folder = await temporary();
  const { library, found } = await openLibrary(folder);
  await add(library, ...notes);
  library.watch();
  onTestFinished(() => library.close());
  return { folder, library, found };
}

const changed = (found: readonly Found[]): string[] => titles(found.flatMap((one) => one.changed));
const removed = (found: readonly Found[]): string[] => found.flatMap((one) => one.removed);
const told = (found: readonly Found[]) => found.flatMap((one) => one.notices.map(({ what }) => what));
const write = (folder: string, one: Note): Promise<void> =>
  writeFile(fileOf(folder, one), JSON.stringify(one));

describe('a library that is watched', () => {
  it('tells of notes that another program changes, adds and deletes, as it does', async () => {
    const [a, b, c] = [note('A'), note('B'), note('C')];
    const { folder, found } = await watched(a, b);
    await write(folder, { ...a, title: 'A, changed' });
    await write(folder, c);
    await rm(fileOf(folder, b));
    await vi.waitFor(() => expect([changed(found), removed(found)]).toEqual([['A, changed', 'C'], [b.id]]));
  });

  it('does not tell of its own writes', async () => {
    const one = note('A');
    const { folder, library, found } = await watched(one);
    for (let count = 0; count < 20; count += 1)
      await library.apply(
        [{ id: one.id, before: one, after: { ...one, title: String(count) } }],
        'edit-title',
      );
    const other = note('Other');
    await write(folder, other);
    await vi.waitFor(() => expect(found).not.toEqual([]));
    expect(changed(found)).toEqual(['Other']);
  });

  it('waits for a file that is deleted and made anew, and for one that is written bit by bit', async () => {
    const [a, b, c] = [note('A'), note('B'), note('C')];
    const { folder, found } = await watched(a, b);
    const whole = JSON.stringify({ ...b, title: 'B, changed' });
    await writeFile(fileOf(folder, b), whole.slice(0, 40));
    await rm(fileOf(folder, a));
    await write(folder, c);
    // Then the others have been looked at, too.
    await vi.waitFor(() => expect(changed(found)).toEqual(['C']));
    await write(folder, { ...a, title: 'A, changed' });
    await writeFile(fileOf(folder, b), whole);
    await vi.waitFor(() => expect(changed(found)).toEqual(['A, changed', 'B, changed', 'C']));
    expect([removed(found), told(found)]).toEqual([[], []]);
  });

  it('replaces a damaged file once nobody writes it any more', async () => {
    const one = note('A');
    const { folder, found } = await watched(one);
    await writeFile(fileOf(folder, one), '{"schema": 1');
    await vi.waitFor(() => expect(told(found)).toMatchObject([{ code: 'note-replaced' }]), 5000);
    expect([changed(found), removed(found)]).toEqual([['A'], []]);
  });

  it('goes on when its folder has gone and come back', async () => {
    const one = note('A');
    const { folder, found } = await watched(one);
    const notes = path.join(folder, 'notes');
    await rename(notes, `${notes}-away`);
    await write(folder, { ...one, title: 'x' }).catch(() => undefined);
    await mkdir(notes);
    await rm(notes, { recursive: true });
    await rename(`${notes}-away`, notes);
    await write(folder, { ...one, title: 'Back' });
    await vi.waitFor(() => expect(changed(found)).toContain('Back'), 5000);
    await write(folder, { ...one, title: 'Back again' });
    await vi.waitFor(() => expect(changed(found)).toContain('Back again'), 5000);
    expect(removed(found)).toEqual([]);
  });

  it('ends when it is closed', async () => {
    const one = note('A');
    const { folder, library, found } = await watched(one);
    await library.close();
    await write(folder, { ...one, title: 'Later' });
    const again = await openLibrary(folder);
    await again.library.reconcile();
    expect(changed(again.found)).toEqual(['Later']);
    expect(found).toEqual([]);
  });
});

describe('what a file-sync client could not merge', () => {
  it.each([
    'ID.sync-conflict-20260101-120000-ABCDEFG.json',
    'ID (conflicted copy 2026-01-01).json',
    'ID (1).json',
  ])('is kept apart with a reason, and told: %s', async (pattern) => {
    const one = note('A');
    const { folder, library, found } = await watched(one);
    const name = pattern.replace('ID', one.id);
    const copy = JSON.stringify({ ...one, text: 'Theirs' });
    await writeFile(path.join(folder, 'notes', name), copy);
    await vi.waitFor(() =>
      expect(told(found)).toMatchObject([
        { code: 'copy-set-aside', details: { title: 'A', note: one.id, context: 'history' } },
      ]),
    );
    const versions = await library.versions.list(one.id);
    const kept = versions.ok ? versions.value.find(({ isBeside }) => isBeside) : undefined;
    const version = await library.versions.read(one.id, kept?.version ?? '');
    expect(version).toMatchObject({ value: { text: 'Theirs' } });
    const quarantine = path.join(folder, 'quarantine');
    expect(await readFile(path.join(quarantine, name), 'utf8')).toBe(copy);
    expect(await readFile(path.join(quarantine, `${name}.reason.txt`), 'utf8')).toContain(one.id);
    expect(await readdir(path.join(folder, 'notes'))).toEqual([`${one.id}.json`]);
  });

  it('is found also under the name of another note', async () => {
    const [one, other] = [note('A'), note('B')];
    const { folder, library, found } = await watched(one);
    await library.close();
    await writeFile(fileOf(folder, other), JSON.stringify({ ...one, title: 'B' }));
    await library.reconcile();
    expect(told(found)).toMatchObject([{ code: 'copy-set-aside', details: { note: one.id } }]);
    expect(await library.read(one.id)).toMatchObject({ ok: true });
  });
});
