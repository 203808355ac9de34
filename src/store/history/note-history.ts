import { setImmediate as setImmediateOf } from 'node:timers';
import { setImmediate } from 'node:timers/promises';
import { noteAs1 } from '../../core/migrations/note-from-1';
import { noteAs2 } from '../../core/migrations/note-from-2';
import { readVersioned } from '../../core/migrations/read';
import type { Change } from '../../core/operation';
import type { VersionsPort } from '../../core/ports';
import { fail, type Notice, ok, type Result } from '../../core/result';
import { type Note, noteSchema } from '../../core/schema';
import { type ChainEnd, nextLine, type VersionHead } from '../../core/versions/chain';
import type { NoteData } from '../../core/versions/data';
import { type Gone, written } from '../../core/versions/line';
import { type Log, readLog, Versions } from '../../core/versions/log';
import type { Version, VersionCause } from '../../core/versions/version';
import { libraryFailure, readFailure, systemCode } from '../failures';
import { createIds } from '../ids';
import { forEachParallel } from '../parallel';
import type { LogEnd } from './log-end';
import { type Appended, LogFiles } from './log-files';
import { sumOf } from './sum';

/** How many logs are written before everything else has its turn: some milliseconds. */
const IN_ONE_GO = 50;
/** How many logs are deleted side by side. */
const WIDTH = 16;

export interface NoteHistoryParts {
  /** Of the logs. */
  readonly folder: string;
  /** Epoch, in ms. */
  readonly clock: () => number;
  /** The note as it is now; null: it cannot be read. */
  readonly current: (id: string) => Promise<Note | null>;
  /** Whether the note has a file, though it may be one that cannot be read. @throws the system's error where that cannot be said */
  readonly hasFile: (id: string) => Promise<boolean>;
  /** Hears of it once where versions cannot be kept. */
  readonly tell: (notice: Notice) => void;
}

/** The versions of the notes: a log for each (docs/note-format.md). */
export class NoteHistory implements VersionsPort {
  readonly logs: LogFiles;
  readonly #clock: () => number;
  readonly #current: NoteHistoryParts['current'];
  readonly #hasFile: NoteHistoryParts['hasFile'];
  readonly #tell: NoteHistoryParts['tell'];
  readonly #newId: () => string;
  readonly #deleted = new Set<string>();
  readonly #soon: [Change, VersionCause][] = [];
  #hasFailed = false;

  constructor({ folder, clock, current, hasFile, tell }: NoteHistoryParts) {
    this.logs = new LogFiles(folder);
    this.#clock = clock;
    this.#current = current;
    this.#hasFile = hasFile;
    this.#tell = tell;
    this.#newId = createIds(clock);
  }

  /**
   * Keeps what was just saved, and what was there before where the log does not have it. That it cannot be kept never makes a
   * save fail.
   */
  async record(changes: readonly Change[], by: VersionCause): Promise<void> {
    this.recordNow();
    for (const [index, change] of changes.entries()) {
      if (index % IN_ONE_GO === 0) await setImmediate();
      this.#recordOrTell(change, by);
    }
  }

  /**
   * The same for one note, once whoever waits for the save has heard of it: until then its file is what the version would say, and
   * whoever saves it next keeps what it was before. Everything that asks for versions has them written first.
   */
  recordSoon(change: Change, by: VersionCause): void {
    if (this.#soon.length === 0) setImmediateOf(() => this.recordNow());
    this.#soon.push([change, by]);
  }

  /** Keeps now what is to be kept soon. */
  recordNow(): void {
    for (const [change, by] of this.#soon.splice(0)) this.#recordOrTell(change, by);
  }

  /** Writes the first version of a note that has no history yet. @throws the system's error */
  begin(note: Note): void {
    this.recordNow();
    const head = this.#head('found', note, note.updated);
    this.logs.append(note.id, (end) => {
      const lines = new Lines(end);
      if (end.size === 0) lines.add(head, note, null);
      return lines.appended;
    });
  }

  async list(id: string): Promise<Result<Version[]>> {
    const log = await this.#read(id);
    if (!log.ok) return log;
    const note = await this.#current(id);
    const versions = new Versions(log.value, sumOf);
    const there = log.value.versions
      .map(({ line }) => line)
      .filter(({ version }) => versions.isThere(version));
    const isNow = there.findLast(({ sum, beside }) => note && isSumOf(sum, note) && !beside)?.version;
    return ok(
      there.reverse().map(({ version, at, by, beside = false }) => ({
        version,
        at,
        by,
        label: log.value.labels.get(version) ?? null,
        isBeside: beside,
        isNow: version === isNow,
      })),
    );
  }

  async read(id: string, version: string): Promise<Result<Note>> {
    const log = await this.#read(id);
    if (!log.ok) return log;
    if (!log.value.versions.some(({ line }) => line.version === version)) return fail('version-not-found');
    const note = noteOf(new Versions(log.value, sumOf).note(version));
    return note ? ok(note) : fail('version-damaged');
  }

  async label(id: string, version: string, label: string): Promise<Result<void>> {
    const log = await this.#read(id);
    if (!log.ok) return log;
    if (log.value.isNewer) return fail('file-newer-version', { file: `${id}.jsonl` });
    if (!log.value.versions.some(({ line }) => line.version === version)) return fail('version-not-found');
    return this.#durably(id, () => ({ text: written({ label, of: version }) }));
  }

  async keep(note: Note, by: VersionCause): Promise<Result<string>> {
    const head: VersionHead = { ...this.#head(by, note), beside: true };
    const kept = await this.#durably(note.id, () => ({ text: nextLine(head, note, null).text }));
    return kept.ok ? ok(head.version) : kept;
  }

  /** The last version that the note once was and that is whole. */
  async newest(id: string): Promise<{ note: Note; at: string } | null> {
    const log = await this.#read(id);
    // What was deleted is not brought back by whatever appears in its place.
    if (!log.ok || log.value.gone !== null) return null;
    const versions = new Versions(log.value, sumOf);
    for (const { line } of [...log.value.versions].reverse()) {
      if (line.beside) continue;
      const note = noteOf(versions.note(line.version));
      if (note?.id === id) return { note, at: line.at };
    }
    return null;
  }

  /** Whether a note was deleted in this session, so that undo may bring it back. */
  hasDeleted(id: string): boolean {
    this.recordNow();
    return this.#deleted.has(id);
  }

  /** Brings to the disk what waits. What was deleted for ever cannot be brought back from now on, so its history goes too. */
  async close(): Promise<void> {
    this.recordNow();
    await this.logs.close();
    await forEachParallel([...this.#deleted], WIDTH, async (id) => {
      try {
        if (!(await this.#hasFile(id))) await this.logs.remove(id);
      } catch (error) {
        ifOurs(error);
      }
    });
  }

  #recordOrTell(change: Change, by: VersionCause): void {
    try {
      this.#record(change, by);
    } catch (error) {
      if (systemCode(error) === null) throw error;
      if (this.#hasFailed) return;
      this.#hasFailed = true;
      this.#tell({ level: 'error', what: fail('history-not-kept').error });
    }
  }

  #record({ id, before, after }: Change, by: VersionCause): void {
    const found = before && this.#head('found', before, before.updated);
    const now = new Date(this.#clock()).toISOString();
    const made = after && this.#head(by, after, now);
    if (after) this.#deleted.delete(id);
    else this.#deleted.add(id);
    this.logs.append(id, (end) => {
      const lines = new Lines(end);
      if (before && found && !isSumOf(end.sum, before)) lines.add(found, before, null);
      if (made && lines.sum !== made.sum) lines.add(made, after, before);
      if (!after) lines.addGone({ gone: now, by });
      return lines.appended;
    });
  }

  #head(by: VersionCause, note: Note, at = new Date(this.#clock()).toISOString()): VersionHead {
    return { version: this.#newId(), at, by, sum: sumOf(note) };
  }

  async #read(id: string): Promise<Result<Log>> {
    this.recordNow();
    try {
      const read = await this.logs.read(id);
      return ok(readLog(read?.lines.map((line) => line.toString('utf8')) ?? []));
    } catch (error) {
      return readFailure(error, this.logs.fileOf(id));
    }
  }

  /** What the person asked to be kept is on the disk before they hear that it is. */
  async #durably(id: string, compose: (end: LogEnd) => Appended): Promise<Result<void>> {
    this.recordNow();
    try {
      this.logs.append(id, compose);
      await this.logs.sync(id);
      return ok();
    } catch (error) {
      return libraryFailure(error);
    }
  }
}

/** The lines that come to the end of a log. */
class Lines {
  sum: string | null;
  #chain: ChainEnd | null;
  #text = '';

  constructor({ sum, chain }: LogEnd) {
    this.sum = sum;
    this.#chain = chain;
  }

  get appended(): Appended | null {
    return this.#text === '' ? null : { text: this.#text, sum: this.sum, chain: this.#chain };
  }

  /** @param last the note as the chain's end has it; null: not at hand */
  add(head: VersionHead, note: NoteData, last: NoteData | null): void {
    const end = last && sumOf(last) === this.sum ? this.#chain : null;
    const next = nextLine(head, note, end && last ? { end, note: last } : null);
    this.#text += next.text;
    this.#chain = next.end;
    this.sum = head.sum;
  }

  addGone(gone: Gone): void {
    this.#text += written(gone);
    this.sum = null;
  }
}

/** Whether a version with this sum says what the note says, also if it was written in an earlier shape of notes. */
function isSumOf(sum: string | null, note: Note): boolean {
  if (sum === null || sum === sumOf(note)) return sum !== null;
  const first = noteAs1(note);
  return sum === sumOf(noteAs2(note)) || (first !== null && sum === sumOf(first));
}

/** A version as a note of today. */
function noteOf(data: NoteData | null): Note | null {
  if (!data) return null;
  const read = readVersioned('note', noteSchema, data);
  return read.is === 'read' ? read.value : null;
}

/** What the system does not let be deleted now is deleted by the next round. */
function ifOurs(error: unknown): void {
  if (systemCode(error) === null) throw error;
}
