import { readFileSync } from 'node:fs';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { composePack } from '../../core/briefing';
import type { Note } from '../../core/schema';
import { defaultChoices, LAYOUTS, ORIENTATIONS, PARTS } from '../../core/vocabulary';
import labels from '../../shared/locales/en/layouts.json';
import { longNote } from '../sample-long';
import { articleNote, makeNote } from '../samples';
import { requestFor, typesetter } from '../test-typeset';
import { CONDITIONS, matterhorn } from './test-matterhorn';

const moment = '2025-02-01T08:30:00.000Z';

/** The article with a reply and a resolved annotation. */
function answeredArticle(): Note {
  const note = articleNote();
  const replies = [
    { id: '00000000000000000091', author: 'Reader', comment: 'Why?', created: moment, updated: moment },
  ];
  const annotations = note.annotations.map((annotation, index) => {
    if (index === 0) return { ...annotation, replies };
    return index === 1 ? { ...annotation, resolved: moment } : annotation;
  });
  return { ...note, annotations };
}

const notes = { article: answeredArticle(), 'a note with everything in it': longNote(3) };

async function set(note: Note, choices: Parameters<typeof requestFor>[1], more = {}): Promise<Uint8Array> {
  const result = await typesetter.typeset({ ...requestFor(note, choices), ...more });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  expect(result.value.warnings).toEqual([]);
  return result.value.pdf;
}

const failures = async (pdf: Uint8Array): Promise<string[]> =>
  (await matterhorn(pdf)).flatMap(({ id, places }) => places.map((place) => `${id} ${place}`));

describe('no condition of the Matterhorn Protocol that objects decide fails', () => {
  const cases = LAYOUTS.flatMap((layout) =>
    ORIENTATIONS.flatMap((orientation) =>
      (['article', 'a note with everything in it'] as const).map((name) => ({ layout, orientation, name })),
    ),
  );
  it.each(cases)(
    '$name, $layout, $orientation, with comments',
    async ({ layout, orientation, name }) => {
      const choices = { layout, orientation, parts: PARTS, pdfComments: true, marking: 'For official use' };
      expect(await failures(await set(notes[name], choices))).toEqual([]);
    },
    60_000,
  );

  it.each(LAYOUTS)('a pack of three notes: %s', async (layout) => {
    const choices = { ...defaultChoices, layout, parts: PARTS, pdfComments: true };
    const all = [answeredArticle(), longNote(1), makeNote({ title: 'Empty' })];
    const { briefing, images } = composePack(all, 'Three notes', choices, labels);
    const attachment = { name: 'notes.json', bytes: Buffer.from(JSON.stringify(all)) };
    const result = await typesetter.typeset({ briefing, images, attachment });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(result.value.warnings).toEqual([]);
    expect(await failures(result.value.pdf)).toEqual([]);
  });

  it.each(LAYOUTS)('as an archive copy: %s', async (layout) => {
    const pdf = await set(answeredArticle(), { layout, pdfComments: true }, { archive: true });
    expect(await failures(pdf)).toEqual([]);
  });
});

it('footnotes are among what is judged', async () => {
  const judged = await matterhorn(await set(longNote(1), { layout: 'clean-copy' }));
  for (const id of ['19-003', '19-004']) expect(judged).toContainEqual({ id, result: 'pass', places: [] });
});

describe('the test finds', () => {
  const article = set(answeredArticle(), { layout: 'annotated-article', pdfComments: true });
  const ids = async (break_: (document: PDFDocument) => void): Promise<string[]> => {
    const document = await PDFDocument.load(await article, { updateMetadata: false });
    break_(document);
    const judged = await matterhorn(await document.save({ addDefaultPage: false }));
    return judged.filter(({ result }) => result === 'fail').map(({ id }) => id);
  };
  const tagsNamed = ({ context }: PDFDocument, name: string): PDFDict[] =>
    context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict && object.get(PDFName.of('S')) === PDFName.of(name) ? [object] : [],
      );

  it('words that are not tagged', async () => {
    const found = await ids((document) => {
      const page = document.getPages()[0];
      page?.drawText('Loose');
    });
    expect(found).toContain('01-005');
  });

  it.each([
    ['Annot', 'P', '28-002'],
    ['Link', 'Span', '28-011'],
    ['H1', 'H3', '14-002'],
    ['P', 'Paragraph', '02-001'],
    ['Span', 'LI', '09-005'],
  ])('a tag %s that is %s: %s', async (from, to, id) => {
    const found = await ids((document) => {
      for (const tag of tagsNamed(document, from)) tag.set(PDFName.of('S'), PDFName.of(to));
    });
    expect(found).toContain(id);
  });

  it('what the file does not say of itself', async () => {
    const found = await ids(({ catalog }) => {
      catalog.delete(PDFName.of('Metadata'));
      catalog.delete(PDFName.of('ViewerPreferences'));
      catalog.set(PDFName.of('Lang'), PDFString.of(''));
    });
    for (const id of ['06-001', '06-002', '06-003', '07-001', '07-002', '11-001', '11-004'])
      expect(found).toContain(id);
  });

  it('comments without words, and pages without an order of them', async () => {
    const found = await ids((document) => {
      for (const page of document.getPages()) {
        page.node.delete(PDFName.of('Tabs'));
        const annotations = page.node.lookup(PDFName.of('Annots'), PDFArray);
        for (let index = 0; index < annotations.size(); index += 1)
          annotations.lookup(index, PDFDict).delete(PDFName.of('Contents'));
      }
    });
    for (const id of ['28-004', '28-008', '28-009', '28-012']) expect(found).toContain(id);
  });
});

it('each condition has an identifier of its own, and stands in the docs', () => {
  const ids = CONDITIONS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const page = readFileSync('docs/pdf-ua.md', 'utf8');
  for (const { id, what } of CONDITIONS) expect(page).toContain(`| ${id} | ${what} |`);
  expect(page.match(/^\| \d\d-\d\d\d \|/gm)).toHaveLength(ids.length);
});
