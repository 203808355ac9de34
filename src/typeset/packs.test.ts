import { describe, expect, it } from 'vitest';
import { composePack } from '../core/briefing';
import type { Note } from '../core/schema';
import { defaultChoices, type ExportChoices, LAYOUTS } from '../core/vocabulary';
import labels from '../shared/locales/en/layouts.json';
import { articleNote, makeNote } from './samples';
import { countOf, LAYOUTS_WITH_TEXT, PdfFile, typesetter } from './test-typeset';

const NOTES: readonly Note[] = [
  articleNote({ title: 'The first report' }),
  makeNote({ title: 'A short one', text: 'Nothing but a line.' }),
  articleNote({ title: 'The last report', tags: ['rail'] }),
];

const setPack = (notes: readonly Note[], choices: Partial<ExportChoices>) => {
  const all = { ...defaultChoices, ...choices };
  const { briefing, images } = composePack(notes, 'Before the visit', all, labels);
  const attachment = { name: 'notes.json', bytes: Buffer.from(JSON.stringify(notes)) };
  return typesetter.typeset({ briefing, images, attachment });
};

const headings = (pdf: PdfFile, level: number): string[] =>
  [...pdf.structure().matchAll(new RegExp(`H${level} "([^"]*)"`, 'g'))].map(([, words]) => words ?? '');

/** The page on which a note begins, from 1: its number stands below the running head. */
const begins = (pdf: PdfFile, number: number): number | undefined =>
  Array.from({ length: pdf.pages - 2 }, (_, index) => index + 3).find((page) =>
    pdf.words(page).some(({ text, top }) => text === `${number}.` && top > 76),
  );

describe.each(LAYOUTS_WITH_TEXT)('a pack as %s', (layout) => {
  it('has one title, one contents with the right pages, and each note a level below', async () => {
    const result = await setPack(NOTES, { layout, parts: ['cover', 'contents', 'source', 'tags'] });
    expect(result).toMatchObject({ ok: true, value: { warnings: [] } });
    const pdf = new PdfFile(result);
    expect(pdf.metadata()).toContain('<pdfuaid:part>1<');
    expect(pdf.info().get('Title')).toBe('Before the visit');
    expect(headings(pdf, 1)).toEqual(['Before the visit']);
    const titles = headings(pdf, 2);
    expect(titles.map((title) => title.replace(/^\d\. */, ''))).toEqual(NOTES.map(({ title }) => title));
    const contents = pdf.text(2);
    for (const [index, { title }] of NOTES.entries()) {
      const listed = new RegExp(`${index + 1}\\. ${title}[ .\u2060]*(\\d+)`).exec(contents)?.[1];
      expect(Number(listed), title).toBe(begins(pdf, index + 1));
    }
    expect(pdf.text(pdf.pages)).toContain(`Page ${pdf.pages} of ${pdf.pages}`);
  });
});

it.each(LAYOUTS)('tells the annotations of its notes apart: %s', async (layout) => {
  const parts = ['contents', 'list-of-annotations'] as const;
  const pdf = new PdfFile(await setPack(NOTES, { layout, annotations: 'endnotes', parts }));
  expect(headings(pdf, 1)).toEqual(['Before the visit']);
  expect(pdf.metadata()).toContain('<pdfuaid:part>1<');
  if (layout === 'clean-copy') return;
  const text = pdf.text();
  for (const number of ['1.1', '1.6', '3.1', '3.6']) expect(countOf(number, text), number).toBeGreaterThan(0);
  expect(text).not.toContain('2.1');
});

it('is read in the language of each note', async () => {
  const russian = makeNote({ title: 'Итоги', language: 'ru', text: 'Поставки выросли.' });
  for (const layout of LAYOUTS_WITH_TEXT) {
    const pdf = new PdfFile(await setPack([NOTES[1] ?? russian, russian], { layout }));
    // The title, its line in the head of the page, and the text.
    expect(countOf('/Lang (ru)', pdf.raw()), layout).toBeGreaterThan(1);
  }
});

it('gives the same bytes for the same notes', async () => {
  const [once, again] = [await setPack(NOTES, {}), await setPack(NOTES, {})];
  if (!once.ok || !again.ok) throw new Error('not set');
  expect(Buffer.from(once.value.pdf).equals(Buffer.from(again.value.pdf))).toBe(true);
});
