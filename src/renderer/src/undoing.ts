import { isSame } from '../../core/equal';
import { homeOf } from '../../core/list/place';
import type { Note, NoteSummary } from '../../core/schema';
import type { About, ViewChange } from '../../shared/contract';
import { failureText, t } from '../../shared/text';
import { CHANGING_TASK, openNote, sayFailure, titleOf } from './actions';
import { call } from './api';
import { saveDrafts } from './drafts';
import { reveal } from './filtering';
import { focusCard, focusSoon, focusText, isFocusIn } from './focus';
import {
  applyChange,
  getWindow,
  isListed,
  NONE,
  rowOf,
  say,
  setWindow,
  showList,
  withdrawUndo,
} from './store';

/** Says what was done, and offers to undo it as long as nothing else is done. */
export function sayWithUndo(text: string): void {
  say('done', text, { label: t('window.undo'), run: () => void undo(), undoes: true });
}

/** Undoes what was done last in the library; what is being typed counts, so it is saved first. */
export async function undo(): Promise<void> {
  await travel('history.undo', 'window.undone');
}

/** Does again what was undone last. */
export async function redo(): Promise<void> {
  await travel('history.redo', 'window.redone');
}

async function travel(method: 'history.undo' | 'history.redo', said: string): Promise<void> {
  if (!(await saveDrafts())) return;
  const before = getWindow().open;
  setWindow({ changing: true });
  const answer = await call(method, { task: CHANGING_TASK });
  setWindow({ changing: false });
  if (!answer.ok) {
    const { code } = answer.error;
    // Nothing has failed.
    if (code === 'nothing-to-undo' || code === 'nothing-to-redo')
      return say('done', failureText(answer.error));
    return sayFailure(answer.error);
  }
  applyChange(answer.value);
  withdrawUndo();
  setWindow({ writing: null });
  const { operation, about } = answer.value;
  if (!operation || !about) return;
  const values = { what: t(`operation.${operation}`), count: about.count, title: titleOf(about) };
  say('done', withStop(t(said, values), about));
  await goWhereItHappened(answer.value, about, before);
}

/** What was done, and where long work was cancelled before its end, that too. */
export const withStop = (done: string, { left }: About): string =>
  left > 0 ? `${done} ${t('window.stopped-before', { count: left })}` : done;

/** The list shows the notes that were changed; a single one is opened, and of an annotation its card is looked at. */
async function goWhereItHappened(
  change: ViewChange,
  { count, note }: About,
  before: Note | null,
): Promise<void> {
  const row = note === null ? undefined : rowOf(note);
  if (row && !isSomeListed(row, change.summaries)) {
    showList({ place: homeOf(row), query: '', found: null });
    setWindow({ selected: NONE });
  }
  const { open, list, selected } = getWindow();
  if (row && count === 1 && open?.id !== row.id) await openNote(row.id);
  else if (!open && selected.size === 0) await openNote(list.rows[0]?.id ?? null);
  const annotation = changedAnnotation(before, change.notes);
  if (annotation === null || count !== 1) return focusSoon(focusTextIfLost);
  reveal(annotation);
  setWindow({ active: annotation });
  if (isFocusIn('.margin')) focusCard(annotation);
}

/** The card that had the focus may have gone. */
function focusTextIfLost(): void {
  if (document.activeElement === document.body) focusText();
}

const isSomeListed = (first: NoteSummary, changed: readonly NoteSummary[]): boolean =>
  isListed(first.id) || changed.some(({ id }) => isListed(id));

/** The annotation that was made or changed in the open note, if it was a single one; a change of the text moves all of them. */
function changedAnnotation(before: Note | null, notes: readonly Note[]): string | null {
  const after = notes.find(({ id }) => id === before?.id);
  if (!before || !after || before.text !== after.text) return null;
  const known = new Map(before.annotations.map((each) => [each.id, each]));
  const changed = after.annotations.filter(({ id, updated, replies }) => {
    const was = known.get(id);
    return was?.updated !== updated || !isSame(was.replies, replies);
  });
  const [one, more] = changed;
  return one && !more ? one.id : null;
}
