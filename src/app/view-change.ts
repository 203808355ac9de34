import type { Diff } from '../core/operation';
import type { ViewChange } from '../shared/contract';
import type { Rows } from './rows';

/** A change of more notes than this is told as summaries only. */
export const SENT_WHOLE = 20;

/** What the window has to change after a diff that is on the disk. */
export function viewOf(
  { operation, changes }: { operation: Diff['operation'] | null; changes: Diff['changes'] },
  rows: Rows,
  next: Pick<ViewChange, 'undo' | 'redo'>,
): ViewChange {
  const there = changes.flatMap(({ after }) => (after ? [after] : []));
  const [first] = changes;
  return {
    summaries: rows.of(there.map(({ id }) => id)),
    removed: changes.filter(({ after }) => after === null).map(({ id }) => id),
    notes: there.length <= SENT_WHOLE ? there : [],
    operation,
    about:
      operation && first
        ? {
            count: changes.length,
            left: 0,
            title: (first.after ?? first.before)?.title ?? '',
            note: there[0]?.id ?? null,
          }
        : null,
    ...next,
  };
}
