import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** A rectangle on a page, in points from its lower left corner. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A passage in whose words a run lies. */
export interface InPassage {
  /** `0-2`: the annotation with the number 2 of the briefing's first note. */
  readonly place: string;
  /** Red, green and blue, each from 0 to 1. */
  readonly colour: readonly number[];
}

/** Words of passages on one page: the link that the layout has made of them (`passages.typ`). */
export interface PassageRun {
  readonly ref: PDFRef;
  readonly link: PDFDict;
  readonly passages: readonly InPassage[];
  /** Where the words lead to besides, a byte for each character; empty: nowhere. */
  readonly address: string;
  /** One for each line. */
  readonly boxes: readonly Box[];
  /** Its place in the table of tags; null: it has no tag. */
  readonly key: number | null;
}

/** What a layout writes before it: `briefing-passage:0-2-fbeec4,0-3-dbe8f8;https://…`. No address of a note begins so. */
const ADDRESS = /^briefing-passage:([\da-f,-]+);(.*)$/s;

/** The runs of a page that lie in passages, in the order of the text. */
export function passageRunsOn(page: PDFPage): PassageRun[] {
  const annotations = page.node.Annots()?.asArray() ?? [];
  return annotations.flatMap((ref): PassageRun[] => {
    if (!(ref instanceof PDFRef)) return [];
    const link = page.doc.context.lookup(ref, PDFDict);
    const [, passages, address] = ADDRESS.exec(addressOf(link)) ?? [];
    if (passages === undefined || address === undefined) return [];
    const key = link.lookupMaybe(PDFName.of('StructParent'), PDFNumber)?.asNumber() ?? null;
    return [{ ref, link, passages: passages.split(',').map(inPassage), address, boxes: boxesOf(link), key }];
  });
}

/** Boxes of one line that touch, as one. */
export function joined(boxes: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    const before = lines.at(-1);
    if (!before || !touch(before, box)) lines.push(box);
    else lines[lines.length - 1] = around([before, box]);
  }
  return lines;
}

/** The smallest box that holds all of them. @param boxes at least one */
export const around = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  bottom: Math.min(...boxes.map(({ bottom }) => bottom)),
  right: Math.max(...boxes.map(({ right }) => right)),
  top: Math.max(...boxes.map(({ top }) => top)),
});

/** In points: letters of one line, of which none is as far from the next. */
const GAP = 0.6;
const touch = (a: Box, b: Box): boolean =>
  Math.abs(a.bottom - b.bottom) < GAP &&
  Math.abs(a.top - b.top) < GAP &&
  (Math.abs(a.right - b.left) < GAP || Math.abs(b.right - a.left) < GAP);

function inPassage(written: string): InPassage {
  const [note = '', number = '', colour = ''] = written.split('-');
  const part = (from: number): number => Number.parseInt(colour.slice(from, from + 2), 16) / 255;
  return { place: `${note}-${number}`, colour: [part(0), part(2), part(4)] };
}

function addressOf(link: PDFDict): string {
  const action = link.lookupMaybe(PDFName.of('A'), PDFDict);
  const address = action?.lookup(PDFName.of('URI'));
  const written = address instanceof PDFString || address instanceof PDFHexString ? address.asBytes() : [];
  return Buffer.from(written).toString('latin1');
}

function boxesOf(link: PDFDict): Box[] {
  const numbers = (name: string): number[] =>
    link
      .lookupMaybe(PDFName.of(name), PDFArray)
      ?.asArray()
      .map((each) => (each instanceof PDFNumber ? each.asNumber() : 0)) ?? [];
  const points = numbers('QuadPoints');
  const corners = points.length > 0 ? points : numbers('Rect');
  const each = points.length > 0 ? 8 : 4;
  return Array.from({ length: corners.length / each }, (_, index) => {
    const corner = corners.slice(index * each, (index + 1) * each);
    return around(
      Array.from({ length: each / 2 }, (_point, at) => {
        const [x = 0, y = 0] = corner.slice(at * 2, at * 2 + 2);
        return { left: x, right: x, bottom: y, top: y };
      }),
    );
  });
}
