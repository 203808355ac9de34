import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { shell, TITLE } from '../test-shell';

async function withFolder() {
  const made = await shell();
  await mkdir(path.join(made.cwd, 'backups'));
  await made.briefing('tag', TITLE, '+trade/exports');
  return made;
}

describe('backup and restore', () => {
  it('print where the backup is, and where the library is that was made of it', async () => {
    const { briefing, cwd, data } = await withFolder();
    const { code, out, err } = await briefing('backup', '--to', 'backups');
    expect([code, err]).toEqual([0, '']);
    const [file = ''] = await readdir(path.join(cwd, 'backups'));
    expect(out).toBe(`${path.join(cwd, 'backups', file)}\n`);
    expect(file).toMatch(/^Briefing Desk \d{4}-\d\d-\d\d \d\d\.\d\d\.zip$/);
    const restored = await briefing('restore', path.join('backups', file), '--to', 'again');
    expect(restored).toEqual({
      code: 0,
      out: `${path.join(cwd, 'again')}\n`,
      err: '1 note was restored.\n',
    });
    expect(await briefing('list', '--data', 'again')).toEqual(await briefing('list'));
    const [note = ''] = await readdir(path.join(data, 'notes'));
    const stored = (folder: string) => readFile(path.join(folder, 'notes', note), 'utf8');
    expect(await stored(path.join(cwd, 'again'))).toBe(await stored(data));
  });

  it('say in one line why they cannot be done', async () => {
    const { briefing, cwd, data } = await withFolder();
    await writeFile(path.join(cwd, 'no.zip'), 'no zip');
    for (const [args, said] of [
      [['backup'], 'No folder for backups is chosen'],
      [['backup', '--to', 'gone'], 'is not there any more'],
      [['backup', '--to', data], 'in the library’s own folder'],
      [['restore', 'no.zip', '--to', 'new'], 'is not a backup of Briefing Desk'],
      [['restore', 'gone.zip', '--to', 'new'], 'was not found'],
    ] as const) {
      const { code, out, err } = await briefing(...args);
      expect([code, out]).toEqual([1, '']);
      expect(err.replaceAll("'", '’')).toContain(said);
      expect(err).toMatch(/^[^\n]+\n$/);
    }
    expect(await readdir(cwd)).not.toContain('new');
  });

  it('are not begun where they are not understood', async () => {
    const { briefing } = await shell();
    for (const args of [
      ['backup', 'more'],
      ['backup', '--to', ''],
      ['restore'],
      ['restore', 'a.zip'],
      ['restore', 'a.zip', '--to', ''],
      ['restore', 'a.zip', 'b.zip', '--to', 'c'],
    ]) {
      expect(await briefing(...args)).toMatchObject({ code: 2, out: '' });
    }
  });
});
