import { REPORTED } from '../../core/vocabulary';
import type { AnnotationsReport } from '../../shared/contract';
import { t, warningText } from '../../shared/text';
import { sayFailure } from './actions';
import { call } from './api';
import { saveDrafts } from './drafts';
import { showAllAnnotations } from './filtering';
import { importFiles } from './importing';
import { applyChange, getWindow, say, withdrawUndo } from './store';
import { undo } from './undoing';

/** Endings of files that may hold annotations. */
const MAY_HOLD = /\.(?:jsonld|json|html?)$/i;

/**
 * Brings the annotations of a file to the open note, and says what became of them. Without a file the person is asked for one.
 * @param otherwise what to do with a file that holds none
 */
export async function importAnnotations(file?: File, otherwise?: () => void): Promise<void> {
  // Passages are looked for in the text as it is saved.
  if (!(await saveDrafts())) return;
  const note = getWindow().open;
  if (!note) return;
  const answer = await call('annotations.import', { note: note.id }, file ? [file] : []);
  if (!answer.ok) {
    if (answer.error.code === 'file-without-annotations' && otherwise) return otherwise();
    return sayFailure(answer.error);
  }
  if (answer.value) showReport(answer.value);
}

/** Takes files that were dropped on the open note: one that holds annotations is meant for it, others are notes of their own. */
export function importOnNote(files: readonly File[]): void {
  const { open } = getWindow();
  const [file, more] = files;
  const others = (): void => void importFiles(files);
  if (file && !more && open !== null && open.trashed === null && MAY_HOLD.test(file.name))
    void importAnnotations(file, /\.json$/i.test(file.name) ? others : undefined);
  else others();
}

function showReport({ file, change, counts, warnings }: AnnotationsReport): void {
  applyChange(change);
  withdrawUndo();
  const { exact, moved, changed, ambiguous, orphan } = counts;
  const count = exact + moved + changed + ambiguous + orphan;
  if (count > 0) showAllAnnotations();
  const lines = REPORTED.filter((what) => counts[what] > 0).map((what) =>
    t(`window.annotations-imported-as.${what}`, { count: counts[what] }),
  );
  const undoable = { label: t('window.undo'), run: () => void undo(), undoes: true } as const;
  for (const warning of warnings) say('info', warningText(warning));
  say(
    'info',
    [t('window.annotations-imported', { file, count }), ...lines].join('\n'),
    count + counts.replies > 0 ? undoable : undefined,
  );
}
