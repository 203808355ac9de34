import { useCallback, useEffect, useRef, useState } from 'react';
import type { Operation } from '../../core/operation';
import { apply } from './actions';
import { setDraft } from './drafts';

/** Saved so long after the last key … */
const PAUSE = 400;
/** … and at least so often while typing. */
const LONGEST = 1800;
/** What could not be saved is tried again after so long. */
const RETRY = 3000;

/**
 * A value that is typed and saves itself.
 * @param name of the draft, one for each field and note
 * @param saved the value as main has it; shown whenever nothing is being typed
 * @param operation that saves it; when it could not be saved it is tried again
 */
export function useDraft(name: string, saved: string, operation: (value: string) => Operation) {
  const [draft, setValue] = useState<string | null>(null);
  const pending = useRef<string | null>(null);
  const timer = useRef<number | null>(null);
  const since = useRef(0);
  const saving = useRef(operation);
  saving.current = operation;

  const flush = useCallback(async (): Promise<boolean> => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
    const value = pending.current;
    if (value === null) return true;
    if (!(await apply(saving.current(value), name))) {
      timer.current ??= window.setTimeout(() => void flush(), RETRY);
      return false;
    }
    if (pending.current !== value) return true;
    pending.current = null;
    setDraft(name, null);
    setValue(null);
    return true;
  }, [name]);

  const change = useCallback(
    (value: string): void => {
      const now = performance.now();
      if (pending.current === null) since.current = now;
      pending.current = value;
      setValue(value);
      setDraft(name, { save: flush, savesItself: true });
      if (timer.current !== null) window.clearTimeout(timer.current);
      const wait = Math.max(0, Math.min(PAUSE, since.current + LONGEST - now));
      timer.current = window.setTimeout(() => {
        since.current = performance.now();
        void flush();
      }, wait);
    },
    [name, flush],
  );

  useEffect(() => () => void flush(), [flush]);
  return { value: draft ?? saved, change, flush };
}
