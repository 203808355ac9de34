import { fileNameFor } from '../core/file-name';
import { operate } from '../core/library';
import type { Operation } from '../core/operation';
import { ok, type Result } from '../core/result';
import type { Note } from '../core/schema';
import { writeNote } from '../formats/registry';
import type { Ports } from './ports';

/**
 * Saves a note as Markdown at a place that the person chooses.
 * @param operations what was typed in it and is not in the library; one that no longer fits is left out
 * @returns the file's name; null: the dialog was closed
 */
export async function saveCopy(
  ports: Ports,
  note: Note,
  operations: readonly Operation[],
): Promise<Result<{ file: string } | null>> {
  const { now, newId, dialogs, files } = ports;
  const { author } = await ports.library.settings();
  let copy = note;
  for (const operation of operations) {
    const diff = operate(new Map([[copy.id, copy]]), operation, {
      ...{ at: now(), author, newId },
      copyTitle: (title) => title,
    });
    copy = (diff.ok && diff.value.changes.find(({ id }) => id === note.id)?.after) || copy;
  }
  const written = await writeNote(copy, 'md');
  if (!written.ok) return written;
  const path = await dialogs.chooseSave(fileNameFor(copy.title, 'md'), 'md');
  if (path === null) return ok(null);
  const saved = await files.write(path, written.value.value);
  return saved.ok ? ok({ file: files.nameOf(path) }) : saved;
}
