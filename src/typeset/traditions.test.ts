import { describe, expect, it } from 'vitest';
import { LABEL_LANGUAGES, TRADITIONS } from '../core/vocabulary';
import { articleNote } from './samples';
import { countOf, PdfFile, typesetNote } from './test-typeset';

const POINTS_A_MILLIMETRE = 72 / 25.4;

describe.each(TRADITIONS)('%s', (tradition) => {
  it.each(LABEL_LANGUAGES)('is accessible and complete in %s', async (language) => {
    const set = await typesetNote(articleNote(), { tradition, language, marking: 'OFFICIAL' });
    expect(set.ok && set.value.warnings).toEqual([]);
    const text = new PdfFile(set).text();
    for (const said of [
      'all trade rose',
      'Which logging machines',
      'grain drying complexes',
      'terms are not in the source',
      '18 agreements',
      'To agree the line',
    ])
      expect(text).toContain(said);
    expect(countOf('Belarus’ trade and economic cooperation', text)).toBe(1);
  });
});

it.each([
  ['russia', 20],
  ['belarus', 30],
] as const)('%s keeps the margins of its standard', async (tradition, left) => {
  const pdf = new PdfFile(
    await typesetNote(articleNote({ annotations: [] }), { tradition, language: 'ru', parts: [] }),
  );
  // The text of the annex, which fills its lines.
  const words = pdf.words(2).filter(({ top }) => top > 50 * POINTS_A_MILLIMETRE);
  const leftmost = Math.min(...words.map((word) => word.left)) / POINTS_A_MILLIMETRE;
  const rightmost = Math.max(...words.map((word) => word.right)) / POINTS_A_MILLIMETRE;
  expect(leftmost).toBeCloseTo(left, 0);
  // Hyphens and full stops hang over the edge by their half.
  expect(210 - rightmost).toBeGreaterThan(8);
  expect(210 - rightmost).toBeLessThan(10.2);
});

it('numbers pages from the second one in the middle above the text, where the standard does', async () => {
  const pdf = new PdfFile(await typesetNote(articleNote(), { tradition: 'belarus', language: 'be' }));
  const above = (page: number) => pdf.words(page).filter(({ top }) => top < 20 * POINTS_A_MILLIMETRE - 8);
  expect(above(1)).toEqual([]);
  const [number, ...others] = above(2);
  expect(others).toEqual([]);
  expect(number?.text).toBe('2');
  // Between 10 and 15 mm from the edge, in the middle of the text (30 mm left, 10 mm right).
  expect((number?.bottom ?? 0) / POINTS_A_MILLIMETRE).toBeGreaterThan(10);
  expect((number?.top ?? 0) / POINTS_A_MILLIMETRE).toBeLessThan(15);
  expect(((number?.left ?? 0) + (number?.right ?? 0)) / 2 / POINTS_A_MILLIMETRE).toBeCloseTo(115, 0);
});

it('names who prepared a Russian note at the foot of the page before the annex, and nobody elsewhere', async () => {
  const executor = 'И. И. Иванов, +375 17 000-00-00';
  const set = await typesetNote(articleNote(), { tradition: 'russia', language: 'ru', executor });
  expect(set.ok && set.value.warnings).toEqual([]);
  const pdf = new PdfFile(set);
  expect(countOf(`Исполнитель: ${executor}`, pdf.text())).toBe(1);
  const last = Math.max(...pdf.words(1).map(({ bottom }) => bottom));
  const found = pdf.words(1).find(({ text }) => text === 'Исполнитель:');
  expect(found?.bottom).toBeCloseTo(last, 0);
  expect(last).toBeGreaterThan(pdf.height - 30 * POINTS_A_MILLIMETRE);
  const own = new PdfFile(await typesetNote(articleNote(), { executor }));
  expect(own.text()).not.toContain('Иванов');
});

it('counts the paragraphs of a submission, and says on which page the annex is', async () => {
  const pdf = new PdfFile(await typesetNote(articleNote(), { tradition: 'uk' }));
  const text = pdf.text(1);
  for (const said of ['1. To agree', '2. It is recommended to:', '3. Decision by 12 February', '8. Risk.'])
    expect(text).toContain(said);
  expect(text).toMatch(/The text of the source is in Annex A, page.2\./);
  expect(countOf('☐ Agree', text.replace(/\u00a0/g, ' '))).toBe(2);
  expect(pdf.text(2)).toContain('Annex A: text of the source');
});
