import {
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PdfComment, Said } from './comment';
import { around, type Box, joined, type PassageRun, passageRunsOn } from './passages';
import { Structure } from './structure';

/** Printed with the page. */
const PRINT = 4;
/** The same, and neither turned nor scaled with the page: what has no place of its own on it. */
const BESIDE = PRINT | 8 | 16;
/** What a highlight reaches over the letters' line above and below, as a share of its height: as the printed tint does. */
const BEYOND = 0.08;
const POPUP = { width: 190, height: 110 };

/**
 * Makes comments of the PDF itself (ISO 32000-1, 12.5.6.10) of the links that a layout has made of passages: for each annotation a
 * highlight over the lines of its passage, one for each page, with replies to the first. Each is tagged where its words are (PDF/UA).
 * @param comments by their places
 */
export function writeComments(document: PDFDocument, comments: ReadonlyMap<string, PdfComment>): void {
  const structure = new Structure(document);
  const writer = new CommentWriter(document.context, structure, comments);
  for (const page of document.getPages()) writer.write(page);
  writer.end();
}

/** One passage on one page. */
interface Part {
  readonly runs: PassageRun[];
  readonly colour: readonly number[];
}

class CommentWriter {
  readonly #context: PDFContext;
  readonly #structure: Structure;
  readonly #comments: ReadonlyMap<string, PdfComment>;
  /** On how many pages each has begun. */
  readonly #pages = new Map<string, number>();
  /** Tags that hold an annotation, and all tags of runs. */
  readonly #taken = new Set<PDFRef>();
  readonly #seen = new Set<PDFRef>();

  constructor(context: PDFContext, structure: Structure, comments: ReadonlyMap<string, PdfComment>) {
    this.#context = context;
    this.#structure = structure;
    this.#comments = comments;
  }

  write(page: PDFPage): void {
    const runs = passageRunsOn(page);
    if (runs.length === 0) return;
    const kept = new Set<PassageRun>();
    /** What comes after a run among the annotations of the page. */
    const added = new Map<PassageRun, PDFRef[]>();
    for (const [place, part] of partsOf(runs)) {
      const comment = this.#comments.get(place);
      const [first] = part.runs;
      if (!comment || !first) continue;
      const host = part.runs.find((run) => run.address === '' && !kept.has(run));
      if (host) kept.add(host);
      const refs = this.#highlight(page, place, comment, part, host ?? null);
      const at = host ?? first;
      added.set(at, [...(added.get(at) ?? []), ...refs]);
    }
    const others = (page.node.Annots()?.asArray() ?? []).flatMap((ref) => {
      const run = runs.find((one) => one.ref === ref);
      if (!run) return [ref];
      const stays = kept.has(run) || this.#giveBack(run);
      return [...(stays ? [ref] : []), ...(added.get(run) ?? [])];
    });
    page.node.set(PDFName.of('Annots'), this.#context.obj(others));
  }

  /** To be called after the last page. */
  end(): void {
    for (const element of this.#seen) if (!this.#taken.has(element)) this.#structure.rename(element, 'Span');
    this.#structure.write();
  }

  /** @param host the link that becomes the highlight; null: a new one has to be made. @returns what is new on the page */
  #highlight(
    page: PDFPage,
    place: string,
    comment: PdfComment,
    { runs, colour }: Part,
    host: PassageRun | null,
  ): PDFRef[] {
    const begun = this.#pages.get(place) ?? 0;
    this.#pages.set(place, begun + 1);
    const ref = host?.ref ?? this.#context.nextRef();
    const lines = joined(runs.flatMap(({ boxes }) => boxes)).map(taller);
    const whole = around(lines);
    const popup = this.#popup(page, ref, whole);
    const key = host ? this.#claim(host) : this.#tag(runs[0], ref, page.ref);
    const highlight = this.#context.obj({
      ...this.#fieldsOf(comment, page, begun === 0 ? comment.id : `${comment.id}-${begun + 1}`),
      Subtype: 'Highlight',
      Rect: corners(whole),
      QuadPoints: lines.flatMap(quad),
      C: [...colour],
      F: PRINT,
      Subj: PDFHexString.fromText(comment.kind),
      Popup: popup,
      AP: { N: this.#appearance(lines, whole, colour) },
      ...(key === null ? {} : { StructParent: key }),
    });
    this.#context.assign(ref, highlight);
    const answers = begun === 0 ? this.#answers(page, ref, comment, whole, host?.key ?? key) : [];
    return [...(host ? [] : [ref]), popup, ...answers];
  }

  #answers(page: PDFPage, to: PDFRef, comment: PdfComment, at: Box, key: number | null): PDFRef[] {
    const states: { said: Said; fields: Record<string, PDFString> }[] =
      comment.resolved === null
        ? []
        : [
            {
              said: { ...comment, id: `${comment.id}-resolved`, words: comment.resolved },
              fields: { State: PDFString.of('Completed'), StateModel: PDFString.of('Review') },
            },
          ];
    const all = [...comment.replies.map((said) => ({ said, fields: {} })), ...states];
    let after = this.#structure.elementOf(key);
    return all.map(({ said, fields }) => {
      const ref = this.#context.nextRef();
      const tagged = after ? this.#structure.addAnnotation(after, ref, page.ref) : null;
      after = tagged?.element ?? null;
      const answer = this.#context.obj({
        ...this.#fieldsOf(said, page, said.id),
        Subtype: 'Text',
        Rect: [at.right, at.top - 20, at.right + 20, at.top],
        F: BESIDE,
        Name: 'Comment',
        IRT: to,
        RT: 'R',
        // Answers are read with their comment; on the page they have no sign of their own.
        AP: { N: this.#form('', { left: 0, bottom: 0, right: 20, top: 20 }, {}) },
        ...fields,
        ...(tagged ? { StructParent: tagged.key } : {}),
      });
      this.#context.assign(ref, answer);
      return ref;
    });
  }

  #fieldsOf({ words, author, created, updated }: Said, page: PDFPage, name: string) {
    return {
      Type: 'Annot',
      P: page.ref,
      Contents: PDFHexString.fromText(words),
      NM: PDFHexString.fromText(name),
      CreationDate: PDFString.of(moment(created)),
      M: PDFString.of(moment(updated)),
      ...(author === '' ? {} : { T: PDFHexString.fromText(author) }),
    };
  }

  /** The window of a comment, at the edge of the page beside its passage. It is no content and has no tag. */
  #popup(page: PDFPage, parent: PDFRef, { top }: Box): PDFRef {
    const { width } = page.getSize();
    const upper = Math.max(top, POPUP.height);
    return this.#context.register(
      this.#context.obj({
        Type: 'Annot',
        Subtype: 'Popup',
        Rect: [width - POPUP.width, upper - POPUP.height, width, upper],
        F: BESIDE,
        Parent: parent,
        Open: false,
      }),
    );
  }

  /** The tint, through which the words are seen. */
  #appearance(lines: readonly Box[], whole: Box, colour: readonly number[]): PDFRef {
    const areas = lines.map(({ left, bottom, right, top }) =>
      [left, bottom, right - left, top - bottom].map(short).join(' '),
    );
    const painted = `/Tint gs ${colour.map(short).join(' ')} rg ${areas.map((area) => `${area} re`).join(' ')} f`;
    return this.#form(painted, whole, {
      Resources: { ExtGState: { Tint: { Type: 'ExtGState', BM: 'Multiply' } } },
      Group: { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB' },
    });
  }

  #form(painted: string, box: Box, fields: Parameters<PDFContext['stream']>[1]): PDFRef {
    return this.#context.register(
      this.#context.stream(painted, { Type: 'XObject', Subtype: 'Form', BBox: corners(box), ...fields }),
    );
  }

  /** The tag of a run becomes that of its highlight. */
  #claim({ key }: PassageRun): number | null {
    const element = this.#structure.elementOf(key);
    if (!element) return null;
    this.#taken.add(element);
    this.#structure.rename(element, 'Annot');
    return key;
  }

  #tag(run: PassageRun | undefined, annotation: PDFRef, page: PDFRef): number | null {
    const element = this.#structure.elementOf(run?.key ?? null);
    return element ? this.#structure.addAnnotation(element, annotation, page).key : null;
  }

  /** A run that is no highlight is what it was in the text: a link, or words. @returns whether it stays on the page */
  #giveBack({ ref, link, address, key }: PassageRun): boolean {
    const element = this.#structure.elementOf(key);
    if (address !== '') {
      if (element) this.#taken.add(element);
      const bytes = Buffer.from(address, 'latin1');
      link.lookup(PDFName.of('A'), PDFDict).set(PDFName.of('URI'), PDFHexString.of(bytes.toString('hex')));
      link.set(PDFName.of('Contents'), PDFHexString.fromText(bytes.toString()));
      return true;
    }
    if (element && key !== null) {
      this.#seen.add(element);
      this.#structure.removeAnnotation(element, ref, key);
    }
    this.#context.delete(ref);
    return false;
  }
}

function partsOf(runs: readonly PassageRun[]): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const run of runs) {
    for (const { place, colour } of run.passages) {
      const part = parts.get(place) ?? { runs: [], colour };
      part.runs.push(run);
      parts.set(place, part);
    }
  }
  return parts;
}

function taller({ left, right, bottom, top }: Box): Box {
  const beyond = (top - bottom) * BEYOND;
  return { left, right, bottom: bottom - beyond, top: top + beyond };
}

const corners = ({ left, bottom, right, top }: Box): number[] => [left, bottom, right, top].map(rounded);

/** Upper line from left to right, then the lower one: not the order of the specification, but the one that all programs read. */
const quad = ({ left, right, bottom, top }: Box): number[] =>
  [left, top, right, top, left, bottom, right, bottom].map(rounded);

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const short = (value: number): string => String(rounded(value));

/** @param iso a moment, ISO 8601 @returns the same as a PDF says it, `D:20250131080000Z` */
const moment = (iso: string): string => `D:${new Date(iso).toISOString().replace(/\.\d+|[^\dZ]/g, '')}`;
