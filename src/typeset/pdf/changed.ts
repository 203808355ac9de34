import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { claimAccessible } from './archive';
import type { Finishing } from './finish';
import { protect } from './password';
import { writeComments } from './write-comments';

/**
 * Adds to a PDF what was wished, and how the attached note relates to it, by reading and writing all of it.
 * @param pdf as the typesetter has written it
 */
export async function changed(
  pdf: Uint8Array,
  { comments, archive, password }: Finishing,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, {
    parseSpeed: ParseSpeeds.Fastest,
    updateMetadata: false,
    throwOnInvalidObject: true,
  });
  relateAttachments(document);
  if (comments) writeComments(document, comments);
  if (archive) claimAccessible(document);
  if (password !== null) protect(document, password);
  return document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}

/** The attached note is what the pages were made of (ISO 32000-2, 14.13). */
function relateAttachments({ catalog, context }: PDFDocument): void {
  const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict);
  const attached = names
    ?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict)
    ?.lookupMaybe(PDFName.of('Names'), PDFArray);
  const files: PDFRef[] = [];
  for (let index = 1; attached && index < attached.size(); index += 2) {
    const file = attached.lookup(index, PDFDict);
    file.set(PDFName.of('AFRelationship'), PDFName.of('Source'));
    const ref = context.getObjectRef(file);
    if (ref) files.push(ref);
  }
  if (files.length > 0) catalog.set(PDFName.of('AF'), context.obj(files));
}
