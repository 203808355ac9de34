import type { Warning } from '../../core/result';
import type { Note } from '../../core/schema';
import type { Draft } from './draft';

/** What a file holds, read as far as its bytes say. */
export interface Content {
  readonly text: string;
  /** The same as JSON; undefined where it is none. */
  readonly json: unknown;
  /** For annotations that do not say when they were made, ISO 8601. */
  readonly now: string;
}

export interface Drafts {
  /** In their order; each is made when it is asked for, so that of too many only some are. */
  readonly drafts: Iterable<Draft>;
  /** Parts of the file that are no annotation. */
  readonly unread: number;
  /** What else a person should know of the file. */
  readonly warnings?: readonly Warning[];
}

/** A kind of file that annotations come in, or go to. */
export interface AnnotationFormat {
  /** With the dot, in lower case; the first is the one for writing. */
  readonly extensions: readonly [string, ...string[]];
  /** Null: the file is of another kind. */
  readonly read: (content: Content) => Drafts | null;
  readonly write?: (note: Note) => Uint8Array;
}
