import { execFileSync } from 'node:child_process';
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { articleNote } from '../samples';
import { PdfFile, typesetNote } from '../test-typeset';
import { withRelationship } from './related';

it('a PDF says how the attached note relates to it, and how its pages are called', async () => {
  const result = await typesetNote(articleNote(), { parts: ['cover', 'contents'] });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { catalog } = await PDFDocument.load(result.value.pdf, { updateMetadata: false });
  const attached = catalog.lookup(PDFName.of('AF'), PDFArray).lookup(0, PDFDict);
  expect(attached.get(PDFName.of('AFRelationship'))).toBe(PDFName.of('Source'));
  expect(catalog.lookup(PDFName.of('PageLabels'), PDFDict).get(PDFName.of('Nums'))).toBeDefined();
  expect(new PdfFile(result).attachments()).toContain('note.json');
});

describe('what is added after the end of a file', () => {
  const set = async () => {
    const result = await typesetNote(articleNote());
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result;
  };

  it('leaves a file that other programs find whole', async () => {
    const file = new PdfFile(await set());
    const said = execFileSync('qpdf', ['--check', file.path], { encoding: 'utf8', stdio: 'pipe' });
    expect(said).toContain('No syntax or stream encoding errors');
    expect(said).not.toContain('WARNING');
    expect(file.text()).toContain('Belarusian exports to the Russian region');
  });

  it('is nothing where a file is of another form', async () => {
    const { pdf } = (await set()).value;
    // It has two tables of its objects now.
    expect(withRelationship(pdf)).toBeNull();
    expect(withRelationship(pdf.slice(0, -20))).toBeNull();
    expect(withRelationship(new TextEncoder().encode('%PDF-1.7'))).toBeNull();
  });
});
