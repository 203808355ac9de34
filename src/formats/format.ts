import type { Result, Warning } from '../core/result';
import type { Note } from '../core/schema';

/** What reading a file needs from outside, so that the same file gives the same note. */
export interface ReadContext {
  /** The file's name without its folder. */
  readonly name: string;
  /** ISO 8601. */
  readonly now: string;
  readonly newId: () => string;
  /** What opens a protected file; none: nothing was given. */
  readonly password?: string;
}

export interface Imported {
  readonly note: Note;
  readonly warnings: readonly Warning[];
  /** The text with the repeated paragraphs that were left out of the note; null: none were. */
  readonly withRepeats: string | null;
}

/** A kind of file, in one or both directions. */
export interface Format {
  /** With the dot, in lower case; the first is the one for writing. */
  readonly extensions: readonly [string, ...string[]];
  /** A file may hold several notes, or one. */
  readonly read?: (bytes: Uint8Array, context: ReadContext) => Promise<Result<readonly Imported[]>>;
  readonly write?: (note: Note) => Promise<Uint8Array>;
}
