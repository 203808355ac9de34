import { HISTORY_SCHEMA } from '../vocabulary';
import { type ChainEnd, nextLine } from './chain';
import type { NoteData } from './data';
import { written } from './line';
import type { Log, Versions } from './log';

/** A line of a log that is written anew: one of the old lines by its number, as it was, or a new one. */
export type Rewritten = number | string;

/**
 * A log without the versions that are not kept. Each is the change of the one kept before it, or whole where that takes as much.
 * What is damaged stands where it stood, as it was.
 * @param kept ids of the versions that stay
 */
export function* rewritten(log: Log, versions: Versions, kept: ReadonlySet<string>): Iterable<Rewritten> {
  if (log.note !== null) yield written({ schema: HISTORY_SCHEMA, history: log.note });
  let last: { end: ChainEnd; note: NoteData } | null = null;
  const damaged = [...log.damaged];
  for (const { line, at } of log.versions) {
    for (; (damaged[0] ?? at) < at; damaged.shift()) yield damaged[0] ?? at;
    const note = versions.note(line.version);
    if (note === null) yield at;
    else if (kept.has(line.version)) {
      const next: ReturnType<typeof nextLine> = nextLine(line, note, last);
      last = { end: next.end, note };
      yield next.text;
    }
  }
  yield* damaged;
  for (const [of, label] of log.labels) yield written({ label, of });
  if (log.gone !== null) yield written(log.gone);
}
