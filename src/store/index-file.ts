import { closeSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Adapter, Low } from 'lowdb';
import { comparison, defaultOrder, pinnedFirst } from '../core/order';
import type { NoteSummary } from '../core/schema';
import { replaceFile, type Stamp, syncFolder } from './durable';

const INDEX_SCHEMA = 1;
const HEAD = `{"schema":${INDEX_SCHEMA},"notes":[`;
const END = ']}';
const LINE_FEED = 10;

/** How many lines are read or written before everything else has its turn: some milliseconds. */
const IN_ONE_GO = 250;
/** More than a line takes, in bytes: an excerpt of 140 letters, a title, a source and tags. */
const LINE = 1500;

/** As the list stands if nobody chose otherwise. Its language is that of titles, which do not matter here. */
const usual = pinnedFirst(comparison(defaultOrder, 'en'));

/** What the index knows of one note. */
export interface Entry {
  readonly summary: NoteSummary;
  /** Of the note's file when the summary was made from it. */
  readonly size: number;
  readonly mtime: number;
}

/**
 * `index.json`: the summaries of all notes, one a line, pinned notes first, then the last changed ones, so that its beginning is what a
 * window shows.
 * It is derived: whatever is wrong with it, it is made anew from the notes.
 */
export class IndexFile {
  readonly #file: string;
  readonly #low: Low<readonly Entry[]>;

  constructor(folder: string) {
    this.#file = path.join(folder, 'index.json');
    this.#low = new Low<readonly Entry[]>(new LinesFile(this.#file), []);
  }

  /**
   * The first notes of it, read without the rest.
   * @returns null where it is missing, damaged or of another version
   */
  newest(count: number): { summaries: NoteSummary[]; whole: boolean } | null {
    try {
      const [head, ...lines] = beginning(this.#file, count * LINE).split('\n');
      if (head !== HEAD) return null;
      const end = lines.indexOf(END);
      // What is cut off by the end of the portion is no whole line.
      const entries = lines
        .slice(0, end < 0 ? -1 : end)
        .slice(0, count)
        .map(entryOf);
      return { summaries: entries.map(({ summary }) => summary), whole: end === entries.length };
    } catch {
      return null;
    }
  }

  /** @returns null where it is missing, damaged or of another version */
  async read(): Promise<Map<string, Entry> | null> {
    try {
      await this.#low.read();
    } catch {
      return null;
    }
    const entries = new Map(this.#low.data.map((entry) => [entry.summary.id, entry]));
    // Held only while it is read and written.
    this.#low.data = [];
    return entries;
  }

  async write(entries: Iterable<Entry>): Promise<void> {
    this.#low.data = [...entries].sort((a, b) => usual(a.summary, b.summary));
    await this.#low.write();
    this.#low.data = [];
    await syncFolder(path.dirname(this.#file));
  }
}

/** The index as lowdb reads and writes it: as JSON, but line by line, so that ten thousand notes hold up nothing else. */
class LinesFile implements Adapter<readonly Entry[]> {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** @throws the system's error, or SyntaxError where it is not an index of this version */
  async read(): Promise<readonly Entry[]> {
    // What is no index may be of any size.
    if (!beginning(this.#file, HEAD.length + 1).startsWith(`${HEAD}\n`))
      throw new SyntaxError('not an index');
    const bytes = await readFile(this.#file);
    const entries: Entry[] = [];
    let at = 0;
    const line = (): string => {
      const end = bytes.indexOf(LINE_FEED, at);
      if (end < 0) throw new SyntaxError('the index is cut off');
      const text = bytes.toString('utf8', at, end);
      at = end + 1;
      return text;
    };
    if (line() !== HEAD) throw new SyntaxError('not an index');
    for (let next = line(); next !== END; next = line()) {
      entries.push(entryOf(next));
      if (entries.length % IN_ONE_GO === 0) await setImmediate();
    }
    return entries;
  }

  async write(entries: readonly Entry[]): Promise<void> {
    await replaceFile(this.#file, portionsOf(entries));
  }
}

async function* portionsOf(entries: readonly Entry[]): AsyncIterable<Uint8Array> {
  yield Buffer.from(HEAD);
  for (let from = 0; from < entries.length; from += IN_ONE_GO) {
    const lines = entries.slice(from, from + IN_ONE_GO).map((entry) => JSON.stringify(entry));
    yield Buffer.from((from === 0 ? '\n' : ',\n') + lines.join(',\n'));
    // The disk takes a portion in less time than it takes to be asked: whatever else waits has its turn.
    await setImmediate();
  }
  yield Buffer.from(`\n${END}\n`);
}

/** The first bytes of a file as text. */
function beginning(file: string, bytes: number): string {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(bytes);
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, bytes, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** @throws SyntaxError */
function entryOf(line: string): Entry {
  const entry: unknown = JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line);
  if (!isEntry(entry)) throw new SyntaxError('not an entry of the index');
  return entry;
}

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
