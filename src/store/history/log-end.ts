import { readSync } from 'node:fs';
import type { ChainEnd } from '../../core/versions/chain';
import { isVersion, readLine } from '../../core/versions/line';
import { HISTORY_SCHEMA } from '../../core/vocabulary';

/** The first look at the end of a log takes so much; a longer line needs another, in bytes. */
const FIRST_LOOK = 16 * 1024;
/** More than a log's first line takes, in bytes. */
const HEAD = 300;
const LINE_FEED = 10;

/** What has to be known of a log to write its next line. */
export interface LogEnd {
  /** Which file it is, and how long it was: where these are others, somebody else wrote to it. */
  readonly file: number;
  readonly size: number;
  /** Content of the note as it was last; null: not known, or it was gone. */
  readonly sum: string | null;
  /** What the next change starts from: a version that this process wrote, with that content; null: the next one is written whole. */
  readonly chain: ChainEnd | null;
  /** A line was torn there: the next one begins on a new line. */
  readonly isTorn: boolean;
  /** A newer version of the app wrote it, so nothing is written to it here. */
  readonly isNewer: boolean;
}

/**
 * Looks at the end of a log that somebody else, or an earlier session, wrote.
 * @param opened descriptor of the log
 * @param file which file that is
 */
export function readEnd(opened: number, file: number, size: number): LogEnd {
  const none = { file, size, sum: null, chain: null, isTorn: false, isNewer: false };
  if (size === 0) return none;
  const [first] = part(opened, 0, Math.min(HEAD, size)).toString('utf8').split('\n');
  const head = readLine(first ?? '');
  const isNewer = head !== null && 'schema' in head && head.schema > HISTORY_SCHEMA;
  for (let length = FIRST_LOOK; ; length *= 4) {
    const from = Math.max(0, size - length);
    const bytes = part(opened, from, size);
    const newest = newestState(bytes.toString('utf8'), from === 0);
    if (newest || from === 0)
      return { ...none, sum: newest?.sum ?? null, isTorn: bytes.at(-1) !== LINE_FEED, isNewer };
  }
}

/**
 * What the end of a log says that the note was last; null: nothing.
 * @param isWhole false where the text begins in the midst of a line
 */
function newestState(text: string, isWhole: boolean): Pick<LogEnd, 'sum'> | null {
  const lines = text.split('\n').slice(isWhole ? 0 : 1);
  for (const text of lines.reverse()) {
    const line = text === '' ? null : readLine(text);
    if (line && isVersion(line) && !line.beside) return line;
    if (line && 'gone' in line) return { sum: null };
  }
  return null;
}

function part(opened: number, from: number, to: number): Buffer {
  const buffer = Buffer.alloc(to - from);
  return buffer.subarray(0, readSync(opened, buffer, 0, buffer.length, from));
}
