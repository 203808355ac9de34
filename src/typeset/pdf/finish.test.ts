import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { articleNote } from '../samples';
import { PdfFile, typesetNote } from '../test-typeset';

it('a PDF says how the attached note relates to it, and how its pages are called', async () => {
  const result = await typesetNote(articleNote(), { parts: ['cover', 'contents'] });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { catalog } = await PDFDocument.load(result.value.pdf, { updateMetadata: false });
  const attached = catalog.lookup(PDFName.of('AF'), PDFArray).lookup(0, PDFDict);
  expect(attached.get(PDFName.of('AFRelationship'))).toBe(PDFName.of('Source'));
  expect(catalog.lookup(PDFName.of('PageLabels'), PDFDict).get(PDFName.of('Nums'))).toBeDefined();
  expect(new PdfFile(result).attachments()).toContain('note.json');
});

it('packs its objects, so that the article stays small', async () => {
  const result = await typesetNote(articleNote(), { parts: ['contents', 'source', 'tags'] });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  expect(result.value.pdf.length).toBeLessThan(60_000);
});
