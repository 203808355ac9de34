import type { Failure } from '../../core/result';
import type { ImportReport } from '../../shared/contract';
import { failureText, t, warningText } from '../../shared/text';
import { openNote, sayFailure, titleOf } from './actions';
import { call } from './api';
import {
  applyChange,
  getWindow,
  type LockedFile,
  type MessageAction,
  say,
  setWindow,
  showList,
  withdrawUndo,
} from './store';

/** The name of an import for its progress and for Cancel. */
export const IMPORT_TASK = 'import';
/** So many failures are told in full; of the others there is the number. */
const TOLD = 3;

let running = 0;
let isCancelled = false;

/** Imports files, and shows the first of their notes. Without files the person is asked for some. */
export async function importFiles(files?: readonly File[]): Promise<void> {
  if (getWindow().readOnly) return sayFailure({ code: 'library-read-only', details: {} });
  running += 1;
  isCancelled = false;
  setWindow({ importing: true });
  const answer = files ? await call('import.dropped', {}, files) : await call('import.choose', {});
  running -= 1;
  setWindow({ importing: running > 0 });
  if (!answer.ok) return sayFailure(answer.error);
  if (answer.value) await showImport(answer.value);
  if (isCancelled) say('info', t('window.import-cancelled'));
}

/** Ends the import that is under way; what is imported already stays. */
export function cancelImport(): void {
  isCancelled = true;
  void call('task.cancel', { task: IMPORT_TASK });
}

/** Shows what was imported: the first note is opened, and whatever a person should know of the files is said. */
export async function showImport(report: ImportReport): Promise<void> {
  applyChange(report.change);
  withdrawUndo();
  const imported = report.files.flatMap((file) => ('note' in file ? [file] : []));
  for (const { note, warnings } of imported) {
    for (const warning of warnings) {
      const keep = warning.code === 'repeated-paragraphs' ? keepRepeats(note) : undefined;
      say('info', warningText(warning), keep);
    }
  }
  const first = imported[0];
  if (first) {
    showList({ query: '', found: null, place: { type: 'all' } });
    await openNote(first.note);
    say('done', t('window.imported', { count: imported.length, title: titleOf(first) }));
  }
  const locked = report.files.flatMap((each) =>
    'error' in each && each.locked !== undefined ? [{ file: each.file, name: each.locked }] : [],
  );
  // What a password would open is asked for, and no failure yet.
  sayFailures(
    report.files.flatMap((each) => ('error' in each && each.locked === undefined ? [each.error] : [])),
  );
  if (locked.length > 0) setWindow({ dialog: 'unlock', locked });
}

/** Imports a file that needs a password. @returns why it cannot be, or null: it is imported */
export async function unlock({ name }: LockedFile, password: string): Promise<Failure | null> {
  const answer = await call('import.unlock', { locked: name, password });
  if (!answer.ok) return answer.error;
  if (answer.value === null) return { code: 'file-not-on-disk', details: {} };
  const failed = answer.value.files.find((each) => 'error' in each);
  if (failed && 'error' in failed) return failed.error;
  await showImport(answer.value);
  return null;
}

/** In one message: of many, most would be pushed out by the last ones. */
function sayFailures(failures: readonly Failure[]): void {
  const [first] = failures;
  if (!first) return;
  if (failures.length === 1) {
    sayFailure(first);
    return;
  }
  const lines = failures.slice(0, TOLD).map(failureText);
  const others = failures.length - lines.length;
  if (others > 0) lines.push(t('window.more-not-imported', { count: others }));
  say('error', [t('window.not-imported', { count: failures.length }), ...lines].join('\n'));
}

const keepRepeats = (note: string): MessageAction => ({
  label: t('window.keep-them'),
  run: () => {
    void call('import.keep-repeats', { note }).then((answer) => {
      if (!answer.ok) return sayFailure(answer.error);
      applyChange(answer.value);
      withdrawUndo();
    });
  },
});
