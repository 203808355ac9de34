import { execFileSync } from 'node:child_process';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFiles } from './files';

const files = createFiles('resources/first-note.md');
const bytes = new TextEncoder().encode('Words');

async function temporary(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'briefing-desk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
const codeOf = (result: { ok: boolean; error?: { code: string } }): string => result.error?.code ?? 'ok';

describe('reading a file', () => {
  it('refuses one that is too large without reading it', async () => {
    const file = path.join(await temporary(), 'large.txt');
    await writeFile(file, '');
    // No disk holds as much: it could not be read.
    await truncate(file, 2 ** 42);
    expect(await files.read(file, 20_000_000)).toMatchObject({
      error: { code: 'file-too-large', details: { file: 'large.txt', max: 20 } },
    });
  });

  it('says what is wrong', async () => {
    const folder = await temporary();
    expect(codeOf(await files.read(path.join(folder, 'none'), 10))).toBe('file-not-found');
    expect(codeOf(await files.read(folder, 10_000_000))).toBe('file-unreadable');
    await writeFile(path.join(folder, 'file'), '');
    expect(codeOf(await files.read(path.join(folder, 'file', 'below'), 10))).toBe('file-not-found');
  });

  it('finds the note that the app is shipped with', async () => {
    expect(codeOf(await files.firstNote())).toBe('ok');
  });
});

describe('writing a file', () => {
  it('replaces it as a whole and leaves nothing else', async () => {
    const folder = await temporary();
    const file = path.join(folder, 'a.txt');
    await writeFile(file, 'Before');
    expect(codeOf(await files.write(file, bytes))).toBe('ok');
    expect(await readFile(file, 'utf8')).toBe('Words');
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  it('that fails leaves what was there', async () => {
    const folder = await temporary();
    const taken = path.join(folder, 'taken');
    await mkdir(path.join(taken, 'inside'), { recursive: true });
    expect(codeOf(await files.write(taken, bytes))).toBe('not-a-file');
    expect(codeOf(await files.write(path.join(folder, 'none', 'a.txt'), bytes))).toBe('folder-missing');
    expect(codeOf(await files.write(path.join(folder, 'x'.repeat(300)), bytes))).toBe('name-too-long');
    expect(await readdir(folder)).toEqual(['taken']);
    expect(await readdir(taken)).toEqual(['inside']);
  });

  it('that a link leads to replaces that file and keeps the link', async () => {
    const folder = await temporary();
    await mkdir(path.join(folder, 'elsewhere'));
    await writeFile(path.join(folder, 'elsewhere', 'there.txt'), 'Before');
    for (const name of ['there', 'not-yet']) {
      const link = path.join(folder, name);
      await symlink(path.join('elsewhere', `${name}.txt`), link);
      expect(codeOf(await files.write(link, bytes))).toBe('ok');
      expect((await lstat(link)).isSymbolicLink()).toBe(true);
      expect(await readFile(path.join(folder, 'elsewhere', `${name}.txt`), 'utf8')).toBe('Words');
    }
  });

  it.skipIf(process.platform === 'win32')('in the place of a pipe is refused', async () => {
    const pipe = path.join(await temporary(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await files.write(pipe, bytes)).toMatchObject({
      error: { code: 'not-a-file', details: { file: 'pipe', context: 'pipe' } },
    });
    expect((await lstat(pipe)).isFIFO()).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('keeps who may read it', async () => {
    const file = path.join(await temporary(), 'a.txt');
    await writeFile(file, 'Before');
    await chmod(file, 0o600);
    expect(codeOf(await files.write(file, bytes))).toBe('ok');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.getuid?.() === 0)('into a folder that may not be written to says so', async () => {
    const folder = await temporary();
    await chmod(folder, 0o500);
    expect(codeOf(await files.write(path.join(folder, 'a.txt'), bytes))).toBe('folder-not-writable');
    await chmod(folder, 0o700);
  });
});

describe('the files that a path stands for', () => {
  it('are what a folder and its folders hold, in the order of their names', async () => {
    const folder = await temporary();
    await mkdir(path.join(folder, 'b', 'c'), { recursive: true });
    for (const name of ['z.md', 'a.MD', 'image.png', '.hidden.md', 'b/b.txt', 'b/c/c.md']) {
      await writeFile(path.join(folder, name), '');
    }
    await symlink(folder, path.join(folder, 'b', 'loop'));
    const found = await files.expand(folder, ['.md', '.txt']);
    expect(found.ok && found.value.map((file) => path.relative(folder, file))).toEqual([
      'a.MD',
      path.join('b', 'b.txt'),
      path.join('b', 'c', 'c.md'),
      'z.md',
    ]);
  });

  it('are the file itself, of whatever kind; a pipe or a device is none', async () => {
    const file = path.join(await temporary(), 'image.png');
    await writeFile(file, '');
    expect(await files.expand(file, ['.md'])).toEqual({ ok: true, value: [file] });
    expect(codeOf(await files.expand(`${file}.none`, []))).toBe('file-not-found');
    if (process.platform !== 'win32')
      expect(codeOf(await files.expand('/dev/zero', []))).toBe('file-unreadable');
  });
});
