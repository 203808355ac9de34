import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failing, killedAt, setFault } from '../test-faults';
import { note } from '../test-library';
import { finishReplacing, newFilesIn, replaceLibrary } from './swap';
import { contentOf, libraryWithBackups, notesIn, quietly } from './test-backup';
import { makeWorkspace } from './workspace';

vi.mock('node:fs/promises', async (real) => {
  const { faulty } = await import('../test-faults');
  return faulty(await real());
});
afterEach(() => setFault(null));

/** A library with the notes A and B, and a backup of one with the note C, which is to take its place. */
async function both() {
  const ours = await libraryWithBackups();
  const other = await libraryWithBackups([note('C')]);
  const made = await other.backUp();
  if (!made.ok) throw new Error(made.error.code);
  await ours.port.close();
  const restore = () =>
    ours.backups.restoreHere({
      ...quietly(),
      from: made.value.path,
      backup: { folder: null, daily: true },
      since: Date.now(),
    });
  return { ...ours, restore };
}
const workspacesOf = async (library: string): Promise<string[]> =>
  (await readdir(library)).filter((name) => /^\.(restore|snapshot)\./.test(name));

describe('a library that is being replaced', () => {
  it('is whole again at the next start, the one or the other, at whatever step the process ended', async () => {
    const seen = new Set<string>();
    let isOver = false;
    for (let nth = 0; !isOver; nth += 1) {
      const { library, restore, backups } = await both();
      setFault(killedAt(nth));
      const restored = await restore();
      setFault(null);
      isOver = restored.ok && (await workspacesOf(library)).length === 0;
      const titles = (await notesIn(library)).join(' ');
      seen.add(titles);
      expect(['A B', 'C']).toContain(titles);
      expect(Object.keys(await contentOf(library)).some((name) => name.startsWith('quarantine/0'))).toBe(
        false,
      );
      await backups.sweep();
      expect(await workspacesOf(library)).toEqual([]);
    }
    expect(seen).toEqual(new Set(['A B', 'C']));
  });

  it('is as it was where one step cannot be done, and the failure is told', async () => {
    for (const name of ['notes', 'settings.json', 'library.json']) {
      const { library, restore } = await both();
      const before = await contentOf(library);
      setFault(failing('rename', 'EACCES', new RegExp(`library/\\.restore\\.[^/]+/new/${name}$`)));
      expect(await restore()).toMatchObject({ error: { code: 'folder-not-writable' } });
      setFault(null);
      expect(await contentOf(library)).toEqual(before);
      expect(await workspacesOf(library)).toEqual([]);
    }
  });

  it('is left to whoever is at it, and those who come meanwhile wait', async () => {
    const { library } = await both();
    const workspace = await makeWorkspace(library, 'restore');
    await mkdir(path.join(newFilesIn(workspace), 'notes'), { recursive: true });
    await writeFile(
      path.join(newFilesIn(workspace), 'library.json'),
      '{"schema":1,"created":"2026-01-01T00:00:00.000Z"}',
    );
    const [replaced, ...opened] = await Promise.all([
      replaceLibrary(library, workspace, Date.now() + 1000),
      ...Array.from({ length: 4 }, () => finishReplacing(library, Date.now)),
    ]);
    expect([replaced, ...opened].every(({ ok }) => ok)).toBe(true);
    expect(await notesIn(library)).toEqual([]);
  });
});
