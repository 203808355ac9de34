import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { wrongPath } from '../../core/library-parts';
import { contentOf, libraryWithBackups, quietly } from './test-backup';

type Fill = (zip: ZipFile) => void;
const LIBRARY = '{"schema":1,"created":"2026-01-01T00:00:00.000Z"}';

async function zipOf(file: string, fill: Fill): Promise<void> {
  const zip = new ZipFile();
  fill(zip);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
}

/** What a library makes of a zip, both as a new one and in place; nothing may have changed. */
async function verdictOn(make: (file: string) => Promise<void>): Promise<string> {
  const { root, port, backups } = await libraryWithBackups();
  await port.close();
  const from = path.join(root, 'hostile.zip');
  await make(from);
  const before = await contentOf(root);
  const fresh = path.join(root, 'fresh');
  const as = { ...quietly(), from };
  const restored = [
    await backups.restoreTo(fresh, as),
    await backups.restoreHere({ ...as, backup: { folder: null, daily: true }, since: Date.now() }),
  ];
  expect(await contentOf(root)).toEqual(before);
  expect(await readdir(root)).not.toContain('fresh');
  const [one, other] = restored.map((each) =>
    each.ok ? 'restored' : [each.error.code, each.error.details.context].filter(Boolean).join(' '),
  );
  expect(one).toBe(other);
  return one ?? '';
}

/** A zip whose bytes are changed once it is made. */
const patched = (fill: Fill, patch: (bytes: Buffer) => Buffer) => async (file: string) => {
  await zipOf(file, fill);
  await writeFile(file, patch(await readFile(file)));
};
const renamed = (from: string, to: string) =>
  patched(
    (zip) => {
      zip.addBuffer(Buffer.from(LIBRARY), 'library.json');
      zip.addBuffer(Buffer.from('{}'), from);
    },
    (bytes) => Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1'),
  );

describe('a hostile zip is refused', () => {
  it.each([
    '../../evil.json',
    '/tmp/evil/a.json',
    'notes/../../x.js',
    'C:\\evil\\no.json',
    'notes/..\\..\\a.js',
  ])('because it would write elsewhere: %s', async (name) => {
    expect(await verdictOn(renamed('x'.repeat(name.length), name))).toBe('backup-refused elsewhere');
  });

  it('because it holds links', async () => {
    const verdict = await verdictOn((file) =>
      zipOf(file, (zip) => zip.addBuffer(Buffer.from('/etc'), 'notes/0link0000.json', { mode: 0o120777 })),
    );
    expect(verdict).toBe('backup-refused link');
  });

  it.each(['notes/0note0000.json', 'notes/0NOTE0000.json'])(
    'because it holds a file twice: %s',
    async (name) => {
      const verdict = await verdictOn((file) =>
        zipOf(file, (zip) => {
          for (const each of ['notes/0note0000.json', name]) zip.addBuffer(Buffer.from('{}'), each);
        }),
      );
      expect(verdict).toBe('backup-refused twice');
    },
  );

  it('because it is a bomb', async () => {
    const zeros = Buffer.alloc(1024 * 1024);
    // Each of a thousand entries says that it unpacks to 4 GB.
    const bomb = patched(
      (zip) => {
        for (let each = 0; each < 20; each += 1) zip.addBuffer(zeros, `notes/0bomb${each}00000.json`);
      },
      (bytes) => {
        const mark = Buffer.from('PK\u0001\u0002', 'latin1');
        for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1))
          bytes.writeUInt32LE(0xfffffff0, at + 24);
        return bytes;
      },
    );
    expect(await verdictOn(bomb)).toBe('backup-refused too-large');
  });

  it('because it is no backup, or only the beginning of one', async () => {
    expect(await verdictOn((file) => writeFile(file, ''))).toBe('not-a-backup');
    expect(await verdictOn((file) => writeFile(file, 'no zip at all'))).toBe('not-a-backup');
    expect(
      await verdictOn((file) => zipOf(file, (zip) => zip.addBuffer(Buffer.from(LIBRARY), 'library.json'))),
    ).toBe('not-a-backup');
    const { backUp } = await libraryWithBackups();
    const made = await backUp();
    const whole = made.ok ? await readFile(made.value.path) : Buffer.alloc(0);
    for (const share of [0.1, 0.5, 0.99])
      expect(await verdictOn((file) => writeFile(file, whole.subarray(0, whole.length * share)))).toBe(
        'not-a-backup',
      );
  });
});

describe('a damaged backup', () => {
  it('is refused with the names of what is damaged, wherever a byte is another', async () => {
    const { backUp, library, root, backups, port } = await libraryWithBackups();
    await port.close();
    const made = await backUp();
    if (!made.ok) throw new Error(made.error.code);
    const whole = await readFile(made.value.path);
    const before = await contentOf(library);
    const from = path.join(root, 'damaged.zip');
    await mkdir(path.join(root, 'elsewhere'));
    const seen = new Set<string>();
    for (let at = 20; at < whole.length; at += 41) {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8((bytes.readUInt8(at) + 1) % 256, at);
      await writeFile(from, bytes);
      const fresh = path.join(root, `fresh${at}`);
      const restored = await backups.restoreTo(fresh, { ...quietly(), from });
      // What is not read again (times, say) may be another; what is restored is as it was.
      if (restored.ok) expect((await contentOf(fresh))['library.json']).toBe(before['library.json']);
      else seen.add(restored.error.code);
      if (!restored.ok && restored.error.code === 'backup-damaged')
        expect(String(restored.error.details.files)).toMatch(/\.(?:jsonl?|typ)/);
    }
    expect([...seen]).toContain('backup-damaged');
    const expected = ['backup-damaged', 'not-a-backup', 'backup-refused'];
    expect([...seen].filter((code) => !expected.includes(code))).toEqual([]);
    expect(await contentOf(library)).toEqual(before);
  });
});

describe('a path in a backup', () => {
  it.each([
    'library.json',
    'notes/0note0000.json',
    'history/0note0000.jsonl',
    'quarantine/a (2).json.reason.txt',
    'quarantine/Статья.json',
    'attachments/ab/cd.pdf',
  ])('is one of a library: %s', (name) => {
    expect(wrongPath(name)).toBe(null);
  });

  it.each([
    '',
    '.',
    '..',
    'notes',
    'notes/',
    'notes//a.json',
    'notes/./a',
    'notes/..',
    'library.json/a',
    'notes/a ',
  ])('leads elsewhere or is of no library: “%s”', (name) => {
    expect(wrongPath(name)).not.toBe(null);
  });

  it.each(['chromium/Cookies', 'index.json', '.restore.1/journal.json', 'notes/a:b', 'notes/a\0b'])(
    'is not taken in: %s',
    (name) => {
      expect(wrongPath(name)).not.toBe(null);
    },
  );
});
