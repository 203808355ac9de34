import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { ARTICLE, shell } from '../test-shell';

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

  it.each([
    { name: 'a.pdf', more: [] },
    { name: 'a.pdf', more: ['--pdf-annotations'] },
    { name: 'a.pdf', more: ['--layout', 'annotated-article', '--pdf-annotations', '--archive'] },
    { name: 'a.pdf', more: ['--layout', 'annotated-article', '--annotations', 'endnotes'] },
    { name: 'a.pdf', more: ['--layout', 'digest', '--marking', 'OFFICIAL'] },
    { name: 'a.pdf', more: ['--tradition', 'belarus', '--language', 'be', '--parts', 'cover,contents'] },
    { name: 'a.json', more: [] },
  ])('gives back what a file was made of, exactly: $name $more', async ({ name, more }) => {
    const { briefing, cwd } = await shell();
    const [id = ''] = (await briefing('list')).out.split('\t');
    await briefing('tag', id, '+trade/exports');
    await briefing('annotate', id, '--quote', 'rose 21%', '--kind', 'risk', '--comment', 'Since *when*?');
    const before = JSON.parse((await briefing('show', id, '--json')).out);
    expect(await briefing('export', id, '--to', name, ...more)).toMatchObject({ code: 0 });
    const other = path.join(cwd, 'other');
    const { code, out } = await briefing('import', name, '--empty', '--data', other);
    expect(code).toBe(0);
    const [again = ''] = out.split('\t');
    expect(JSON.parse((await briefing('show', again, '--json', '--data', other)).out)).toEqual(before);
  });

  it('gives back what a protected PDF was made of, with its password alone', async () => {
    const { briefing, cwd } = await shell();
    const [id = ''] = (await briefing('list')).out.split('\t');
    await briefing('annotate', id, '--quote', 'rose 21%', '--kind', 'risk', '--comment', 'Since when?');
    const before = JSON.parse((await briefing('show', id, '--json')).out);
    for (const [name, words] of [
      ['right', 'Пароль 7'],
      ['wrong', 'пароль 7'],
    ]) {
      await writeFile(path.join(cwd, name ?? ''), `${words}\n`);
    }
    expect(await briefing('export', id, '--to', 'a.pdf', '--password-file', 'right')).toMatchObject({
      code: 0,
    });
    const into = ['--empty', '--data', path.join(cwd, 'other')];
    const without = await briefing('import', 'a.pdf', ...into);
    expect(without).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('protected by a password'),
    });
    const wrong = await briefing('import', 'a.pdf', '--password-file', 'wrong', ...into);
    expect(wrong).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('does not open with this password'),
    });
    const { code, out } = await briefing('import', 'a.pdf', '--password-file', 'right', ...into);
    expect(code).toBe(0);
    const [again = ''] = out.split('\t');
    expect(JSON.parse((await briefing('show', again, '--json', ...into)).out)).toEqual(before);
  });

  it('gives back every note of a pack', async () => {
    const { briefing, cwd } = await shell();
    await briefing('import', ARTICLE);
    const titles = (text: string) =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t')[1])
        .sort();
    const all = (await briefing('list')).out;
    const ids = all
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')[0] ?? '');
    expect(await briefing('export', ...ids, '--pack', '--to', 'pack.pdf')).toMatchObject({ code: 0 });
    const { out } = await briefing('import', 'pack.pdf', '--empty', '--data', path.join(cwd, 'other'));
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(titles(out)).toHaveLength(titles(all).length);
    expect(await briefing('export', 'pack.pdf', '--to', 'x.docx')).toMatchObject({
      code: 1,
      err: /holds 2 notes/,
    });
  });

  it('says of other PDFs why they are left alone', async () => {
    const { briefing, cwd } = await shell();
    await writeFile(path.join(cwd, 'secret'), 'open sesame');
    await briefing('export', ARTICLE, '--to', 'closed.pdf', '--password-file', 'secret');
    expect((await briefing('import', 'closed.pdf')).err).toMatch(/protected by a password/);
    const foreign = await PDFDocument.create();
    await foreign.attach(new TextEncoder().encode('{"a": 1}'), 'data.json');
    await writeFile(path.join(cwd, 'foreign.pdf'), await foreign.save());
    expect((await briefing('import', 'foreign.pdf')).err).toMatch(/a PDF without a note in it/);
    await writeFile(path.join(cwd, 'damaged.pdf'), '%PDF-1.7\nnothing');
    expect(await briefing('import', 'damaged.pdf')).toMatchObject({ code: 1, err: /“damaged\.pdf”/ });
  });
});
