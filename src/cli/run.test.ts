import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainText } from '../core/markdown';
import { fail } from '../core/result';
import { failedChange } from './session';
import { about, outputFailureText } from './terminal';
import { shell } from './test-shell';

const ARTICLE = path.resolve('fixtures/vologda-trade/input.txt');
const TITLE = 'Belarus–Vologda Oblast: trade up 8\u00a0%, exports up 21\u00a0%';

describe('help', () => {
  it('is on stdout, for the program and for each command', async () => {
    const { briefing, data } = await shell();
    const help = await briefing('--help');
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const command of ['list', 'show', 'import', 'tag', 'annotate', 'export']) {
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
  ])('wrong usage is one line and exit code 2, and makes no library: %j', async (args) => {
    const { briefing, data } = await shell();
    const { code, out, err } = await briefing(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^[^\n]+--help[^\n]+\n$/);
    expect(existsSync(data)).toBe(false);
  });
});

describe('list', () => {
  it('begins with the first note, or with none', async () => {
    const { briefing } = await shell();
    expect((await briefing('list')).out).toMatch(new RegExp(`^[0-9a-z]{20}\t${TITLE}\t\n$`));
    const empty = await (await shell()).briefing('list', '--empty');
    expect(empty).toMatchObject({ code: 0, out: '', err: 'No note was found.\n' });
  });

  it('as JSON has what a script needs', async () => {
    const { briefing } = await shell();
    const [note, ...more] = JSON.parse((await briefing('list', '--json')).out);
    expect(more).toEqual([]);
    expect(note).toMatchObject({
      ...{ title: TITLE, tags: [], annotations: 0 },
      source: { agency: 'BelTA', place: 'Minsk', date: '2025-01-30' },
    });
    expect(Object.keys(note).sort()).toEqual(
      ['annotations', 'created', 'id', 'source', 'tags', 'title', 'updated'].sort(),
    );
  });

  it('is narrowed by tag and by words', async () => {
    const { briefing, cwd } = await shell();
    await writeFile(path.join(cwd, 'b.md'), '# B\n\nÜber Мінск');
    await briefing('import', 'b.md');
    await briefing('tag', 'B', '+trade/exports');
    expect((await briefing('list')).out.split('\n')).toHaveLength(3);
    expect((await briefing('list', '--tag', 'Trade')).out).toMatch(/\tB\ttrade\/exports\n$/);
    expect((await briefing('list', '--search', 'uber мінск')).out).toMatch(/\tB\t/);
    expect((await briefing('list', '--search', 'uber amkodor')).out).toBe('');
  });
});

describe('a note is named', () => {
  it('by its id, the beginning of it, or its title', async () => {
    const { briefing } = await shell();
    const id = (await briefing('list')).out.slice(0, 20);
    // As it is typed, with plain spaces, too.
    for (const name of [id, id.slice(0, 8), TITLE, TITLE.replaceAll('\u00a0', ' ')]) {
      expect((await briefing('show', name, '--json')).out).toContain(`"id": "${id}"`);
    }
    expect(await briefing('show', 'Elsewhere')).toMatchObject({ code: 1, out: '' });
  });

  it('and if several fit, they are named', async () => {
    const { briefing, cwd } = await shell();
    for (const name of ['a.md', 'b.md']) await writeFile(path.join(cwd, name), '# Same\n\nText');
    await briefing('import', 'a.md', 'b.md', '--empty');
    const { code, err } = await briefing('show', 'Same');
    expect(code).toBe(1);
    expect(err).toMatch(/^2 notes fit “Same”.*[0-9a-z]{20}, [0-9a-z]{20}\.\n$/);
  });

  it('and comes out as Markdown that goes in again', async () => {
    const { briefing, cwd } = await shell();
    await briefing('annotate', TITLE, '--quote', 'rose 21%', '--kind', 'key-fact', '--comment', 'Check');
    const { out } = await briefing('show', TITLE);
    await writeFile(path.join(cwd, 'again.md'), out);
    const other = await (await shell()).briefing('import', path.join(cwd, 'again.md'), '--empty');
    expect(other).toMatchObject({ code: 0, err: '' });
    expect(out).toContain(other.out.slice(0, 20));
  });
});

describe('import', () => {
  it('prints id, title and warnings, and goes on after a file that fails', async () => {
    const { briefing, cwd } = await shell();
    await mkdir(path.join(cwd, 'folder'));
    await writeFile(path.join(cwd, 'folder', 'empty.txt'), '');
    await writeFile(
      path.join(cwd, 'folder', 'binary.txt'),
      new Uint8Array(2000).map((_, i) => (i * 37) % 256),
    );
    await writeFile(path.join(cwd, 'folder', 'title.md'), '# A\ttitle\n\nText');
    const { code, out, err } = await briefing('import', 'folder', ARTICLE, 'gone.txt', '--empty');
    expect(code).toBe(1);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t').slice(1)),
    ).toEqual(
      expect.arrayContaining([
        ['A title', ''],
        [
          'Belarus’ trade and economic cooperation with Russia’s Vologda Oblast is vibrant',
          expect.stringMatching(/^4 paragraphs.*2025/),
        ],
      ]),
    );
    expect(err.trimEnd().split('\n')).toHaveLength(3);
    expect(err).toMatch(/“gone\.txt” was not found/);
    expect(err).not.toContain(cwd);
  });
});

describe('tag', () => {
  it('adds, removes and prints what is left', async () => {
    const { briefing } = await shell();
    const added = await briefing('tag', TITLE, '+trade/exports', '+region/Vologda Oblast', '+x');
    expect(added.out).toBe('region/Vologda Oblast\ntrade/exports\nx\n');
    expect((await briefing('tag', TITLE, '-x', '-trade')).out).toBe('region/Vologda Oblast\n');
    await briefing('tag', TITLE, '+h');
    expect((await briefing('tag', TITLE, '-h')).out).toBe('region/Vologda Oblast\n');
    expect(await briefing('tag', TITLE, '+ ')).toMatchObject({ code: 1, out: '' });
  });
});

describe('annotate', () => {
  it('finds the quote, whatever its white space', async () => {
    const { briefing } = await shell();
    const made = await briefing(
      'annotate',
      TITLE,
      '--quote',
      'exports to\n the   Russian region rose',
      '--kind',
      'risk',
    );
    expect(made.out).toMatch(/^[0-9a-z]{20}\n$/);
    const note = JSON.parse((await briefing('show', TITLE, '--json')).out);
    expect(note.annotations).toMatchObject([
      { kind: 'risk', target: [{}, { exact: 'exports to the Russian region rose' }] },
    ]);
  });

  it('asks which one where the quote stands more than once', async () => {
    const { briefing } = await shell();
    const annotate = (...nth: string[]) =>
      briefing('annotate', TITLE, '--quote', 'Vologda Oblast', '--kind', 'remark', ...nth);
    expect(await annotate()).toMatchObject({ code: 1, err: expect.stringContaining('6 times') });
    expect(await annotate('--nth', '7')).toMatchObject({ code: 1, err: expect.stringContaining('6') });
    expect(await annotate('--nth', '2')).toMatchObject({ code: 0 });
    const note = JSON.parse((await briefing('show', TITLE, '--json')).out);
    expect(note.annotations[0].target[0].start).toBe(
      plainText(note.text).split('Vologda Oblast', 2).join('Vologda Oblast').length,
    );
    expect(await briefing('annotate', TITLE, '--quote', 'not in it', '--kind', 'risk')).toMatchObject({
      code: 1,
    });
    const long = await briefing(
      'annotate',
      TITLE,
      '--quote',
      'rose 21%',
      '--kind',
      'risk',
      '--comment',
      'x'.repeat(100_001),
    );
    expect(long).toMatchObject({ code: 1, err: expect.stringContaining('100001') });
  });
});

describe('export', () => {
  it('converts a file without any library', async () => {
    const { briefing, cwd, data } = await shell();
    const done = await briefing('export', ARTICLE, '--to', 'note.md');
    expect(done).toMatchObject({ code: 0, out: 'note.md\n' });
    expect(await readFile(path.join(cwd, 'note.md'), 'utf8')).toContain('date: 2025-01-30');
    expect((await briefing('export', ARTICLE, '--to', 'note.json')).code).toBe(0);
    expect(await briefing('export', 'gone.txt', '--to', 'x.md')).toMatchObject({ code: 1 });
    expect(existsSync(data)).toBe(false);
  });

  it('gives the same bytes for the same file', async () => {
    const { briefing, cwd } = await shell();
    for (const to of ['a.json', 'b.json']) await briefing('export', ARTICLE, '--to', to);
    const [a, b] = await Promise.all(
      ['a.json', 'b.json'].map((name) => readFile(path.join(cwd, name), 'utf8')),
    );
    expect(a).toBe(b);
    expect(JSON.parse(a ?? '')).toMatchObject({
      id: expect.stringMatching(/^[0-9a-z]{20}$/),
      updated: (await stat(ARTICLE)).mtime.toISOString(),
    });
  });

  it('writes several notes into a folder, each under a name of its own', async () => {
    const { briefing, cwd } = await shell();
    await writeFile(path.join(cwd, 'a.md'), '# Same\n\nOne');
    await writeFile(path.join(cwd, 'b.md'), '# same\n\nTwo');
    const both = await briefing('export', 'a.md', 'b.md', '--to', 'out', '--format', 'md');
    expect(both).toMatchObject({ code: 0, err: '' });
    expect((await readdir(path.join(cwd, 'out'))).sort()).toEqual(['Same.md', 'same (2).md']);
    expect(await briefing('export', 'a.md', 'b.md', '--to', 'one.md')).toMatchObject({
      ...{ code: 1, err: expect.stringContaining('folder') },
    });
  });

  it('says of which of several files it speaks', async () => {
    const { briefing, cwd } = await shell();
    await writeFile(path.join(cwd, 'a.md'), '---\nnonsense: x\n---\n# A\n\nText');
    const one = await briefing('export', 'a.md', '--to', 'a.json', '--format', 'JSON');
    expect(one).toMatchObject({ code: 0, err: expect.stringMatching(/^Not everything/) });
    const two = await briefing('export', 'a.md', 'none', '--to', 'out', '--empty');
    expect(two.err).toMatch(/^“a\.md”: Not everything[^\n]+\n[^\n]*“none”[^\n]+\n$/);
  });

  it('says what was named where it is no file', async () => {
    const { briefing, cwd } = await shell();
    await mkdir(path.join(cwd, 'folder.md'));
    await mkdir(path.join(cwd, 'folder'));
    for (const named of ['folder.md', 'folder', './folder']) {
      const { code, err } = await briefing('export', named, '--to', 'x.pdf', '--empty');
      expect([code, err]).toEqual([1, expect.stringMatching(/^“folder[^\n]* is a folder[^\n]+\n$/)]);
    }
  });

  it('says in one line what cannot be done, and leaves what was there', async () => {
    const { briefing, cwd } = await shell();
    await writeFile(path.join(cwd, 'a.md'), '# A\n\nText');
    await writeFile(path.join(cwd, 'file'), 'Before');
    for (const to of ['a.md', 'gone/x.md', 'file/x.md', 'x.docx']) {
      const { code, out, err } = await briefing('export', 'a.md', '--to', to);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/^[^\n]+\n$/);
      expect(err).not.toMatch(/E[A-Z]{4,}|\bat .*:\d+/);
      expect(err).not.toContain(cwd);
    }
    expect(await readFile(path.join(cwd, 'a.md'), 'utf8')).toBe('# A\n\nText');
    expect(await readFile(path.join(cwd, 'file'), 'utf8')).toBe('Before');
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
