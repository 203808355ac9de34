import { PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { Typeset } from '../../core/briefing';
import type { Result } from '../../core/result';
import type { Note } from '../../core/schema';
import { defaultChoices, type ExportChoices } from '../../core/vocabulary';
import { annotate, articleNote, makeNote } from '../samples';
import { LAYOUTS_WITH_TEXT, PdfFile, typesetNote } from '../test-typeset';
import { annotationsIn, type WrittenAnnotation, wordsUnder } from './test-annotations';

const withComments = (note: Note, choices: Partial<ExportChoices> = {}): Promise<Result<Typeset>> =>
  typesetNote(note, { layout: 'annotated-article', ...choices, pdfComments: true });

async function highlightsOf(note: Note, choices: Partial<ExportChoices> = {}) {
  const result = await withComments(note, choices);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  expect(result.value.warnings).toEqual([]);
  const all = await annotationsIn(result.value.pdf);
  return {
    pdf: result.value.pdf,
    file: new PdfFile(result),
    all,
    highlights: all.filter(({ type }) => type === 'Highlight'),
  };
}

const of = (highlights: readonly WrittenAnnotation[], note: Note, index: number): WrittenAnnotation[] => {
  const id = note.annotations[index]?.id ?? '';
  return highlights.filter(({ name }) => name === id || name.startsWith(`${id}-`));
};

const withLayouts = LAYOUTS_WITH_TEXT.filter((layout) => layout !== 'clean-copy');

describe('comments of the PDF itself', () => {
  it.each(
    withLayouts.flatMap((layout) =>
      (['portrait', 'landscape'] as const).map((way) => [layout, way] as const),
    ),
  )('cover exactly the words of their passages: %s, %s', async (layout, orientation) => {
    const note = articleNote();
    const { file, highlights } = await highlightsOf(note, { layout, orientation });
    for (const [index, annotation] of note.annotations.entries()) {
      const parts = of(highlights, note, index);
      expect(parts).toHaveLength(1);
      const words = parts.map((part) => wordsUnder(file, part)).join(' ');
      // Signs at the border of a passage belong to the word that poppler finds.
      expect(words.replace(/[,.]$/, '')).toBe(annotation.target[1].exact);
    }
  });

  it('say who wrote what, when, and of which kind', async () => {
    const note = articleNote();
    const { highlights } = await highlightsOf(note);
    const [action] = of(highlights, note, 2);
    expect(action).toMatchObject({
      author: 'Desk officer',
      contents: 'Action: List the procurement procedures announced for 2025\nTrade unit · by 12 February',
    });
    expect(String(action?.dict.get(PDFName.of('CreationDate')))).toMatch(/^\(D:\d{14}Z\)$/);
    const [fact] = of(highlights, note, 0);
    expect(fact?.contents).toBe(
      'Key fact: Exports to the region rose 21 % in January–November 2024; all trade rose 8 %.',
    );
    expect(String(fact?.dict.get(PDFName.of('C')))).not.toBe(String(action?.dict.get(PDFName.of('C'))));
    expect(fact?.dict.lookup(PDFName.of('AP'), PDFDict).get(PDFName.of('N'))).toBeDefined();
  });

  it('stand on each page that a passage reaches, once', async () => {
    const text = 'Words that reach over the end of the page and more. '.repeat(120).trim();
    const passage = text.slice(60, -60);
    const note = makeNote({ title: 'Long', text, annotations: [annotate(text, passage, 'risk', 'All')] });
    const { file, highlights } = await highlightsOf(note, { annotations: 'endnotes' });
    expect(highlights.map(({ page }) => page)).toEqual([1, 2]);
    expect(new Set(highlights.map(({ name }) => name)).size).toBe(2);
    expect(new Set(highlights.map(({ contents }) => contents))).toEqual(new Set(['Risk: All']));
    const covered = highlights.map((part) => wordsUnder(file, part)).join(' ');
    const within = passage.slice(passage.indexOf(' '), passage.lastIndexOf(' ')).trim();
    expect(covered).toContain(within);
  });

  it('overlap, and lie in headings, heads of tables, code and links, which still lead on', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `| cell ${row} | value ${row} |`).join('\n');
    const text = `## Heading with a passage\n\nBefore [a linked word](https://example.org/a_(b)?x=1) after. First and second overlap.\n\n\`some code here\`\n\n| One | Two heads |\n|---|---|\n${rows}`;
    const quotes = [
      'with a passage',
      'linked word',
      'First and second',
      'second overlap',
      'code here',
      'Two heads',
    ];
    const note = makeNote({
      title: 'Places',
      text,
      annotations: quotes.map((quote) => annotate(text, quote, 'remark', quote)),
    });
    const { file, all, highlights } = await highlightsOf(note);
    expect(file.pages).toBeGreaterThan(1);
    for (const [index, quote] of quotes.entries()) {
      const parts = of(highlights, note, index);
      expect(parts).toHaveLength(1);
      expect(parts.map((part) => wordsUnder(file, part).replace(/\.$/, ''))).toEqual([quote]);
    }
    const links = all.filter(({ address }) => address !== '');
    expect(links.map(({ address }) => address)).toEqual(links.map(() => 'https://example.org/a_(b)?x=1'));
    expect(links.map((link) => wordsUnder(file, { ...link, lines: [rectOf(link)] })).join(' ')).toBe(
      'a linked word',
    );
    expect(links.map(({ contents }) => contents)).toEqual(links.map(() => 'https://example.org/a_(b)?x=1'));
  });

  it('are answered, and say that they are resolved', async () => {
    const moment = '2025-02-01T08:30:00.000Z';
    const reply = { author: 'Head of unit', created: moment, updated: moment };
    const text = 'The first words and others';
    const replies = [
      { ...reply, id: '00000000000000000091', comment: 'I **agree**' },
      { ...reply, id: '00000000000000000092', comment: 'Отлично' },
    ];
    const note = makeNote({
      title: 'Answers',
      text,
      annotations: [annotate(text, 'first words', 'question', 'Why?', { replies, resolved: moment })],
    });
    const { all, highlights } = await highlightsOf(note);
    const id = highlights[0]?.name ?? '';
    const answers = all.filter(({ type }) => type === 'Text');
    expect(answers.map(({ name, author, contents, answers: to }) => [name, author, contents, to])).toEqual([
      ['00000000000000000091', 'Head of unit', 'I agree', id],
      ['00000000000000000092', 'Head of unit', 'Отлично', id],
      [`${id}-resolved`, 'Desk officer', 'resolved', id],
    ]);
  });

  it('are what another program lists, with their answers', async () => {
    const moment = '2025-02-01T08:30:00.000Z';
    const note = articleNote();
    const [first, ...others] = note.annotations;
    if (!first) throw new Error('The article has annotations');
    const replies = [
      { id: '00000000000000000091', author: 'Reader', comment: 'Yes', created: moment, updated: moment },
    ];
    const { pdf } = await highlightsOf({ ...note, annotations: [{ ...first, replies }, ...others] });
    const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
    const listed = await (await document.getPage(1)).getAnnotations();
    const highlights = listed.filter(({ subtype }) => subtype === 'Highlight');
    expect(highlights).toHaveLength(6);
    expect(highlights[0]).toMatchObject({
      titleObj: { str: 'Desk officer' },
      contentsObj: { str: expect.stringContaining('Exports to the region rose') },
      hasAppearance: true,
    });
    expect(listed.find(({ subtype }) => subtype === 'Text')).toMatchObject({
      inReplyTo: highlights[0].id,
      replyType: 'R',
      contentsObj: { str: 'Yes' },
    });
    await document.destroy();
  });

  it('each have a tag of their own where their words are', async () => {
    const { file, highlights, all } = await highlightsOf(articleNote());
    const keys = highlights.map(({ dict }) => dict.lookup(PDFName.of('StructParent'), PDFNumber).asNumber());
    expect(new Set(keys).size).toBe(highlights.length);
    expect(file.structure().match(/^ *Annot /gm)).toHaveLength(highlights.length);
    expect(file.structure()).toMatch(/Annot \(inline\)\s+Object \d+ 0\s+[^"]*"Belarusian exports/);
    expect(
      all.filter(({ type }) => type === 'Link').every(({ address }) => !address.startsWith('briefing')),
    ).toBe(true);
  });

  it('move no word, and give the same bytes again', async () => {
    const note = articleNote();
    const plain = new PdfFile(await typesetNote(note, { layout: 'annotated-article' }));
    const { file, pdf } = await highlightsOf(note);
    expect(file.words(1)).toEqual(plain.words(1));
    expect((await highlightsOf(note)).pdf).toEqual(pdf);
  });

  it('are not there where they were not chosen, nor where no annotations are shown', async () => {
    for (const choices of [{ pdfComments: false }, { pdfComments: true, annotations: 'none' }] as const) {
      const result = await typesetNote(articleNote(), {
        ...defaultChoices,
        layout: 'annotated-article',
        ...choices,
      });
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      const all = await annotationsIn(result.value.pdf);
      expect(all.filter(({ type }) => type !== 'Link')).toEqual([]);
    }
  });
});

function rectOf({ dict }: WrittenAnnotation): [number, number, number, number] {
  const [left = 0, bottom = 0, right = 0, top = 0] =
    String(dict.get(PDFName.of('Rect')))
      .match(/[\d.]+/g)
      ?.map(Number) ?? [];
  return [left, bottom, right, top];
}
