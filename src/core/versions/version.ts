import type { Diff } from '../operation';

/**
 * By what a note became as a version holds it: an operation, its undo or redo; `outside`: another program wrote it; `found`: the
 * note was so before its history began; `merge`: both, put together; `conflict`: it never was so, it is what could not be merged;
 * `repair`: the library was mended.
 */
export type VersionCause =
  | Diff['operation']
  | 'undo'
  | 'redo'
  | 'outside'
  | 'found'
  | 'merge'
  | 'conflict'
  | 'repair';

/** A note as it was at one moment. */
export interface Version {
  /** Its id (`idSchema`). */
  readonly version: string;
  /** ISO 8601. */
  readonly at: string;
  /** A `VersionCause`, or one of a newer app. */
  readonly by: string;
  /** What the person called it; null: it has no name. */
  readonly label: string | null;
  /** The note never was so: it is what could not be merged. */
  readonly isBeside: boolean;
  /** The note is so now. */
  readonly isNow: boolean;
}
