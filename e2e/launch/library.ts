import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { plainText } from '../../src/core/markdown';
import type { AnchorState, Kind } from '../../src/core/vocabulary';

/** What a test says of a note; everything else has its usual value. */
export interface NoteParts {
  readonly title: string;
  readonly tags?: readonly string[];
  readonly day?: string;
  readonly sourceDate?: string;
  readonly pinned?: boolean;
  readonly trashed?: string;
  readonly text?: string;
  readonly annotations?: readonly PassageParts[];
}

/** An annotation of a note. */
export interface PassageParts {
  readonly start: number;
  readonly end: number;
  readonly comment: string;
  /** Left out: a question. */
  readonly kind?: Kind;
  /** Left out: it stands at its passage. */
  readonly state?: AnchorState;
  /** The words as they were annotated, if they are others now. */
  readonly quoted?: string;
  /** Its selectors hold nothing but its words: of places with the same words none is nearer. */
  readonly bare?: boolean;
}

const WORDS =
  'The parties agreed to expand their cooperation in industry and in transport. Exports of machines rose by a fifth in the first quarter, imports of timber fell, and the talks go on in spring.';

/** @param text the note's plain text */
function annotationOf(text: string, parts: PassageParts, index: number) {
  const { start, end, comment, kind = 'question', state = 'exact', quoted, bare = false } = parts;
  const moment = '2026-01-01T08:00:00.000Z';
  const position = { type: 'TextPositionSelector', start, end };
  const [prefix, suffix] = bare
    ? ['', '']
    : [text.slice(Math.max(0, start - 32), start), text.slice(end, end + 32)];
  const quote = { type: 'TextQuoteSelector', exact: text.slice(start, end), prefix, suffix };
  return {
    ...{ id: `0annotation${String(index).padStart(6, '0')}`, kind, target: [position, quote] },
    ...(quoted !== undefined && { quoted }),
    ...{ state, comment, author: '', created: moment, updated: moment, resolved: null },
  };
}

function annotationsOf(markdown: string, parts: readonly PassageParts[]) {
  if (parts.length === 0) return [];
  const text = plainText(markdown);
  return parts.map((each, index) => annotationOf(text, each, index));
}

/** Writes a library as docs/note-format.md has it. @returns the ids of its notes */
export function writeLibrary(folder: string, notes: readonly NoteParts[]): string[] {
  mkdirSync(path.join(folder, 'notes'), { recursive: true });
  writeFileSync(path.join(folder, 'library.json'), '{"schema":1,"created":"2026-01-01T00:00:00.000Z"}\n');
  return notes.map((parts, index) => {
    const { title, tags = [], day, sourceDate, pinned = false, trashed = null, text = WORDS } = parts;
    const id = `0note${String(index).padStart(6, '0')}`;
    const moment = `${day ?? '2026-01-01'}T08:00:00.000Z`;
    const note = {
      ...{ schema: 1, id, title, text, language: 'en', details: {} },
      annotations: annotationsOf(text, parts.annotations ?? []),
      source: { agency: 'BelTA', place: 'Minsk', ...(sourceDate !== undefined && { date: sourceDate }) },
      ...{ tags, created: moment, updated: moment, pinned, archived: false, trashed },
    };
    writeFileSync(path.join(folder, 'notes', `${id}.json`), JSON.stringify(note));
    return id;
  });
}
