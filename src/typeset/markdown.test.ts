import { describe, expect, it } from 'vitest';
import type { LayoutId } from '../core/vocabulary';
import { makeNote } from './samples';
import { countOf, LAYOUTS_WITH_TEXT, PdfFile, typesetNote } from './test-typeset';

/** A red square of one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const setOf = async (text: string, layout: LayoutId, language = 'en'): Promise<PdfFile> => {
  const result = await typesetNote(makeNote({ text, language }), { layout });
  expect(result, text).toMatchObject({ ok: true, value: { warnings: [] } });
  return new PdfFile(result);
};

describe.each(LAYOUTS_WITH_TEXT)('%s sets', (layout) => {
  it('headings, one level below the other', async () => {
    const structure = (await setOf('### Deep\n\nx\n\n# High\n\n###### Low\n\nx', layout)).structure();
    const levels = [...structure.matchAll(/\bH(\d) "(Deep|High|Low)"/g)].map(
      ([, level, name]) => `${name} ${level}`,
    );
    const first = layout === 'briefing-note' ? 3 : 2;
    expect(levels).toEqual([`Deep ${first}`, `High ${first}`, `Low ${first + 1}`]);
  });

  it('nested lists, numbered lists from any number, and tasks', async () => {
    const pdf = await setOf('- a\n  - b\n    - c\n\n7. seven\n8. eight\n\n- [x] done\n- [ ] open', layout);
    expect(pdf.text()).toMatch(/• a – b · c 7\. seven 8\. eight ☑ done ☐ open/);
    expect(pdf.structure().match(/\bLI\b/g)).toHaveLength(7);
  });

  it('tables with heads that are repeated on each page', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => `| Row ${index} | ${index} |`).join('\n');
    const pdf = await setOf(`| Head of names | Figure |\n|:--|--:|\n${rows}`, layout);
    expect(pdf.pages).toBeGreaterThan(1);
    for (let page = 1; page <= pdf.pages; page += 1) expect(pdf.text(page)).toContain('Head of names');
    expect(pdf.structure().match(/\/Scope \/Column/g)).toHaveLength(2);
  });

  it('very wide tables in parts that repeat the first column', async () => {
    const cells = (make: (column: number) => string): string =>
      `|${Array.from({ length: 60 }, (_, column) => make(column)).join('|')}|`;
    const table = [
      cells((column) => `Head${column}`),
      cells(() => '-'),
      cells((column) => `cell${column}`),
    ].join('\n');
    const pdf = await setOf(table, layout);
    for (let column = 0; column < 60; column += 1) expect(pdf.text()).toContain(`cell${column} `);
    expect(pdf.text()).toMatch(/Columns 2 to \d+ of 60/);
  });

  it('a table in parts of about as many columns each', async () => {
    const row = (make: (column: number) => string): string =>
      `|${Array.from({ length: 12 }, (_, column) => make(column)).join('|')}|`;
    const text = [
      row((column) => `Indicator ${column}`),
      row(() => '---'),
      row((column) => `${1000 + column}`),
    ];
    const note = makeNote({ text: text.join('\n'), title: 'Wide' });
    const pdf = new PdfFile(await typesetNote(note, { layout: 'annotated-article' }));
    const parts = [...pdf.text().matchAll(/Columns (\d+) to (\d+) of 12/g)].map(
      ([, first, last]) => Number(last) - Number(first) + 1,
    );
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(11);
    expect(Math.max(...parts) - Math.min(...parts)).toBeLessThan(2);
  });

  it('quotations, code, rules, breaks, links and struck words', async () => {
    const pdf = await setOf(
      '> quoted\n> > inner\n\n```\nlet x = 1;\n\tindented\n```\n\n---\n\nup  \ndown ~~gone~~ **b** *i* `c` [here](https://example.org/a)',
      layout,
    );
    expect(pdf.text()).toMatch(/quoted inner let x = 1; indented up down gone b i c here/);
    expect(pdf.structure()).toMatch(/BlockQuote[\s\S]*Code/);
    expect(pdf.links()).toContain('https://example.org/a');
  });

  it('images with their words, and words where there is no image', async () => {
    const image = `![A red square](data:image/png;base64,${PIXEL})`;
    const pdf = await setOf(
      `${image}\n\nIn a line ${image}.\n\n![](data:image/png;base64,${PIXEL} "Titled")`,
      layout,
    );
    expect(pdf.structure().match(/Figure/g)).toHaveLength(3);
    expect(countOf('/Alt (A red square)', pdf.raw())).toBeGreaterThan(1);
    const without = await setOf('![Nobody has it](https://example.org/x.png)', layout);
    expect(without.text()).toContain('Image not shown: Nobody has it');
  });

  it('images that are none as their words, with a warning', async () => {
    const broken = `![Words of it](data:image/png;base64,${Buffer.from('no image').toString('base64')})`;
    const result = await typesetNote(makeNote({ text: broken }), { layout });
    expect(result).toMatchObject({
      ok: true,
      value: { warnings: [{ code: 'image-left-out', details: { count: 1 } }] },
    });
    expect(new PdfFile(result).text()).toContain('Words of it');
  });

  it('long words and addresses within the page', async () => {
    const long = `${'x'.repeat(400)} https://example.org/${'segment/'.repeat(40)} ${'A1-'.repeat(90)}`;
    const pdf = await setOf(
      `${long}\n\n- ${long}\n\n| a | b | c | d |\n|-|-|-|-|\n| ${long} | 1 | 2 | 3 |\n\n\`${long}\``,
      layout,
    );
    for (let page = 1; page <= pdf.pages; page += 1) {
      for (const { right, left, text } of pdf.words(page)) {
        expect(right, text).toBeLessThan(595 - 40);
        expect(left, text).toBeGreaterThan(30);
      }
    }
  });

  it('Russian and Belarusian, hyphenated, and marked as such where they stand in English', async () => {
    const words = 'сельскохозяйственная и дорожно-строительная промышленность ';
    const russian = await setOf(words.repeat(12), layout, 'ru');
    expect(russian.metadata()).toContain('<rdf:li>ru</rdf:li>');
    expect(russian.text()).toContain('сельскохозяйственная и дорожно');
    const mixed = await setOf('The word Вологодская область, and Рэспубліка Беларусь, ўся.', layout);
    expect(mixed.raw()).toMatch(/\/Lang \(ru\)/);
    expect(mixed.raw()).toMatch(/\/Lang \(be\)/);
  });
});
