import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { shell } from './test-shell';

const AT = '2031-01-01T00:00:00.000Z';

it('a library of a newer version is read; what would change it is refused in one line', async () => {
  const { briefing, data, cwd } = await shell();
  const [id = ''] = (await briefing('list')).out.split('\t');
  const file = path.join(data, 'library.json');
  await writeFile(file, JSON.stringify({ schema: 9, created: AT }));
  await writeFile(path.join(cwd, 'a.md'), '# A');
  expect(await briefing('list')).toMatchObject({ code: 0, out: expect.stringContaining(id), err: '' });
  expect(await briefing('show', id)).toMatchObject({ code: 0, err: '' });
  for (const args of [
    ['tag', id, '+trade'],
    ['annotate', id, '--quote', 'Vologda Oblast is vibrant', '--kind', 'remark'],
    ['import', 'a.md'],
  ]) {
    const { code, out, err } = await briefing(...args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^[^\n]*made by a newer version of Briefing Desk[^\n]*\n$/);
  }
  expect(await readFile(file, 'utf8')).toContain('9');
});
