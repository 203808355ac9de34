import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a test says of a note; everything else has its usual value. */
export interface NoteParts {
  readonly title: string;
  readonly tags?: readonly string[];
  readonly day?: string;
  readonly sourceDate?: string;
  readonly pinned?: boolean;
  readonly trashed?: string;
}

const WORDS =
  'The parties agreed to expand their cooperation in industry and in transport. Exports of machines rose by a fifth in the first quarter, imports of timber fell, and the talks go on in spring.';

/** Writes a library as docs/note-format.md has it. @returns the ids of its notes */
export function writeLibrary(folder: string, notes: readonly NoteParts[]): string[] {
  mkdirSync(path.join(folder, 'notes'), { recursive: true });
  writeFileSync(path.join(folder, 'library.json'), '{"schema":1,"created":"2026-01-01T00:00:00.000Z"}\n');
  return notes.map(({ title, tags = [], day, sourceDate, pinned = false, trashed = null }, index) => {
    const id = `0note${String(index).padStart(6, '0')}`;
    const moment = `${day ?? '2026-01-01'}T08:00:00.000Z`;
    const note = {
      ...{ schema: 1, id, title, text: WORDS, language: 'en', details: {}, annotations: [] },
      source: { agency: 'BelTA', place: 'Minsk', ...(sourceDate !== undefined && { date: sourceDate }) },
      ...{ tags, created: moment, updated: moment, pinned, archived: false, trashed },
    };
    writeFileSync(path.join(folder, 'notes', `${id}.json`), JSON.stringify(note));
    return id;
  });
}
