import { rebase } from '../core/merge/rebase';
import { newNote } from '../core/note';
import type { Operation } from '../core/operation';
import { fail, type Notice, ok, type Result } from '../core/result';
import type { Note } from '../core/schema';
import { t } from '../shared/text';

/** An edit that fits the note as it is now. */
export interface FittedEdit {
  readonly operation: Operation;
  /** What the person has to know once it is saved. */
  readonly notice: Notice | null;
}

/**
 * An edit that the window made of a note as another program has changed it since.
 * @param notes those that the operation needs, as they are now
 */
export function fitted(operation: Operation, notes: ReadonlyMap<string, Note>): FittedEdit {
  const now = 'note' in operation ? notes.get(operation.note) : undefined;
  if (!now) return { operation, notice: null };
  const { operation: fitting, clash } = rebase(operation, now);
  if (!clash) return { operation: fitting, notice: null };
  const title = titleOf(clash === 'title' ? fitting : now);
  const details = { context: clash, title, note: now.id };
  return { operation: fitting, notice: { level: 'info', what: { code: 'changed-by-both', details } } };
}

/**
 * The note that something was typed in while another program deleted it: it comes back with what was typed.
 * @param last the note as it was last known here, if it is
 * @returns `note-not-found` where nothing was typed in it
 */
export function lostNote(operation: Operation, last: Note | undefined, at: string): Result<Note> {
  switch (operation.type) {
    case 'edit-text':
      if (operation.base === undefined) break;
      return ok(last ?? newNote(operation.note, at));
    case 'edit-title':
    case 'edit-source':
    case 'edit-details':
      if (operation.base !== undefined && last) return ok(last);
      break;
    case 'edit-annotation':
    case 'reply':
    case 'edit-reply':
      if (last?.annotations.some(({ id }) => id === operation.annotation)) return ok(last);
      break;
    default:
  }
  return fail('note-not-found', { note: 'note' in operation ? operation.note : '' });
}

export const broughtBack = ({ title }: Note): Notice => ({
  level: 'info',
  what: { code: 'note-brought-back', details: { title: titleOf({ title }) } },
});

const titleOf = (named: object): string =>
  'title' in named && typeof named.title === 'string' && named.title.trim() !== ''
    ? named.title
    : t('window.untitled');
