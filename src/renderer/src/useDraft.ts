import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Operation } from '../../core/operation';
import type { Note } from '../../core/schema';
import { apply } from './actions';
import { setDraft } from './drafts';

/** Saved so long after the last key, in ms: within half a second it is on the disk … */
const PAUSE = 300;
/** … and at least so often while typing: within two seconds. */
const LONGEST = 1500;
/** What could not be saved is tried again after so long. */
const RETRY = 3000;

export interface DraftOptions {
  /** The operation that saves it; when it could not be saved it is tried again. @param base what it was typed on */
  readonly operation: (value: string, base: string) => Operation;
  /** The value as a note has it. */
  readonly savedIn: (note: Note) => string;
  /** What was typed on `base`, on what another program made of `base` meanwhile. Without it the first one stays until it is saved. */
  readonly merge?: (base: string, typed: string, saved: string) => string;
  /** Hears of every value that was not typed. */
  readonly onReplaced?: (value: string) => void;
}

/**
 * A value that is typed and saves itself.
 * @param name of the draft, one for each field and note
 * @param saved the value as main has it; shown whenever nothing is being typed
 */
export function useDraft(name: string, saved: string, options: DraftOptions) {
  const [draft, setValue] = useState<string | null>(null);
  const pending = useRef<string | null>(null);
  /** What main has, as far as what is typed knows of it. */
  const base = useRef(saved);
  const isSaving = useRef<Promise<boolean> | null>(null);
  const timer = useRef<number | null>(null);
  const since = useRef(0);
  const current = useRef({ ...options, saved });
  current.current = { ...options, saved };

  /** Takes over what is saved now under what is being typed. */
  const adopt = useCallback((now: string, typedOn: string): void => {
    const { merge, onReplaced } = current.current;
    const typed = pending.current;
    if (typed === null) {
      base.current = now;
      onReplaced?.(now);
    } else if (now === typedOn) base.current = now;
    else if (merge) {
      base.current = now;
      pending.current = merge(typedOn, typed, now);
      setValue(pending.current);
      onReplaced?.(pending.current);
    }
  }, []);

  // The answer to what is being saved has what another program wrote meanwhile.
  useLayoutEffect(() => {
    if (!isSaving.current) adopt(saved, base.current);
  }, [saved, adopt]);

  const save = useCallback(
    async (value: string): Promise<boolean> => {
      const answer = await apply(current.current.operation(value, base.current), name);
      isSaving.current = null;
      const { saved, savedIn } = current.current;
      if (!answer) {
        adopt(saved, base.current);
        timer.current ??= window.setTimeout(() => void flushLatest.current(), RETRY);
        return false;
      }
      const [note] = answer.notes;
      const isAll = pending.current === value;
      if (isAll) pending.current = null;
      // Without a note nothing had to be changed.
      adopt(note ? savedIn(note) : saved, value);
      if (!isAll) return true;
      setDraft(name, null);
      setValue(null);
      return true;
    },
    [name, adopt],
  );

  const flush = useCallback(async (): Promise<boolean> => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
    // What is on its way was typed on another base.
    while (isSaving.current) await isSaving.current;
    if (pending.current === null) return true;
    isSaving.current = save(pending.current);
    return isSaving.current;
  }, [save]);
  const flushLatest = useRef(flush);
  flushLatest.current = flush;

  const change = useCallback(
    (value: string): void => {
      const now = performance.now();
      if (pending.current === null) since.current = now;
      pending.current = value;
      setValue(value);
      setDraft(name, {
        save: flush,
        savesItself: true,
        operation: () =>
          pending.current === null ? null : current.current.operation(pending.current, base.current),
      });
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
