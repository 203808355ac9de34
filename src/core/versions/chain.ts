import { changeBetween } from './change';
import type { NoteData } from './data';
import { type VersionLine, written } from './line';

/** The head of a version's line. */
export type VersionHead = Pick<VersionLine, 'version' | 'at' | 'by' | 'sum' | 'beside'>;

/** The end of a log, as far as the next line depends on it. */
export interface ChainEnd {
  /** The version that the next change starts from. */
  readonly version: string;
  /** Length of the last whole version's line, and of all changes since. */
  readonly whole: number;
  readonly since: number;
}

/**
 * The line of a log's next version: the change that makes it of the last one, as long as the changes since the last whole version
 * are together smaller than that, else whole.
 * @param last where the log ends, and that version's note; null: not known
 */
export function nextLine(
  { version, at, by, sum, beside }: VersionHead,
  note: NoteData,
  last: { readonly end: ChainEnd; readonly note: NoteData } | null,
): { text: string; end: ChainEnd } {
  const head = { version, at, by, sum, ...(beside && { beside }) };
  if (last) {
    const change = changeBetween(last.note, note);
    const text = written({ ...head, from: last.end.version, change });
    const since = last.end.since + text.length;
    if (since < last.end.whole) return { text, end: { version, whole: last.end.whole, since } };
  }
  const text = written({ ...head, note });
  return { text, end: { version, whole: text.length, since: 0 } };
}
