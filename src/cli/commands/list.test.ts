import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { shell, TITLE } from '../test-shell';

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
