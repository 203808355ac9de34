import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What the pages of a PDF show, as far as it says whether it is tagged. */
export interface Content {
  /** Things painted that are neither tagged nor page furniture, and that are one inside the other. */
  readonly untagged: string[];
  readonly artifactInTagged: string[];
  readonly taggedInArtifact: string[];
  /** How many characters there are, and those without a place in Unicode or without a glyph. */
  characters: number;
  readonly withoutUnicode: string[];
  readonly withoutGlyph: string[];
}

const PAINTING = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
  OPS.shadingFill,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.showText,
]);

type Mark = 'artifact' | 'tagged' | 'other';

/** Reads what is painted on all pages. @param pdf a copy of its own: the reader takes the bytes over */
export async function contentOf(pdf: Uint8Array): Promise<Content> {
  const document = await getDocument({ data: pdf, verbosity: 0, useSystemFonts: false }).promise;
  const content: Content = {
    untagged: [],
    artifactInTagged: [],
    taggedInArtifact: [],
    characters: 0,
    withoutUnicode: [],
    withoutGlyph: [],
  };
  for (let page = 1; page <= document.numPages; page += 1) await readPage(document, page, content);
  await document.destroy();
  return content;
}

async function readPage(document: PDFDocumentProxy, number: number, content: Content): Promise<void> {
  const page = await document.getPage(number);
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  const marks: Mark[] = [];
  const where = (operator: number): string => `page ${number}: ${nameOf(operator)}`;
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
      const mark = markOf(Array.isArray(args) ? args : []);
      if (mark === 'artifact' && marks.includes('tagged')) content.artifactInTagged.push(where(operator));
      if (mark === 'tagged' && marks.includes('artifact')) content.taggedInArtifact.push(where(operator));
      marks.push(mark);
    } else if (operator === OPS.endMarkedContent) marks.pop();
    else if (paints(operator, args)) {
      if (!marks.includes('artifact') && !marks.includes('tagged')) content.untagged.push(where(operator));
      if (operator === OPS.showText) readGlyphs(args, where(operator), content);
    }
  }
}

function markOf([tag, id]: readonly unknown[]): Mark {
  const name = typeof tag === 'object' && tag !== null && 'name' in tag ? tag.name : tag;
  if (name === 'Artifact') return 'artifact';
  return typeof id === 'number' ? 'tagged' : 'other';
}

/** A path comes together with what is done with it. */
function paints(operator: number, args: unknown): boolean {
  if (operator !== OPS.constructPath) return PAINTING.has(operator);
  const done: unknown = Array.isArray(args) ? args[0] : undefined;
  return typeof done === 'number' && PAINTING.has(done);
}

function readGlyphs(args: unknown, where: string, content: Content): void {
  const shown: unknown = Array.isArray(args) ? args[0] : [];
  for (const glyph of Array.isArray(shown) ? shown : []) {
    if (typeof glyph !== 'object' || glyph === null) continue;
    content.characters += 1;
    const unicode = 'unicode' in glyph ? glyph.unicode : undefined;
    if (typeof unicode !== 'string' || unicode === '' || /[\0\ufeff\ufffe\p{Co}]/u.test(unicode))
      content.withoutUnicode.push(where);
    if ('originalCharCode' in glyph && glyph.originalCharCode === 0) content.withoutGlyph.push(where);
  }
}

const nameOf = (operator: number): string =>
  Object.entries(OPS).find(([, value]) => value === operator)?.[0] ?? String(operator);
