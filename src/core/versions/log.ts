import { HISTORY_SCHEMA } from '../vocabulary';
import { changed } from './change';
import type { NoteData } from './data';
import { type Gone, isVersion, readLine, type VersionLine } from './line';

/** A note's log as it was read. */
export interface Log {
  /** Whose it is, as its first line says. */
  readonly note: string | null;
  /** Every version that can be read, in the order they were written; each once. */
  readonly versions: readonly LoggedVersion[];
  /** What the person called a version, by its id. */
  readonly labels: ReadonlyMap<string, string>;
  /** Since when the note is gone, as far as the log knows; null: it is there. */
  readonly gone: Gone | null;
  /** Numbers of the lines that cannot be read. Nothing is known of them, so they are kept as they are. */
  readonly damaged: readonly number[];
  /** A newer version of the app wrote it: what its lines mean is not known here. */
  readonly isNewer: boolean;
}

export interface LoggedVersion {
  readonly line: VersionLine;
  /** Its number in the log. */
  readonly at: number;
}

/** Reads the lines of a log. One that is torn or damaged is passed over; those after it are as good as if it were not there. */
export function readLog(lines: readonly string[]): Log {
  const versions = new Map<string, LoggedVersion>();
  const labels = new Map<string, string>();
  const damaged: number[] = [];
  let gone: Gone | null = null;
  let isNewer = false;
  let note: string | null = null;
  for (const [at, text] of lines.entries()) {
    if (text === '') continue;
    const line = readLine(text);
    if (line === null) damaged.push(at);
    else if (isVersion(line)) {
      // Two processes may have brought one line over to a log that was written anew.
      if (versions.has(line.version)) continue;
      versions.set(line.version, { line, at });
      gone = null;
    } else if ('label' in line) {
      if (line.label === '') labels.delete(line.of);
      else labels.set(line.of, line.label);
    } else if ('gone' in line) gone = line;
    else {
      note = line.history;
      isNewer ||= line.schema > HISTORY_SCHEMA;
    }
  }
  return { note, versions: [...versions.values()], labels, gone, damaged, isNewer };
}

/** Puts versions together. */
export class Versions {
  readonly #lines: ReadonlyMap<string, VersionLine>;
  readonly #sumOf: (note: NoteData) => string;
  /** The version that was asked for last: the next one is often made of it. */
  #last: { readonly id: string; readonly note: NoteData } | null = null;

  /** @param sumOf the content hash that stands in the lines */
  constructor(log: Log, sumOf: (note: NoteData) => string) {
    this.#lines = new Map(log.versions.map(({ line }) => [line.version, line]));
    this.#sumOf = sumOf;
  }

  /** @returns null where the version, or one that it is made of, is damaged */
  note(id: string): NoteData | null {
    const steps: VersionLine[] = [];
    const seen = new Set<string>();
    let note: NoteData | null = null;
    for (let next = this.#lines.get(id); ; ) {
      if (!next || seen.has(next.version)) return null;
      seen.add(next.version);
      if (this.#last?.id === next.version) {
        note = this.#last.note;
        break;
      }
      steps.push(next);
      if ('note' in next) break;
      next = this.#lines.get(next.from);
    }
    for (const step of steps.reverse()) {
      if ('note' in step) note = step.note;
      else if (note) note = changed(note, step.change);
      if (!note) return null;
    }
    const line = this.#lines.get(id);
    if (!note || !line || this.#sumOf(note) !== line.sum) return null;
    this.#last = { id, note };
    return note;
  }

  /** Whether a version's parts are all there; only putting it together tells whether they are right. */
  isThere(id: string): boolean {
    const seen = new Set<string>();
    for (let line = this.#lines.get(id); line && !seen.has(line.version); ) {
      if ('note' in line) return true;
      seen.add(line.version);
      line = this.#lines.get(line.from);
    }
    return false;
  }
}
