import { plainText } from './markdown';
import type { Note, NoteSummary } from './schema';
import { NOTE_SCHEMA } from './vocabulary';

/** More than a row of the list shows; the index of a library holds as many for each note. In UTF-16 code units. */
const EXCERPT = 140;

/** What a new note is made from; everything else has its empty value. */
export type NoteParts = Partial<Omit<Note, 'schema' | 'id' | 'created' | 'updated'>>;

/**
 * A note with the given parts.
 * @param id a new id (`idSchema`)
 * @param at the moment it is made, ISO 8601
 */
export function newNote(id: string, at: string, parts: NoteParts = {}): Note {
  return {
    schema: NOTE_SCHEMA,
    id,
    title: '',
    text: '',
    language: 'en',
    source: {},
    details: {},
    tags: [],
    annotations: [],
    created: at,
    updated: at,
    pinned: false,
    archived: false,
    trashed: null,
    ...parts,
  };
}

/** A note is never changed, so its summary is made once: reading the beginning of its Markdown takes longer than all else of it. */
const summaries = new WeakMap<Note, NoteSummary>();

/** What the list shows of a note. */
export function summarise(note: Note): NoteSummary {
  const known = summaries.get(note);
  if (known) return known;
  const made = summaryOf(note);
  summaries.set(note, made);
  return made;
}

function summaryOf(note: Note): NoteSummary {
  const { agency, place, date } = note.source;
  return {
    id: note.id,
    title: note.title,
    excerpt: excerptOf(note.text),
    source: { ...(agency && { agency }), ...(place && { place }), ...(date && { date }) },
    tags: note.tags,
    annotations: note.annotations.length,
    created: note.created,
    updated: note.updated,
    pinned: note.pinned,
    archived: note.archived,
    trashed: note.trashed,
  };
}

function excerptOf(text: string): string {
  // The first words are enough, and a note may be long.
  const words = plainText(text.slice(0, EXCERPT * 6).trimEnd())
    .slice(0, EXCERPT * 3)
    .replace(/\s+/g, ' ')
    .trim();
  return words.slice(0, EXCERPT).toWellFormed();
}
