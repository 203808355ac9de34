import { describe, expect, it } from 'vitest';
import { composePack } from '../core/briefing';
import { defaultChoices } from '../core/vocabulary';
import { annotate, makeNote } from './samples';
import { countOf, LAYOUTS_WITH_TEXT, PdfFile, requestFor, typesetNote, typesetter } from './test-typeset';

const TEXT = `# Exports[^h]

Exports rose 21%[^goods] and imports fell[^goods].

| Month[^h] | Value |
|---|---|
| January | 1.5[^first] |

[^h]: Of a heading.
[^goods]: Only goods are counted.

    Services are not.
[^first]: A first estimate.`;

const note = () =>
  makeNote({
    title: 'Footnotes',
    text: TEXT,
    annotations: [annotate(TEXT, 'goods are counted', 'question', 'By whom?')],
  });

describe.each(LAYOUTS_WITH_TEXT)('footnotes in %s', (layout) => {
  it.each(['portrait', 'landscape'] as const)(
    'stand below the page, tagged as notes, each once: %s',
    async (orientation) => {
      const result = await typesetNote(note(), { layout, orientation, parts: ['contents'] });
      expect(result).toMatchObject({ ok: true, value: { warnings: [] } });
      const pdf = new PdfFile(result);
      expect(pdf.metadata()).toContain('pdfuaid');
      for (const said of ['Of a heading.', 'Services are not.', 'A first estimate.'])
        expect(countOf(said, pdf.text())).toBe(1);
      expect(pdf.structure().match(/^\s*Note /gm)).toHaveLength(3);
      const numbers = pdf.text().matchAll(/([0-9]+) ?(?:Of a heading|Only goods|A first estimate)/g);
      expect([...numbers].map(([, number]) => number).sort()).toEqual(['1', '2', '3']);
      const words = pdf.words(pdf.pages);
      const estimate = words.find(({ text }) => text === 'estimate.');
      const last = words.find(({ text }) => text === 'January');
      expect(estimate?.top).toBeGreaterThan((last?.bottom ?? 0) + 40);
    },
  );

  it('are no part of what bookmarks and contents call a heading', async () => {
    const pdf = new PdfFile(await typesetNote(note(), { layout, parts: ['contents'] }));
    const titles = [...pdf.raw().matchAll(/\/Title ?\(([^)]*)\)/g)].map(([, title]) => title);
    expect(titles).toContain('Exports');
  });
});

it('with a passage have its comment beside the reference', async () => {
  const pdf = new PdfFile(await typesetNote(note(), { layout: 'annotated-article' }));
  expect(pdf.text()).toContain('By whom?');
});

it('of several notes are told from each other', async () => {
  const { briefing, images } = composePack(
    [note(), note()],
    'Pack',
    defaultChoices,
    requestFor(note()).briefing.labels,
  );
  const attachment = { name: 'notes.json', bytes: Buffer.from('[]') };
  const result = await typesetter.typeset({ briefing, images, attachment });
  expect(result).toMatchObject({ ok: true, value: { warnings: [] } });
  expect(new PdfFile(result).structure().match(/^\s*Note /gm)).toHaveLength(6);
});
