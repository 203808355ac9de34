import { appendFileSync, closeSync, fstatSync, mkdirSync, openSync, statSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { idSchema } from '../../core/schema';
import { written } from '../../core/versions/line';
import { HISTORY_SCHEMA } from '../../core/vocabulary';
import { systemCode } from '../failures';
import { LazySync } from './lazy-sync';
import { type LogEnd, readEnd } from './log-end';

const ENDING = '.jsonl';
const LINE_FEED = 10;
/** So often a line is written again where a new file takes the log's place at the same moment. */
const TRIES = 5;

/** What is to be written at the end of a log, and what is then known of that. */
export interface Appended extends Partial<Pick<LogEnd, 'sum' | 'chain'>> {
  readonly text: string;
}

/** A log as it stands on the disk. */
export interface ReadLines {
  /** Without their line feeds. */
  readonly lines: readonly Buffer[];
  readonly bytes: number;
}

/**
 * The files of the logs: `ID.jsonl` in a folder of their own. They only grow, but for the moment when one is put in another's
 * place without what is no longer kept. Whoever writes a line looks afterwards whether its file still has that name, and else
 * writes it again; whoever puts a file in another's place takes over what was written to that one meanwhile.
 */
export class LogFiles {
  readonly folder: string;
  readonly #ends = new Map<string, LogEnd>();
  readonly #sync: LazySync;

  constructor(folder: string) {
    this.folder = folder;
    this.#sync = new LazySync(folder);
  }

  fileOf(id: string): string {
    return path.join(this.folder, `${id}${ENDING}`);
  }

  /** Ids of the notes that have a log. @throws the system's error */
  async ids(): Promise<string[]> {
    const names = await readdir(this.folder).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return [];
      throw error;
    });
    return names
      .filter((name) => name.endsWith(ENDING))
      .map((name) => name.slice(0, -ENDING.length))
      .filter((id) => idSchema.safeParse(id).success);
  }

  /** @returns null where there is none. @throws the system's error */
  async read(id: string): Promise<ReadLines | null> {
    try {
      const bytes = await readFile(this.fileOf(id));
      return { lines: linesOf(bytes), bytes: bytes.length };
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /**
   * Writes at the end of a log. Everything else waits meanwhile: it is a matter of microseconds, and of many times that for
   * whoever asks the system for each step and waits for its turn in between.
   * @param compose makes the lines from what is known of the end; null: there is nothing to write
   * @throws the system's error
   */
  append(id: string, compose: (end: LogEnd) => Appended | null): void {
    for (let tries = 1; tries <= TRIES; tries += 1) if (this.#append(id, compose)) return;
  }

  /** Has what was written to a log brought to the disk. @throws the system's error */
  async sync(id: string): Promise<void> {
    await this.#sync.now(this.fileOf(id));
  }

  async remove(id: string): Promise<void> {
    await rm(this.fileOf(id), { force: true });
  }

  async close(): Promise<void> {
    await this.#sync.close();
  }

  /** @returns false where another file took the log's place meanwhile */
  #append(id: string, compose: (end: LogEnd) => Appended | null): boolean {
    const file = this.fileOf(id);
    const opened = this.#open(file);
    try {
      const { ino, size } = fstatSync(opened);
      const known = this.#ends.get(id);
      const end = known?.file === ino && known.size === size ? known : readEnd(opened, ino, size);
      const next = end.isNewer ? null : compose(end);
      if (!next) return true;
      const before = size === 0 ? written({ schema: HISTORY_SCHEMA, history: id }) : end.isTorn ? '\n' : '';
      const bytes = Buffer.from(before + next.text);
      this.#ends.delete(id);
      // In one piece, so that no line of another process comes to stand in the midst of it.
      appendFileSync(opened, bytes);
      this.#sync.later(file, size === 0);
      const { sum = end.sum, chain = end.chain } = next;
      this.#ends.set(id, { ...end, size: size + bytes.length, isTorn: false, sum, chain });
      return statSync(file, { throwIfNoEntry: false })?.ino === ino;
    } finally {
      closeSync(opened);
    }
  }

  #open(file: string): number {
    try {
      return openSync(file, 'a+');
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error;
      try {
        // Only this one: a library that is gone is not made anew.
        mkdirSync(this.folder);
      } catch (failure) {
        if (systemCode(failure) !== 'EEXIST') throw failure;
      }
      return openSync(file, 'a+');
    }
  }
}

/** The lines of a log, as bytes: what is damaged may be no UTF-8. */
export function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, from);
    const to = found < 0 ? bytes.length : found;
    lines.push(bytes.subarray(from, to));
    from = to + 1;
  }
  return lines;
}
