import { safeLink } from './address';
import type { Briefing, BriefingNote } from './briefing-data';
import { briefingFigures } from './briefing-figures';
import { sectionsOf } from './briefing-sections';
import { chosenAnnotations } from './chosen-annotations';
import { citationOf } from './citation';
import { formatDay } from './dates';
import { lanesOf, withoutOuterSpace } from './highlight';
import { parseMarkdown } from './markdown';
import { markingLook } from './markings';
import { NoteSetter, type Passage, Pictures } from './note-setter';
import type { OwnLayoutFiles } from './own-layout';
import type { Warning } from './result';
import { type SaidOnce, withHead } from './said-once';
import type { Annotation, Note } from './schema';
import { TRADITION_SETUPS } from './traditions';
import { type ExportChoices, hasPassage } from './vocabulary';

export type {
  Briefing,
  BriefingAnnotation,
  BriefingFigure,
  BriefingNote,
  BriefingReply,
} from './briefing-data';
export type { SetBlock, SetInline } from './set-blocks';

/** What a typesetter is given. */
export interface TypesetRequest {
  readonly briefing: Briefing;
  /** Bytes in base64, by the name that the briefing calls them. */
  readonly images: ReadonlyMap<string, string>;
  /** A layout of the user's own, in the place of the briefing's. */
  readonly ownLayout?: OwnLayoutFiles;
  /** Attached to the PDF: the note itself. */
  readonly attachment: { readonly name: string; readonly bytes: Uint8Array };
  /** Whether the PDF is to be PDF/A-3 as well. */
  readonly archive?: boolean;
  /** What shall open the PDF; none: nothing is needed. An archive has none. */
  readonly password?: string;
}

export interface Typeset {
  readonly pdf: Uint8Array;
  /** `pdf-not-accessible` when the file is made without the claim to be PDF/UA, with what prevents it; `pdf-not-archive`; `glyphs-missing`. */
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
export const composeBriefing = (
  note: Note,
  choices: ExportChoices,
  labels: Record<string, string>,
): Composed => composePack([note], note.title, choices, labels);

/**
 * Makes one briefing of several notes, in their order. It is in the language of the first one, and dated with the last change of any.
 * @param given the notes
 * @param title of the whole
 * @param labels the layouts' own words in the language of the interface
 */
export function composePack(
  given: readonly Note[],
  title: string,
  choices: ExportChoices,
  labels: Record<string, string>,
  { presentation = '', head = {} }: SaidOnce = {},
): Composed {
  const notes = given.length === 1 ? given.map((note) => withHead(note, head)) : given;
  const pictures = new Pictures();
  const language = notes[0]?.language ?? 'en';
  const days = labels.language ?? language;
  const composed = notes.map((note, index) =>
    composeNote(note, choices, pictures, {
      prefix: notes.length > 1 ? `${index + 1}.` : '',
      name: `note-${index}`,
      presentation: notes.length === 1 ? presentation.trim() : '',
      days,
    }),
  );
  const changes = notes.map(({ updated }) => updated.slice(0, 10));
  const date = changes.toSorted().at(-1) ?? '';
  const authors = new Set(
    notes.map(({ details, source }) => details.from ?? source.author ?? source.agency ?? ''),
  );
  const briefing: Briefing = {
    version: 1,
    layout: choices.layout,
    paper: choices.paper,
    orientation: choices.orientation,
    annotations: choices.annotations,
    parts: choices.parts,
    marking: choices.marking,
    markingLook: markingLook(choices.marking),
    tradition: TRADITION_SETUPS[choices.tradition],
    executor: TRADITION_SETUPS[choices.tradition].executor ? choices.executor.trim() : '',
    pdfComments: choices.pdfComments && choices.annotations !== 'none',
    language,
    title,
    // Of several notes by several people no one is the author.
    author: authors.size === 1 ? ([...authors][0] ?? '') : '',
    date,
    day: formatDay(date, days),
    labels,
    notes: composed,
  };
  return { briefing, images: pictures.images, imagesLeftOut: pictures.leftOut };
}

/** What a note of a briefing is given besides the choices. */
interface Standing {
  /** How a decision is presented. */
  readonly presentation: string;
  /** What stands before the numbers of its annotations. */
  readonly prefix: string;
  /** One that no other note has. */
  readonly name: string;
  /** The language that the layout names days in: its own, but for the day of a source, which is cited in the note's. */
  readonly days: string;
}

function composeNote(
  note: Note,
  choices: ExportChoices,
  pictures: Pictures,
  { prefix, name, presentation, days }: Standing,
): BriefingNote {
  const { language, source, details } = note;
  const setter = new NoteSetter(language, days, pictures, name);
  const ordered = inReadingOrder(chosenAnnotations(note.annotations, choices));
  const document = parseMarkdown(note.text);
  const { text } = document;
  const shown = ordered.flatMap((annotation, index): Passage[] =>
    hasPassage(annotation) ? [{ ...withoutOuterSpace(text, annotation.target[0]), number: index + 1 }] : [],
  );
  const lines = lanesOf(shown);
  const lanes = new Map(shown.map(({ number }, index) => [number, lines[index] ?? 0]));
  const day = (date: string | undefined, words: string): string => (date ? formatDay(date, words) : '');
  const composed: Omit<BriefingNote, 'sections'> = {
    title: note.title,
    language,
    source: {
      agency: source.agency ?? '',
      place: source.place ?? '',
      date: day(source.date, language),
      author: source.author ?? '',
      // A note from elsewhere may name anything; what cannot be followed is words.
      address: source.address && safeLink(source.address) !== null ? source.address : '',
      addressShown: source.address ?? '',
      citation: isKnown(source) ? citationOf({ title: note.title, source }, choices.citation, language) : [],
    },
    details: {
      reference: details.reference ?? '',
      to: details.to ?? '',
      from: details.from ?? '',
      date: day(details.date, days),
      for: details.for ?? '',
      by: details.by ?? '',
      purpose: details.purpose ?? '',
    },
    presentation,
    tags: note.tags,
    blocks: setter.blocks(document, shown),
    annotations: ordered.map((each, index) =>
      setter.annotation(each, index + 1, prefix, lanes.get(index + 1) ?? 0),
    ),
    figures: choices.parts.includes('figures-check')
      ? briefingFigures({ ...note, annotations: ordered }, text)
      : [],
  };
  const sections =
    choices.layout === 'briefing-note'
      ? sectionsOf(TRADITION_SETUPS[choices.tradition], choices.annotations, composed)
      : [];
  return { ...composed, sections };
}

/** Whether there is anything to cite besides the title. */
const isKnown = ({ agency, date, author, address }: Note['source']): boolean =>
  [agency, date, author, address].some((part) => part !== undefined && part !== '');

const inReadingOrder = (annotations: readonly Annotation[]): Annotation[] =>
  [...annotations].sort(
    (a, b) =>
      Number(hasPassage(b)) - Number(hasPassage(a)) ||
      a.target[0].start - b.target[0].start ||
      a.target[0].end - b.target[0].end,
  );
