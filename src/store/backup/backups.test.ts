import { appendFile, mkdir, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestSchema } from '../../core/backup-manifest';
import { add, fileOf, note } from '../test-library';
import { createBackups } from './backups';
import { APP, atOnce, contentOf, libraryWithBackups, MINUTE, notesIn, quietly } from './test-backup';
import { openBackup } from './zip-reader';

const FILE = `Briefing Desk ${MINUTE}.zip`;
const DAY = 86_400_000;

describe('a backup', () => {
  it('is one verified file with everything that belongs to the library, and says what is in it', async () => {
    const { library, to, backUp, notes } = await libraryWithBackups();
    await mkdir(path.join(library, 'chromium'));
    await writeFile(path.join(library, 'chromium', 'Cookies'), 'not of the library');
    await writeFile(path.join(library, 'window.json'), '{}');
    await writeFile(path.join(library, 'notes', '.0half.json.00.tmp'), 'half');
    const made = await backUp();
    const { size } = await stat(path.join(to, FILE));
    expect(made).toMatchObject({ value: { file: FILE, path: path.join(to, FILE), size, minute: MINUTE } });
    expect(await readdir(to)).toEqual([FILE]);
    expect((await readdir(library)).filter((name) => name.startsWith('.'))).toEqual([]);
    const opened = await openBackup(path.join(to, FILE));
    if (!opened.ok) throw new Error(opened.error.code);
    const { manifest } = opened.value;
    await opened.value.close();
    expect(manifestSchema.parse(manifest)).toMatchObject({ schema: 1, app: APP, notes: 2 });
    expect(manifest.files.map((file) => file.path)).toEqual([
      ...notes.map(({ id }) => `history/${id}.jsonl`).sort(),
      'history/some.jsonl',
      'layouts/mine/layout.typ',
      'library.json',
      ...notes.map(({ id }) => `notes/${id}.json`).sort(),
      'quarantine/a_b_c.json',
      'settings.json',
      'view.json',
    ]);
  });

  it('holds the library as it was at one moment, whatever is written while it is made', async () => {
    const { library, to, port, backups, notes } = await libraryWithBackups();
    const [first] = notes;
    if (!first) throw new Error('no note');
    const after = { ...first, title: 'later' };
    let isBetween = false;
    const made = await backups.backUp({
      ...quietly(),
      to,
      inTurn: async (task) => {
        const taken = await task();
        await port.apply([{ id: first.id, before: first, after }], 'edit-title');
        await add(port, note('C'));
        await appendFile(path.join(library, 'history', 'some.jsonl'), '{"schema":1,"later":true}\n');
        isBetween = true;
        return taken;
      },
    });
    expect([made.ok, isBetween]).toEqual([true, true]);
    const restored = path.join(path.dirname(to), 'restored');
    await backups.restoreTo(restored, { ...quietly(), from: path.join(to, FILE) });
    expect(await notesIn(restored)).toEqual(['A', 'B']);
    expect(await readFile(path.join(restored, 'history', 'some.jsonl'), 'utf8')).toBe('{"schema":1}\n');
  });

  it('does not take the place of another of the same minute', async () => {
    const { to, backUp } = await libraryWithBackups();
    for (const copy of ['', ' (2)', ' (3)']) {
      expect(await backUp()).toMatchObject({ value: { file: `Briefing Desk ${MINUTE}${copy}.zip` } });
    }
    expect(await readdir(to)).toHaveLength(3);
  });

  it('is the last one, and due again the next day', async () => {
    const { to, backUp, backups, clock } = await libraryWithBackups();
    expect([await backups.last(to), await backups.isDue(to)]).toEqual([null, true]);
    await backUp();
    expect(await backups.last(to)).toMatchObject({ file: FILE, minute: MINUTE });
    expect(await backups.isDue(to)).toBe(false);
    clock.now += DAY;
    expect(await backups.isDue(to)).toBe(true);
    await backUp();
    // The clock was set back: the last is still the last by its name, and today has one already.
    clock.now -= DAY;
    expect(await backups.isDue(to)).toBe(false);
    clock.now -= 400 * DAY;
    expect(await backups.isDue(to)).toBe(true);
  });

  it('lets only those of this library go that have had their time', async () => {
    const { to, backUp, clock, library } = await libraryWithBackups();
    const other = await libraryWithBackups();
    // Made in another millisecond.
    const created = JSON.stringify({ schema: 1, created: '2020-01-01T00:00:00.000Z' });
    await writeFile(path.join(other.library, 'library.json'), created);
    const start = clock.now;
    for (let day = 0; day < 12; day += 1) {
      clock.now = start + day * DAY;
      await backUp();
      if (day > 2) continue;
      other.clock.now = clock.now + 3_600_000;
      await other.backups.backUp({ ...quietly(), to, inTurn: atOnce });
    }
    const strange = 'Briefing Desk 2001-01-01 00.00.zip';
    await writeFile(path.join(to, strange), 'no zip');
    clock.now = start + 12 * DAY;
    await backUp();
    const names = await readdir(to);
    expect(names).toContain(strange);
    expect(names.filter((name) => name.endsWith('18.05.zip'))).toHaveLength(3);
    // 24 November to 6 December: seven days, and the Sunday of each week before.
    const days = names.filter((name) => name.endsWith('17.05.zip')).map((name) => name.slice(14, 24));
    expect(days.sort()).toEqual([
      '2026-11-29',
      '2026-11-30',
      ...['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06'],
    ]);
    expect(await readdir(library)).toContain('notes');
  });
});

describe('a backup that cannot be made leaves nothing behind', () => {
  it('because the folder is gone, is a file, or is in the library', async () => {
    const { to, library, backups, backUp } = await libraryWithBackups();
    await rm(to, { recursive: true });
    expect(await backUp()).toMatchObject({ error: { code: 'folder-missing' } });
    await writeFile(to, '');
    expect(await backUp()).toMatchObject({ error: { code: 'folder-missing' } });
    await rm(to);
    await symlink(path.join(library, 'history'), to);
    for (const inside of [library, path.join(library, 'notes'), to]) {
      const made = await backups.backUp({ ...quietly(), to: inside, inTurn: atOnce });
      expect(made).toMatchObject({ error: { code: 'backup-folder-inside' } });
    }
    expect((await readdir(library)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('because it was cancelled, at whatever moment', async () => {
    const { to, library, backups } = await libraryWithBackups(
      Array.from({ length: 40 }, (_, index) => note(String(index))),
    );
    for (let at = 0; at < 12; at += 1) {
      const cancel = new AbortController();
      let seen = 0;
      const made = await backups.backUp({
        signal: cancel.signal,
        progress: () => {
          if (seen++ === at * 8) cancel.abort();
        },
        to,
        inTurn: atOnce,
      });
      if (!made.ok) expect(made.error.code).toBe('cancelled');
    }
    const left = (await readdir(to)).filter((name) => name.startsWith('.'));
    expect([left, (await readdir(library)).filter((name) => name.startsWith('.'))]).toEqual([[], []]);
  });
});

describe('a new library of a backup', () => {
  it('is as it was, but for the folder of backups', async () => {
    const { root, library, to, backups, backUp, port } = await libraryWithBackups();
    const settings = { ...(await port.settings()), backup: { folder: to, daily: false } };
    await port.saveSettings(settings);
    await backUp();
    const folder = path.join(root, 'a', 'new one');
    const steps: string[] = [];
    const restored = await backups.restoreTo(folder, {
      ...quietly(),
      progress: (label) => steps.push(label),
      from: path.join(to, FILE),
    });
    expect(restored).toEqual({ ok: true, value: { notes: 2 } });
    expect(new Set(steps)).toEqual(new Set(['restoring']));
    const { 'index.json': _, ...before } = await contentOf(library);
    const after = await contentOf(folder);
    const path1 = path.join('quarantine', 'a:b\\c.json');
    expect(after).toEqual({
      ...Object.fromEntries(Object.entries(before).filter(([name]) => name !== path1)),
      [path.join('quarantine', 'a_b_c.json')]: before[path1],
      'settings.json': `${JSON.stringify({ ...settings, backup: { folder: null, daily: true } }, null, 2)}\n`,
    });
    expect(await notesIn(folder)).toEqual(['A', 'B']);
  });

  it('is only made where nothing is', async () => {
    const { to, backups, backUp, library } = await libraryWithBackups();
    await backUp();
    const from = path.join(to, FILE);
    const restored = await backups.restoreTo(library, { ...quietly(), from });
    expect(restored).toMatchObject({ error: { code: 'folder-not-empty' } });
    expect(await backups.restoreTo(from, { ...quietly(), from })).toMatchObject({
      error: { code: 'not-a-file' },
    });
  });

  it('is not begun when it is cancelled', async () => {
    const { root, to, backups, backUp } = await libraryWithBackups();
    await backUp();
    const cancel = new AbortController();
    const folder = path.join(root, 'new');
    const restored = await backups.restoreTo(folder, {
      signal: cancel.signal,
      progress: () => cancel.abort(),
      from: path.join(to, FILE),
    });
    expect(restored).toMatchObject({ error: { code: 'cancelled' } });
    expect(await readdir(root)).not.toContain('new');
  });
});

describe('a library in whose place a backup is put', () => {
  it('is that one, and keeps what another program wrote meanwhile', async () => {
    const { library, to, backups, backUp, port, notes } = await libraryWithBackups();
    await backUp();
    const [later, other] = [note('later'), note('other')];
    await add(port, later);
    const kept = await backUp();
    if (!kept.ok) throw new Error(kept.error.code);
    const long = new Date(Date.now() - DAY);
    for (const each of [later, ...notes]) await utimes(fileOf(library, each), long, long);
    await writeFile(fileOf(library, other), JSON.stringify(other));
    const restored = await backups.restoreHere({
      ...quietly(),
      from: path.join(to, FILE),
      backup: { folder: '/here', daily: false },
      since: Date.now() - DAY / 2,
    });
    expect(restored).toEqual({ ok: true, value: { notes: 2 } });
    expect(await notesIn(library)).toEqual(['A', 'B']);
    expect((await readdir(path.join(library, 'quarantine'))).sort()).toEqual([
      `${other.id}.json`,
      `${other.id}.json.reason.txt`,
      'a_b_c.json',
    ]);
    await port.reread();
    expect(await port.settings()).toMatchObject({ backup: { folder: '/here', daily: false } });
    expect((await readdir(library)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is as it was when it is cancelled before', async () => {
    const { library, to, backups, backUp, port } = await libraryWithBackups();
    await backUp();
    await add(port, note('later'));
    await port.close();
    const before = await contentOf(library);
    for (const at of [0, 2, 4]) {
      const cancel = new AbortController();
      let seen = 0;
      const restored = await backups.restoreHere({
        signal: cancel.signal,
        progress: () => {
          if (seen++ === at) cancel.abort();
        },
        from: path.join(to, FILE),
        backup: { folder: null, daily: true },
        since: Date.now(),
      });
      expect(restored).toMatchObject({ error: { code: 'cancelled' } });
    }
    expect(await contentOf(library)).toEqual(before);
  });

  it('of a newer version is not put in the place of one of today', async () => {
    const { library, to, backUp } = await libraryWithBackups();
    const file = path.join(library, 'library.json');
    const today = await readFile(file);
    await writeFile(file, '{"schema":2,"created":"2026-01-01T00:00:00.000Z"}');
    await backUp();
    await writeFile(file, today);
    const before = await contentOf(library);
    const restored = await createBackups({ library, app: APP }).restoreHere({
      ...quietly(),
      from: path.join(to, FILE),
      backup: { folder: null, daily: true },
      since: Date.now(),
    });
    expect(restored).toMatchObject({ error: { code: 'file-newer-version' } });
    expect(await contentOf(library)).toEqual(before);
  });
});
