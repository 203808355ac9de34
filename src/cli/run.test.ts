import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail } from '../core/result';
import { failedChange } from './session';
import { about, outputFailureText } from './terminal';
import { ARTICLE, shell } from './test-shell';

describe('help', () => {
  it('is on stdout, for the program and for each command', async () => {
    const { briefing, data } = await shell();
    const help = await briefing('--help');
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const command of [
      'list',
      'show',
      'import',
      'tag',
      'annotate',
      'annotations',
      'export',
      'verify',
      'backup',
      'restore',
    ]) {
      expect(help.out).toContain(`briefing ${command}`);
      expect((await briefing(command, '--help')).out).toMatch(new RegExp(`^briefing ${command} `));
    }
    for (const args of [['-h'], ['help']]) expect(await briefing(...args)).toEqual(help);
    const ofList = await briefing('list', '--help');
    for (const args of [
      ['list', '-h'],
      ['help', 'list'],
      ['-h', 'list'],
    ]) {
      expect(await briefing(...args)).toEqual(ofList);
    }
    expect((await briefing('tag', '-h')).out).toMatch(/^briefing tag /);
    for (const option of ['--version', '-v']) {
      expect(await briefing(option)).toEqual({ code: 0, out: '1.2.3\n', err: '' });
    }
    expect(existsSync(data)).toBe(false);
  });

  it.each([
    [[]],
    [['nonsense']],
    [['help', 'nonsense']],
    [['list', '--nonsense']],
    [['list', 'more']],
    [['list', '--data', '']],
    [['list', '--tag']],
    [['show']],
    [['verify', 'more']],
    [['verify', '--nonsense']],
    [['show', 'a', 'b']],
    [['import']],
    [['tag', 'a']],
    [['tag', 'a', 'unsigned']],
    [['annotate', 'a', '--kind', 'risk']],
    [['annotate', 'a', '--quote', 'b']],
    [['annotate', 'a', '--quote', 'b', '--kind', 'idea']],
    [['annotate', 'a', '--quote', 'b', '--kind', 'risk', '--nth', '0']],
    [['export', 'a']],
    [['export', '--to', 'b']],
    [['export', 'a', '--to', 'b.pdf', '--layout', 'nonsense']],
    [['export', 'a', '--to', 'b.pdf', '--format', 'nonsense']],
    [['export', 'a', '--to', 'b.pdf', '--marking', 'x'.repeat(201)]],
    [['export', 'a', '--to', 'b.pdf', '--archive', '--password-file', 'c']],
    [['export', 'a', '--to', 'b.docx', '--password-file', 'c']],
  ])('wrong usage is one line and exit code 2, and makes no library: %j', async (args) => {
    const { briefing, data } = await shell();
    const { code, out, err } = await briefing(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^[^\n]+--help[^\n]+\n$/);
    expect(existsSync(data)).toBe(false);
  });
});

it('a first note that could not be written is a failure; a note that cannot be read is none', () => {
  const full = fail('disk-full', { context: 'library' }).error;
  const newer = fail('file-newer-version', { file: 'a.json' }).error;
  expect(failedChange([{ level: 'error', what: newer }])).toBe(null);
  expect(failedChange([newer, full].map((what) => ({ level: 'error', what })))).toBe(full);
});

it('a failure names its file, if it does not do so itself', () => {
  expect(about('a.md', 'The disk is full.')).toBe('“a.md”: The disk is full.');
  expect(about('a.md', '“a.md” is empty.')).toBe('“a.md” is empty.');
});

it.each([
  ['ENOSPC', /^The disk is full[^\n]+\n$/],
  ['EIO', /^The results could not be written[^\n]+\n$/],
])('output that cannot be written is said in one line: %s', (code, line) => {
  expect(outputFailureText(Object.assign(new Error('write'), { code }))).toMatch(line);
});

it('a library that cannot be opened is one line and exit code 1', async () => {
  const { briefing, cwd } = await shell();
  await writeFile(path.join(cwd, 'file'), '');
  for (const command of [['list'], ['show', 'a'], ['import', ARTICLE], ['tag', 'a', '+b']]) {
    const { code, err } = await briefing(...command, '--data', 'file');
    expect([code, err]).toEqual([1, expect.stringMatching(/^The library could not be opened[^\n]+\n$/)]);
  }
});
