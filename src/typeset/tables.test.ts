import { expect, test } from 'vitest';
import type { Note } from '../core/schema';
import { annotate, makeNote } from './samples';
import { PdfFile, typesetNote } from './test-typeset';

const cleanCopy = async (given: Partial<Note>): Promise<PdfFile> =>
  new PdfFile(await typesetNote(makeNote(given), { layout: 'clean-copy' }));

const table = (...rows: string[][]): string => {
  const [head = [], ...rest] = rows;
  return [head, head.map(() => '--'), ...rest].map((cells) => `|${cells.join('|')}|`).join('\n');
};

test('a column has room for its words, of whatever letters', async () => {
  const rows = [
    ['WWWMMM', 'МММШШШ', '№№№%%%'],
    ['mmmwww', 'щщщюююжжж', '99999999'],
    ['ÆÆÆœœœ', 'ФФФЪЪЪ', '@@@———'],
    ['漢字漢字', 'ΩΩΩωωω', '1 234 567'],
  ];
  const pdf = await cleanCopy({ text: table(...rows) });
  const words = pdf.words(1);
  for (const cells of rows) {
    const row = cells.flatMap((cell) => cell.split(' '));
    const tops = row.map((cell) => words.find(({ text }) => text === cell)?.top ?? Number.NaN);
    expect(Math.max(...tops) - Math.min(...tops), row.join(' ')).toBeLessThan(5);
  }
});

test('the number of a passage has room beside the words of its cell', async () => {
  const text = table(['Goods', 'Change'], ['Elevators', '21 percent']);
  const annotations = [annotate(text, '21 percent', 'remark', 'So much?')];
  const set = await typesetNote(makeNote({ text, annotations }), { layout: 'annotated-article' });
  const words = new PdfFile(set).words(1);
  const of = (word: string) => words.find((each) => each.text === word);
  expect(Math.abs((of('21')?.top ?? 0) - (of('percent')?.top ?? 99))).toBeLessThan(1);
  expect(of('Elevators')?.top).toBeCloseTo(of('percent')?.top ?? 0, 0);
});

test('a short table goes to the next page rather than begin with a row or two', async () => {
  const rows = Array.from({ length: 6 }, (_, index) => [`Row${index}`, String(index)]);
  for (const lines of [26, 28, 30, 32, 34]) {
    const above = Array.from({ length: lines }, (_, line) => `Line ${line}`).join('  \n');
    const pdf = await cleanCopy({ text: `${above}\n\n${table(['Name', 'Number'], ...rows)}` });
    const pages = rows.map(([name]) => (pdf.text(1).includes(name ?? '') ? 1 : 2));
    expect(new Set(pages).size, `${lines} lines above`).toBe(1);
  }
});

test.each(['Table 1. Exports by month', '**Таблица 2** – Экспорт'])(
  'the name of a table stands on its page: %s',
  async (name) => {
    const rows = Array.from({ length: 30 }, (_, index) => [`Row${index}`, String(index)]);
    const words = name.replaceAll('*', '').slice(0, 9);
    for (const lines of [35, 36, 37, 38, 39, 40]) {
      const above = Array.from({ length: lines }, (_, line) => `Line ${line}`).join('  \n');
      const pdf = await cleanCopy({ text: `${above}\n\n${name}\n\n${table(['Name', 'Number'], ...rows)}` });
      const first = pdf.text(1);
      expect(first.includes(words), `${lines} lines above`).toBe(first.includes('Row0'));
    }
  },
);
