import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../core/operation';
import type { Stamp } from './durable';
import { isAsKnown, type KnownNotes } from './known-notes';
import type { NoteFiles } from './note-files';

/** A file is not as the change that is to be written took it to be. */
export class Conflict extends Error {
  constructor(
    readonly code: 'note-exists' | 'note-changed-outside',
    readonly note: string,
  ) {
    super(code);
  }
}

/**
 * A note that another program changed or made is not overwritten: a file has to be as it was when the change was made of it.
 * @param found the notes that were found to be otherwise since then
 * @returns its file as it is; null: there is none
 * @throws Conflict, or the system's error
 */
export async function refuseConflict(
  files: NoteFiles,
  known: KnownNotes,
  { id, before }: Change,
  found: ReadonlySet<string>,
): Promise<Stamp | null> {
  const entry = known.get(id);
  const stamp = files.stampNow(id);
  if (before === null) {
    if (stamp !== null) throw new Conflict('note-exists', id);
    return null;
  }
  if (isAsKnown(stamp, entry) && !found.has(id)) return stamp;
  // Nothing can be said of a note whose folder is gone.
  if (stamp === null) await files.needFolder();
  const stored = await files.read(id);
  // Some programs write what was there before, and some disks round times.
  if (!stored.ok || !isDeepStrictEqual(stored.value.note, before))
    throw new Conflict('note-changed-outside', id);
  return stored.value.stamp;
}
