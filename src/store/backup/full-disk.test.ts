import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { note, temporary } from '../test-library';
import { atOnce, contentOf, libraryWithBackups, notesIn, quietly } from './test-backup';

/** A disk of so many KB; null: this machine does not let one be mounted. */
function smallDisk(folder: string, kilobytes: number): string | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
  return folder;
}

/** Notes that cannot be packed tighter. */
const notes = () =>
  Array.from({ length: 20 }, (_, index) => note(`${index}`, { text: randomBytes(6000).toString('base64') }));

describe('a full disk', () => {
  it('has no backup and nothing of one; what was there before stays', async ({ skip }) => {
    const disk = smallDisk(await temporary(), 100);
    if (disk === null) return skip('no disk can be mounted here');
    const { backups } = await libraryWithBackups(notes());
    await writeFile(path.join(disk, 'Briefing Desk 2020-01-01 00.00.zip'), 'an earlier one');
    const made = await backups.backUp({ ...quietly(), to: disk, inTurn: atOnce });
    expect(made).toMatchObject({ error: { code: 'disk-full' } });
    expect(await readdir(disk)).toEqual(['Briefing Desk 2020-01-01 00.00.zip']);
  });

  it('has no new library and nothing of one', async ({ skip }) => {
    const disk = smallDisk(await temporary(), 100);
    if (disk === null) return skip('no disk can be mounted here');
    const { backups, backUp } = await libraryWithBackups(notes());
    const made = await backUp();
    if (!made.ok) throw new Error(made.error.code);
    const folder = path.join(disk, 'new');
    const restored = await backups.restoreTo(folder, { ...quietly(), from: made.value.path });
    expect(restored).toMatchObject({ error: { code: 'disk-full' } });
    expect(await readdir(disk)).toEqual([]);
  });

  it('that turns out to be full only while a library is put in place leaves that as it was', async ({
    skip,
  }) => {
    const disk = smallDisk(await temporary(), 700);
    if (disk === null) return skip('no disk can be mounted here');
    const big = await libraryWithBackups(notes());
    const made = await big.backUp();
    if (!made.ok) throw new Error(made.error.code);
    const library = path.join(disk, 'library');
    await mkdir(library);
    const small = await big.backups.restoreTo(library, { ...quietly(), from: made.value.path });
    expect(small).toMatchObject({ ok: true });
    const before = await contentOf(library);
    const { createBackups } = await import('./backups');
    const restored = await createBackups({ library, app: '' }).restoreHere({
      ...quietly(),
      from: made.value.path,
      backup: { folder: null, daily: true },
      since: Date.now(),
    });
    expect(restored).toMatchObject({ error: { code: 'disk-full' } });
    expect(await contentOf(library)).toEqual(before);
    expect(await notesIn(library)).toHaveLength(20);
  });
});
