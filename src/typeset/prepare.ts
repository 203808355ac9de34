import type { Briefing, BriefingAnnotation, BriefingNote } from '../core/briefing';
import { type Fitting, fittedBlocks, fittedInlines } from './fitted-blocks';
import { breakable, withSignsKept } from './long-words';

/** What stands in /briefing.json: the briefing, and the name under which its notes are attached. */
export interface LayoutData extends Briefing {
  /** The title as it is printed: it may be broken over lines. */
  readonly titleShown: string;
  readonly attachment: string;
}

/**
 * Readies a briefing for Typst: its strings made clean, long words and addresses made breakable.
 * @param attachment the name of the attached file
 * @param unreadable names of images that are none: their words are shown instead
 */
export function prepare(
  briefing: Briefing,
  { attachment, unreadable }: { attachment: string; unreadable: ReadonlySet<string> },
): LayoutData {
  return mapStrings(fitted({ ...briefing, attachment, titleShown: briefing.title }, unreadable), clean);
}

/** Characters that XML and PDF strings cannot hold or that no reader shows; tab and line feed stay. */
const UNPRINTABLE = /[^\P{Cc}\t\n]|\p{Noncharacter_Code_Point}|\ufeff/gu;

/** Ends of lines by other names: Typst would stretch a line that ends with one over the whole measure. */
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** A string that can be set: well-formed Unicode without control characters. */
export const clean = (text: string): string =>
  text.toWellFormed().replace(LINE_END, '\n').replace(UNPRINTABLE, '');

/** What stands in the line of a head or a foot is one, whatever ends of lines a note from elsewhere has in it. */
const inOneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim();

/** The same value with every string in it changed. Keys stay. */
function mapStrings<T>(value: T, change: (text: string) => string): T;
function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapStrings(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapStrings(each, change)]));
}

function fitted(data: LayoutData, unreadable: ReadonlySet<string>): LayoutData {
  const wide: Fitting = { strictness: 'wide', unreadable };
  return {
    ...data,
    title: inOneLine(data.title),
    titleShown: withSignsKept(breakable(inOneLine(data.title), 'wide')),
    executor: withSignsKept(breakable(data.executor, 'narrow')),
    marking: breakable(inOneLine(data.marking), 'wide'),
    notes: data.notes.map((note) => fittedNote(note, wide)),
  };
}

function fittedNote(note: BriefingNote, wide: Fitting): BriefingNote {
  const { source, details } = note;
  return {
    ...note,
    title: withSignsKept(breakable(inOneLine(note.title), 'wide')),
    tags: note.tags.map(inOneLine),
    source: {
      ...source,
      agency: breakable(inOneLine(source.agency), 'narrow'),
      place: breakable(inOneLine(source.place), 'narrow'),
      author: breakable(inOneLine(source.author), 'narrow'),
      addressShown: breakable(source.addressShown, 'wide'),
      citation: fittedInlines(source.citation, wide),
    },
    details: {
      ...details,
      reference: breakable(inOneLine(details.reference), 'narrow'),
      to: breakable(details.to, 'narrow'),
      from: breakable(details.from, 'narrow'),
      by: breakable(inOneLine(details.by), 'narrow'),
      purpose: withSignsKept(breakable(details.purpose, 'wide')),
    },
    presentation: withSignsKept(breakable(note.presentation, 'wide')),
    blocks: fittedBlocks(note.blocks, wide),
    annotations: note.annotations.map((annotation) => fittedAnnotation(annotation, wide)),
    figures: note.figures.map((each) => ({
      ...each,
      figure: withSignsKept(breakable(each.figure, 'cell')),
      there: each.there.map((words) => withSignsKept(breakable(words, 'cell'))),
    })),
  };
}

const fittedAnnotation = (annotation: BriefingAnnotation, wide: Fitting): BriefingAnnotation => ({
  ...annotation,
  quote: breakable(annotation.quote, 'narrow'),
  original: breakable(annotation.original, 'narrow'),
  comment: fittedBlocks(annotation.comment, { ...wide, strictness: 'narrow' }),
  beginning: withSignsKept(breakable(annotation.beginning, 'narrow')),
  author: breakable(annotation.author, 'narrow'),
  who: breakable(annotation.who, 'cell'),
  by: breakable(annotation.by, 'cell'),
  replies: annotation.replies.map((reply) => ({
    ...reply,
    comment: fittedBlocks(reply.comment, { ...wide, strictness: 'narrow' }),
    author: breakable(reply.author, 'narrow'),
  })),
});
