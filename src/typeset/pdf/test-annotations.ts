import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import type { PdfFile } from '../test-typeset';

/** An annotation of a PDF as it is written in the file. */
export interface WrittenAnnotation {
  /** From 1. */
  readonly page: number;
  readonly type: string;
  readonly name: string;
  readonly author: string;
  readonly contents: string;
  /** The name of the annotation that it answers; empty: none. */
  readonly answers: string;
  readonly address: string;
  /** The quadrilaterals: left, bottom, right and top of each, in points from the lower left corner of the page. */
  readonly lines: readonly (readonly [number, number, number, number])[];
  readonly dict: PDFDict;
}

/** All annotations of a file, in the order of the pages. */
export async function annotationsIn(pdf: Uint8Array): Promise<WrittenAnnotation[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.getPages().flatMap((page, index) =>
    (page.node.Annots()?.asArray() ?? []).map((ref) => {
      const dict = document.context.lookup(ref, PDFDict);
      const action = dict.lookupMaybe(PDFName.of('A'), PDFDict);
      const answered = dict.lookupMaybe(PDFName.of('IRT'), PDFDict);
      return {
        page: index + 1,
        type: dict.lookup(PDFName.of('Subtype'), PDFName).decodeText(),
        name: textOf(dict, 'NM'),
        author: textOf(dict, 'T'),
        contents: textOf(dict, 'Contents'),
        answers: answered ? textOf(answered, 'NM') : '',
        address: action ? textOf(action, 'URI') : '',
        lines: linesOf(dict),
        dict,
      };
    }),
  );
}

/** The words of a page that an annotation covers, as poppler finds them. */
export function wordsUnder(file: PdfFile, { page, lines }: WrittenAnnotation): string {
  const height = file.height;
  const isCovered = (x: number, y: number): boolean =>
    lines.some(([left, bottom, right, top]) => x > left && x < right && y > bottom && y < top);
  return file
    .words(page)
    .filter((word) => isCovered((word.left + word.right) / 2, height - (word.top + word.bottom) / 2))
    .map(({ text }) => text)
    .join(' ');
}

function textOf(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}

function linesOf(dict: PDFDict): [number, number, number, number][] {
  const points =
    dict
      .lookupMaybe(PDFName.of('QuadPoints'), PDFArray)
      ?.asArray()
      .map((each) => (each instanceof PDFNumber ? each.asNumber() : Number.NaN)) ?? [];
  return Array.from({ length: points.length / 8 }, (_, index) => {
    const corners = points.slice(index * 8, index * 8 + 8);
    const across = corners.filter((_each, at) => at % 2 === 0);
    const up = corners.filter((_each, at) => at % 2 === 1);
    return [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)];
  });
}
