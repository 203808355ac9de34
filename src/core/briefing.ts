import type { Briefing } from './briefing-data';
import { chosenAnnotations } from './chosen-annotations';
import { formatDay } from './dates';
import { withoutOuterSpace } from './highlight';
import { parseMarkdown } from './markdown';
import { NoteSetter, type Passage } from './note-setter';
import type { Warning } from './result';
import type { Annotation, Note } from './schema';
import { type ExportChoices, hasPassage } from './vocabulary';

export type { Briefing, BriefingAnnotation, BriefingNote, BriefingReply } from './briefing-data';
export type { SetBlock, SetInline } from './set-blocks';

/** What a typesetter is given. */
export interface TypesetRequest {
  readonly briefing: Briefing;
  /** Bytes in base64, by the name that the briefing calls them. */
  readonly images: ReadonlyMap<string, string>;
  /** Attached to the PDF: the note itself. */
  readonly attachment: { readonly name: string; readonly bytes: Uint8Array };
}

export interface Typeset {
  readonly pdf: Uint8Array;
  /** `pdf-not-accessible` when the file is made without the claim to be PDF/UA, with what prevents it; `glyphs-missing`. */
  readonly warnings: readonly Warning[];
}

export interface Composed {
  readonly briefing: Briefing;
  /** Bytes of the images in base64, by the name that the briefing calls them. */
  readonly images: ReadonlyMap<string, string>;
  readonly imagesLeftOut: number;
}

/**
 * Makes the briefing of one note.
 * @param labels the layouts' own words in the language of the interface
 */
export function composeBriefing(
  note: Note,
  choices: ExportChoices,
  labels: Record<string, string>,
): Composed {
  const setter = new NoteSetter(note.language);
  const ordered = inReadingOrder(chosenAnnotations(note.annotations, choices));
  const { text } = parseMarkdown(note.text);
  const shown = ordered.flatMap((annotation, index): Passage[] =>
    hasPassage(annotation) ? [{ ...withoutOuterSpace(text, annotation.target[0]), number: index + 1 }] : [],
  );
  const { language, source, details } = note;
  const day = (date: string | undefined): string => (date ? formatDay(date, language) : '');
  const briefing: Briefing = {
    version: 1,
    layout: choices.layout,
    paper: choices.paper,
    orientation: choices.orientation,
    annotations: choices.annotations,
    parts: choices.parts,
    marking: choices.marking,
    language,
    title: note.title,
    author: details.from ?? source.author ?? source.agency ?? '',
    date: note.updated.slice(0, 10),
    labels,
    notes: [
      {
        title: note.title,
        language,
        source: {
          agency: source.agency ?? '',
          place: source.place ?? '',
          date: day(source.date),
          author: source.author ?? '',
          address: source.address ?? '',
          addressShown: source.address ?? '',
        },
        details: {
          reference: details.reference ?? '',
          to: details.to ?? '',
          from: details.from ?? '',
          date: day(details.date),
          for: details.for ?? '',
          by: details.by ?? '',
          purpose: details.purpose ?? '',
        },
        tags: note.tags,
        blocks: setter.blocks(note.text, shown),
        annotations: ordered.map((each, index) => setter.annotation(each, index, language)),
      },
    ],
  };
  return { briefing, images: setter.images, imagesLeftOut: setter.imagesLeftOut };
}

const inReadingOrder = (annotations: readonly Annotation[]): Annotation[] =>
  [...annotations].sort(
    (a, b) =>
      Number(hasPassage(b)) - Number(hasPassage(a)) ||
      a.target[0].start - b.target[0].start ||
      a.target[0].end - b.target[0].end,
  );
