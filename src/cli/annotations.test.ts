import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { shell } from './test-shell';

const fixture = (name: string): string => path.resolve('fixtures/interchange', name);

async function withArticle() {
  const started = await shell();
  const imported = await started.briefing(
    'import',
    path.resolve('fixtures/annotated-article/input.md'),
    '--empty',
  );
  return { ...started, id: imported.out.split('\t')[0] ?? '' };
}

describe('annotations', () => {
  it('of a note are written, and come to another library where the text is', async () => {
    const { briefing, id, cwd } = await withArticle();
    expect(await briefing('annotations', id, '--to', 'a.jsonld')).toEqual({
      code: 0,
      out: 'a.jsonld\n',
      err: '',
    });
    const file = path.join(cwd, 'a.jsonld');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      type: 'AnnotationCollection',
      total: 6,
    });

    const other = await shell();
    const [there = ''] = (await other.briefing('list')).out.split('\t');
    const imported = await other.briefing('annotations', there, '--from', file);
    expect(imported).toEqual({
      code: 0,
      out: 'exact\t6\nmoved\t0\nchanged\t0\nambiguous\t0\norphan\t0\nknown\t0\nreplies\t0\nelsewhere\t0\nunread\t0\n',
      err: '',
    });
    const stored = JSON.parse((await other.briefing('show', there, '--json')).out);
    expect(stored.annotations).toHaveLength(6);
  });

  it('of other programs are brought to a note, once', async () => {
    const { briefing, id } = await withArticle();
    const first = await briefing('annotations', id, '--from', fixture('zotero-export.html'));
    expect(first.out).toMatch(/^exact\t3\n(?:.*\n){2}ambiguous\t1\norphan\t2\nknown\t0\n/);
    expect((await briefing('annotations', id, '--from', fixture('zotero-export.html'))).out).toContain(
      'known\t6\n',
    );
  });

  it('that cannot be had are said in one line', async () => {
    const { briefing, id, cwd } = await withArticle();
    await writeFile(path.join(cwd, 'a.txt'), 'Some words.');
    for (const args of [
      [id, '--from', 'a.txt'],
      [id, '--from', 'none.json'],
      ['none', '--from', fixture('zotero-note.html')],
      [id, '--to', 'gone/a.jsonld'],
    ]) {
      const { code, out, err } = await briefing('annotations', ...args);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/^[^\n]+\n$/);
      expect(err).not.toContain(cwd);
    }
  });

  it.each([
    [[]],
    [['a']],
    [['a', '--from', '']],
    [['a', 'b', '--to', 'x']],
    [['a', '--to', 'x', '--from', 'y']],
  ])('are not had by wrong usage: %j', async (args) => {
    const { briefing } = await shell();
    expect(await briefing('annotations', ...args)).toMatchObject({ code: 2, out: '' });
  });
});
