import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultChoices } from '../../core/vocabulary';
import { ARTICLE, shell, TITLE } from '../test-shell';

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

  it('gives a PDF comments and a password, which is read from a file and said nowhere', async () => {
    const { briefing, cwd } = await shell();
    await writeFile(path.join(cwd, 'secret'), 'Пароль 7\r\nnot this line\n');
    await writeFile(path.join(cwd, 'note.md'), '# Vologda\n\nWords');
    const args = ['export', 'note.md', '--to', 'a.pdf', '--pdf-annotations', '--password-file'];
    expect(await briefing(...args, 'secret')).toEqual({ code: 0, out: 'a.pdf\n', err: '' });
    const file = path.join(cwd, 'a.pdf');
    const words = (password: string): string =>
      execFileSync('pdftotext', ['-upw', password, file, '-'], { encoding: 'utf8', stdio: 'pipe' });
    expect(words('Пароль 7')).toContain('Vologda');
    expect(() => words('Пароль')).toThrow();
    await writeFile(path.join(cwd, 'empty'), '\n');
    for (const [from, why] of [
      ['gone', 'gone'],
      ['empty', 'password'],
    ]) {
      const refused = await briefing(...args, from ?? '');
      expect([refused.code, refused.out]).toEqual([1, '']);
      expect(refused.err).toContain(why);
    }
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

  it('takes the format of the name or of its option, by any name that it goes by', async () => {
    const { briefing, cwd } = await shell();
    const beginnings = [
      ['a.docx', [], 'PK'],
      ['a.html', [], '<!doctype html>'],
      ['a.htm', [], '<!doctype html>'],
      ['a.eml', [], 'X-Unsent: 1'],
      ['a.jsonld', [], '{'],
      ['b', ['--format', 'markdown'], '---'],
      [
        'c',
        ['--format', 'HTML', '--layout', 'annotated-article', '--marking', 'OFFICIAL'],
        '<!doctype html>',
      ],
    ] as const;
    for (const [to, options, beginning] of beginnings) {
      expect(await briefing('export', ARTICLE, '--to', to, ...options)).toMatchObject({
        code: 0,
        out: `${to}\n`,
      });
      expect((await readFile(path.join(cwd, to), 'latin1')).startsWith(beginning)).toBe(true);
    }
    expect((await readdir(cwd)).sort()).toEqual(beginnings.map(([to]) => to).sort());
    expect(await readFile(path.join(cwd, 'a.eml'), 'latin1')).toContain('Content-Type: application/pdf;');
    const several = await briefing('export', ARTICLE, ARTICLE, '--to', 'all', '--format', 'docx');
    expect(several.code).toBe(0);
    expect((await readdir(path.join(cwd, 'all'))).every((name) => name.endsWith('.docx'))).toBe(true);
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
    for (const to of ['a.md', 'gone/x.md', 'file/x.md', 'x.odt']) {
      const { code, out, err } = await briefing('export', 'a.md', '--to', to);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/^[^\n]+\n$/);
      expect(err).not.toMatch(/E[A-Z]{4,}|\bat .*:\d+/);
      expect(err).not.toContain(cwd);
    }
    expect(await readFile(path.join(cwd, 'a.md'), 'utf8')).toBe('# A\n\nText');
    expect(await readFile(path.join(cwd, 'file'), 'utf8')).toBe('Before');
  });

  it('takes choices that were saved in the library; what is given besides counts more', async () => {
    const { briefing, cwd, data } = await shell();
    const [id = ''] = (await briefing('list')).out.split('\t');
    const saved = { name: 'Press', choices: { ...defaultChoices, format: 'html', marking: 'OFFICIAL' } };
    const settings = { schema: 3, author: '', theme: 'system', backup: { folder: null, daily: true } };
    await writeFile(path.join(data, 'settings.json'), JSON.stringify({ ...settings, choices: [saved] }));
    await mkdir(path.join(cwd, 'out'));
    const done = await briefing('export', id, '--to', 'out', '--choices', 'press');
    expect(done).toMatchObject({ code: 0, out: expect.stringMatching(/\.html\n$/) });
    const page = async (name: string): Promise<string> => readFile(path.join(cwd, name), 'utf8');
    expect(await page(done.out.trim())).toContain('OFFICIAL');
    await briefing('export', id, '--to', 'b.html', '--choices', 'Press', '--marking', 'TLP:RED');
    expect(await page('b.html')).toContain('TLP:RED');
    expect(await briefing('export', id, '--to', 'c.html', '--choices', 'gone')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Those that are: Press.'),
    });
  });
});

describe('a file that is there already', () => {
  it('is left as it is, unless --force is given', async () => {
    const { briefing, cwd } = await shell();
    await writeFile(path.join(cwd, 'a.md'), '# A\n\nText');
    await writeFile(path.join(cwd, 'b.md'), 'Mine');
    const refused = await briefing('export', 'a.md', '--to', 'b.md');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/^“b\.md” is there already\. It was left as it is[^\n]+--force[^\n]+\n$/);
    expect(await readFile(path.join(cwd, 'b.md'), 'utf8')).toBe('Mine');
    await mkdir(path.join(cwd, 'out'));
    await writeFile(path.join(cwd, 'out', 'A.md'), 'Mine');
    expect((await briefing('export', 'a.md', '--to', 'out', '--format', 'md')).code).toBe(1);
    expect(await readFile(path.join(cwd, 'out', 'A.md'), 'utf8')).toBe('Mine');
    for (const force of ['--force', '-f']) {
      await writeFile(path.join(cwd, 'b.md'), 'Mine');
      expect(await briefing('export', 'a.md', '--to', 'b.md', force)).toMatchObject({ code: 0, err: '' });
      expect(await readFile(path.join(cwd, 'b.md'), 'utf8')).toContain('title: A');
    }
    expect((await briefing('export', 'a.md', '--to', 'a.md', '--force')).code).toBe(1);
    expect(await readFile(path.join(cwd, 'a.md'), 'utf8')).toBe('# A\n\nText');
  });

  it('is replaced where a person who is asked says so', async () => {
    const { briefing, cwd, willSay } = await shell();
    await writeFile(path.join(cwd, 'a.md'), '# A\n\nText');
    await writeFile(path.join(cwd, 'b.md'), 'Mine');
    willSay(false);
    const refused = await briefing('export', 'a.md', '--to', 'b.md');
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('Replace it?') });
    expect(await readFile(path.join(cwd, 'b.md'), 'utf8')).toBe('Mine');
    willSay(true);
    expect((await briefing('export', 'a.md', '--to', 'b.md')).code).toBe(0);
    expect(await readFile(path.join(cwd, 'b.md'), 'utf8')).toContain('title: A');
    await writeFile(path.join(cwd, 'c.jsonld'), 'Mine');
    willSay(false);
    const annotations = await briefing('annotations', TITLE, '--to', 'c.jsonld');
    expect(annotations).toMatchObject({
      code: 1,
      err: expect.stringContaining('“c.jsonld” is there already'),
    });
    expect(await readFile(path.join(cwd, 'c.jsonld'), 'utf8')).toBe('Mine');
  });
});

describe('a pack', () => {
  it('holds the notes in the order given, and all of them are attached', async () => {
    const { briefing, cwd } = await shell();
    for (const name of ['Ports', 'Timber'])
      await writeFile(path.join(cwd, `${name}.md`), `# ${name}\n\nText`);
    const done = await briefing(
      ...['export', 'Timber.md', 'Ports.md', '--pack', '--title', 'Before the visit'],
      ...['--to', 'pack.pdf', '--parts', 'cover,contents'],
    );
    expect(done).toEqual({ code: 0, out: 'pack.pdf\n', err: '' });
    const file = path.join(cwd, 'pack.pdf');
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    expect(text).toMatch(/Before the visit[\s\S]*1\. +Timber[\s.\u2060]*3[\s\S]*2\. +Ports[\s.\u2060]*4/);
    execFileSync('pdfdetach', ['-saveall', '-o', cwd, file]);
    const attached: { title: string }[] = JSON.parse(
      await readFile(path.join(cwd, 'Before the visit.json'), 'utf8'),
    );
    expect(attached.map(({ title }) => title)).toEqual(['Timber', 'Ports']);
  });

  it('can be what a tag or a search finds, in every format with pages or parts', async () => {
    const { briefing, cwd } = await shell();
    for (const name of ['Ports', 'Timber'])
      await writeFile(path.join(cwd, `${name}.md`), `# ${name}\n\nText`);
    await briefing('import', 'Ports.md', 'Timber.md', '--empty');
    await briefing('tag', 'Ports', '+trade');
    await briefing('tag', 'Timber', '+trade/timber');
    for (const to of ['pack.docx', 'pack.html', 'pack.eml']) {
      expect(await briefing('export', '--tag', 'trade', '--pack', '--to', to)).toMatchObject({
        code: 0,
        err: '',
      });
    }
    const html = await readFile(path.join(cwd, 'pack.html'), 'utf8');
    for (const title of ['Ports', 'Timber', 'Briefing pack']) expect(html).toContain(title);
    const each = await briefing('export', '--search', 'Timber', '--to', 'out', '--format', 'md');
    expect(each).toMatchObject({ code: 0, out: `${path.join('out', 'Timber.md')}\n` });
    expect(await briefing('export', '--tag', 'nothing', '--pack', '--to', 'no.pdf')).toMatchObject({
      ...{ code: 1, out: '', err: 'No note was found.\n' },
    });
  });

  it('is not written where one of its notes cannot be read, or its format holds one note only', async () => {
    const { briefing, cwd } = await shell();
    await writeFile(path.join(cwd, 'a.md'), '# A\n\nText');
    const missing = await briefing('export', 'a.md', 'gone.md', '--pack', '--to', 'pack.pdf');
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(missing.err).toMatch(/“gone\.md”[^\n]+\nThe pack was not written[^\n]+\n$/);
    const format = await briefing('export', 'a.md', 'a.md', '--pack', '--to', 'pack.json');
    expect(format).toMatchObject({ code: 1, err: expect.stringContaining('folder') });
    expect(await briefing('export', 'a.md', '--to', 'x.pdf', '--title', 'T')).toMatchObject({ code: 2 });
    expect(await readdir(cwd)).toEqual(['a.md']);
  });
});
