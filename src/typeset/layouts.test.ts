import { describe, expect, it } from 'vitest';
import { LABEL_LANGUAGES, LAYOUTS, PARTS } from '../core/vocabulary';
import { ARTICLE, annotate, articleNote, makeNote } from './samples';
import { countOf, PdfFile, typesetNote } from './test-typeset';

const headingsOf = (pdf: PdfFile, level: number): (string | undefined)[] =>
  [...pdf.structure().matchAll(new RegExp(`H${level} "([^"]*)"`, 'g'))].map(([, words]) => words);

describe.each(LAYOUTS)('%s', (layout) => {
  it.each(LABEL_LANGUAGES)('has words of its own in %s', async (language) => {
    const note = articleNote({ text: '', annotations: [] });
    const result = await typesetNote(note, { layout, language });
    expect(result).toMatchObject({ ok: true, value: { warnings: [] } });
    const page = { en: 'Page 1 of 1', ru: 'Страница 1 из 1', be: 'Старонка 1 з 1' }[language];
    expect(new PdfFile(result).text()).toContain(page);
  });

  it('has all parts that can be chosen, cover and contents before the first heading', async () => {
    const result = await typesetNote(articleNote(), { layout, parts: PARTS });
    expect(result).toMatchObject({ ok: true, value: { warnings: [] } });
    const pdf = new PdfFile(result);
    expect(pdf.metadata()).toContain('<pdfuaid:part>1<');
    expect(pdf.text(1)).toContain(articleNote().title);
    expect(pdf.text(1)).not.toContain('Contents');
    expect(pdf.text(2)).toMatch(/Contents Belarus–Vologda Oblast: trade up 8 %, exports up 21 %[ .\u2060]*3/);
    expect(headingsOf(pdf, 1)).toHaveLength(1);
  });
});

describe('on its side', () => {
  const columns = (count: number): string =>
    [
      `|${' Column |'.repeat(count)}`,
      `|${'---|'.repeat(count)}`,
      `|${' some words in a cell |'.repeat(count)}`,
    ].join('\n');
  /** Where the last paragraph ends, from the left. */
  const measure = async (table: string): Promise<number> => {
    const text = `${table}\n\n${'Words in a row '.repeat(60)}`;
    const choices = { layout: 'clean-copy', orientation: 'landscape', parts: [] } as const;
    const pdf = new PdfFile(await typesetNote(makeNote({ text, title: 'Wide' }), choices));
    const lines = pdf.words(1).filter(({ text }) => text === 'Words');
    return Math.max(...lines.map(({ left }) => left)) - Math.min(...lines.map(({ left }) => left));
  };

  it('has two columns beside a table that fits one of them, and one where it does not', async () => {
    // One column holds about 120 characters: far too many for running text.
    expect(countOf('Column', columns(5))).toBe(5);
    const [narrow, wide] = [
      await measure('| A | B | C | D | E |\n|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 |'),
      await measure(columns(9)),
    ];
    expect(narrow).toBeGreaterThan(0);
    expect(wide).toBeGreaterThan(narrow);
  });
});

describe('a clean copy', () => {
  it('shows nothing of the annotations, whatever is chosen', async () => {
    const pdf = new PdfFile(await typesetNote(articleNote(), { layout: 'clean-copy' }));
    for (const paragraph of ARTICLE) expect(countOf(paragraph, pdf.body())).toBe(1);
    expect(pdf.text()).not.toContain('Ask Amkodor');
    expect(pdf.text()).toContain('BelTA · Minsk · 30 January 2025');
    expect(pdf.text()).not.toMatch(/clean copy/i);
  });
});

describe('a digest', () => {
  it('quotes in the marks of its words’ language', async () => {
    const text = 'Поставки выросли на 14%.';
    const note = makeNote({
      text,
      language: 'ru',
      annotations: [annotate(text, 'Поставки выросли', 'risk', 'Да')],
    });
    for (const layout of ['digest', 'annotated-article'] as const) {
      const pdf = new PdfFile(await typesetNote(note, { layout, language: 'ru', annotations: 'endnotes' }));
      expect(pdf.text(), layout).toContain('«Поставки выросли»');
    }
  });

  it('has passages and comments by kind, each with its source, and no text', async () => {
    const pdf = new PdfFile(await typesetNote(articleNote(), { layout: 'digest' }));
    expect(headingsOf(pdf, 2)).toEqual(['Key facts', 'Questions', 'Actions', 'Risks']);
    const text = pdf.text();
    expect(text).toContain(
      '“resume supplies of logging machines” Which logging machines, and from when? Ask Amkodor for a delivery schedule before the visit. BelTA, Minsk, 30 January 2025',
    );
    expect(countOf('BelTA, Minsk, 30 January 2025', text)).toBe(6);
    expect(text).toContain('Industry unit · by 14 February');
    expect(text).not.toContain('Minsk Tractor Plant');
  });

  it('says which are resolved, lists lost passages apart, and quotes in full', async () => {
    const words = 'One two three four five six seven eight nine ten. '.repeat(12).trim();
    const text = `${words}\n\nThe last words.`;
    const resolved = '2025-02-01T08:00:00.000Z';
    const annotations = [
      annotate(text, words, 'risk', 'Long', { resolved }),
      { ...annotate(text, 'last words', 'remark', 'Lost'), state: 'orphan' as const },
    ];
    const pdf = new PdfFile(await typesetNote(makeNote({ text, annotations }), { layout: 'digest' }));
    expect(countOf('eight nine ten.', pdf.text())).toBe(12);
    expect(pdf.text()).toContain('(resolved)');
    expect(headingsOf(pdf, 2)).toEqual(['Risks', 'Passages no longer in the text']);
  });

  it('says so where nothing was annotated', async () => {
    const pdf = new PdfFile(await typesetNote(makeNote({ text: 'Words' }), { layout: 'digest' }));
    expect(pdf.text()).toContain('Nothing was annotated.');
  });
});
