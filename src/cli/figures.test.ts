import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { shell } from './test-shell';

it('figures compares what was written with the text, and its exit code says whether all is there', async () => {
  const { briefing, cwd } = await shell();
  await writeFile(
    path.join(cwd, 'a.md'),
    '# Exports rose 21 %\n\nBelarusian exports rose 21%. There are 18 agreements.',
  );
  const [id = ''] = (await briefing('import', 'a.md', '--empty')).out.split('\t');
  expect(await briefing('figures', id)).toEqual({
    code: 0,
    out: 'title\t21 %\tfound\t“21 %” is in the text\n',
    err: '',
  });
  const annotated = await briefing(
    'annotate',
    id,
    '--quote',
    'rose 21%',
    '--kind',
    'key-fact',
    '--comment',
    'Up 12 %; 35',
  );
  const annotation = annotated.out.trim();
  const { code, out, err } = await briefing('figures', id);
  expect(code).toBe(1);
  expect(out.split('\n').slice(1)).toEqual([
    `${annotation}\t12 %\tdifferent\t“12 %” – the passage says rose 21%`,
    `${annotation}\t35\tnot-in-source\t“35” is not in the text`,
    '',
  ]);
  expect(err).toBe('2 figures are different or not in the text: look at them before you export.\n');
  const data: unknown = JSON.parse((await briefing('figures', id, '--json')).out);
  expect(data).toMatchObject([
    {
      written: 'title',
      figure: '21 %',
      state: 'found',
      where: 'text',
      there: [{ words: '21%', start: 24, end: 27 }],
    },
    { written: annotation, figure: '12 %', state: 'different', where: 'passage' },
    { written: annotation, figure: '35', state: 'not-in-source', where: null, there: [] },
  ]);
});
