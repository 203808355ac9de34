import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import type { Note } from '../../core/schema';
import { type ExportChoices, LAYOUTS } from '../../core/vocabulary';
import { articleNote, makeNote } from '../samples';
import { PdfFile, requestFor, typesetter } from '../test-typeset';

const archived = (note: Note, choices: Partial<ExportChoices> = {}) =>
  typesetter.typeset({ ...requestFor(note, choices), archive: true });

describe('an archive copy', () => {
  it.each(LAYOUTS)('is PDF/A-3 and PDF/UA-1, and says so: %s', async (layout) => {
    const result = await archived(articleNote(), { layout, pdfComments: true });
    expect(result).toMatchObject({ ok: true, value: { warnings: [] } });
    const file = new PdfFile(result);
    const said = file.metadata();
    expect(said).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(said).toContain('<pdfuaid:part>1</pdfuaid:part>');
    // Each property that PDF/A does not know is described, once.
    for (const prefix of ['pdfuaid', 'pdf', 'xmpMM'])
      expect(said.match(new RegExp(`<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>`, 'g'))).toHaveLength(1);
    expect(said.match(/xmlns:pdfuaid=/g)).toHaveLength(1);
    expect(file.info().get('Encrypted')).toBe('no');
  });

  it('carries its colours and the attached note with their relationship', async () => {
    const result = await archived(articleNote());
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { catalog } = await PDFDocument.load(result.value.pdf, { updateMetadata: false });
    const intent = catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict);
    expect(intent.get(PDFName.of('S'))).toBe(PDFName.of('GTS_PDFA1'));
    expect(intent.get(PDFName.of('DestOutputProfile'))).toBeDefined();
    const attached = catalog.lookup(PDFName.of('AF'), PDFArray);
    expect(attached.size()).toBe(1);
    expect(attached.lookup(0, PDFDict).get(PDFName.of('AFRelationship'))).toBe(PDFName.of('Source'));
    const preferences = catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict);
    expect(String(preferences.get(PDFName.of('DisplayDocTitle')))).toBe('true');
  });

  it('gives the same bytes again', async () => {
    expect(await archived(articleNote())).toEqual(await archived(articleNote()));
  });

  it('is not made of what cannot be kept, and says why', async () => {
    const result = await archived(makeNote({ title: 'Nothing is here: \u{50000}' }));
    expect(result).toMatchObject({
      ok: true,
      value: { warnings: expect.arrayContaining([expect.objectContaining({ code: 'pdf-not-archive' })]) },
    });
    expect(new PdfFile(result).metadata()).not.toContain('pdfaid');
  });
});
