import path from 'node:path';
import { Low } from 'lowdb';
import type { NoteSummary } from '../core/schema';
import { type Stamp, syncFolder } from './durable';
import { JsonFile } from './json-file';

const INDEX_SCHEMA = 1;

/** What the index knows of one note. */
export interface Entry {
  readonly summary: NoteSummary;
  /** Of the note's file when the summary was made from it. */
  readonly size: number;
  readonly mtime: number;
}

interface IndexData {
  readonly schema: number;
  readonly notes: readonly Entry[];
}

/** `index.json`: the summaries of all notes. It is derived: whatever is wrong with it, it is made anew from the notes. */
export class IndexFile {
  readonly #file: string;
  readonly #low: Low<IndexData>;

  constructor(folder: string) {
    this.#file = path.join(folder, 'index.json');
    this.#low = new Low<IndexData>(new JsonFile(this.#file, printedByLine), { schema: 0, notes: [] });
  }

  /** @returns null where it is missing, damaged or of another version */
  async read(): Promise<Map<string, Entry> | null> {
    try {
      await this.#low.read();
    } catch {
      return null;
    }
    const { data } = this.#low;
    // Held only while it is read and written.
    this.#low.data = { schema: 0, notes: [] };
    if (data.schema !== INDEX_SCHEMA || !Array.isArray(data.notes)) return null;
    const entries = new Map<string, Entry>();
    for (const entry of data.notes as readonly unknown[]) {
      if (!isEntry(entry)) return null;
      entries.set(entry.summary.id, entry);
    }
    return entries;
  }

  async write(entries: Iterable<Entry>): Promise<void> {
    this.#low.data = { schema: INDEX_SCHEMA, notes: [...entries] };
    await this.#low.write();
    this.#low.data = { schema: 0, notes: [] };
    await syncFolder(path.dirname(this.#file));
  }
}

/** One note a line: a person can read it, and it is written in a third of the time. */
const printedByLine = ({ schema, notes }: IndexData): string =>
  `{"schema":${schema},"notes":[\n${notes.map((entry) => JSON.stringify(entry)).join(',\n')}\n]}\n`;

const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isNumber = (value: unknown): value is number => typeof value === 'number';

/** By hand: zod takes ten times as long, and this is done for every note at every start. */
function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { summary, size, mtime } = value as Partial<Entry & Stamp>;
  if (!isNumber(size) || !isNumber(mtime) || typeof summary !== 'object' || summary === null) return false;
  const { id, title, excerpt, source, tags, annotations, created, updated, pinned, archived, trashed } =
    summary as Partial<NoteSummary>;
  return (
    isText(id) &&
    isText(title) &&
    isText(excerpt) &&
    typeof source === 'object' &&
    source !== null &&
    Object.values(source).every(isText) &&
    Array.isArray(tags) &&
    tags.every(isText) &&
    isNumber(annotations) &&
    isText(created) &&
    isText(updated) &&
    isFlag(pinned) &&
    isFlag(archived) &&
    (trashed === null || isText(trashed))
  );
}
