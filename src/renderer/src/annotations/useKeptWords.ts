import { useCallback, useRef } from 'react';
import type { CommentDraft } from '../../../core/schema';
import { call } from '../api';
import { setWindow } from '../store';
import { keyOf, type Written } from '../written';

/** Kept so long after the last key, in ms … */
const PAUSE = 300;
/** … and at least so often while typing. */
const LONGEST = 1500;

export type CommentWords = Pick<CommentDraft, 'comment' | 'who' | 'by'>;

/** Keeps what waits for its Save on the disk while it is being written, so that a kill does not take it. */
export function useKeptWords(note: string, { annotation, reply }: Written) {
  const words = useRef<CommentWords | null>(null);
  const timer = useRef<number | null>(null);
  const since = useRef<number | null>(null);

  /** Brings it to the disk now. */
  const keep = useCallback(async (): Promise<void> => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
    since.current = null;
    if (words.current === null) return;
    const now = words.current;
    // What cannot be kept is tried again with the next key; nothing is said, as the words are still in the window.
    const kept = await call('draft.keep', { note, annotation, reply, words: now });
    if (kept.ok && words.current === now)
      setOffered({ annotation, reply }, { note, annotation, reply, ...now });
  }, [note, annotation, reply]);

  const typed = useCallback(
    (now: CommentWords): void => {
      words.current = now;
      since.current ??= performance.now();
      if (timer.current !== null) window.clearTimeout(timer.current);
      const wait = Math.min(PAUSE, since.current + LONGEST - performance.now());
      timer.current = window.setTimeout(() => void keep(), Math.max(0, wait));
    },
    [keep],
  );

  /** It was saved, or given up. */
  const forget = useCallback((): void => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
    since.current = null;
    words.current = null;
    setOffered({ annotation, reply }, null);
    void call('draft.keep', { note, annotation, reply, words: null });
  }, [note, annotation, reply]);

  return { typed, keep, forget };
}

function setOffered(written: Written, draft: CommentDraft | null): void {
  setWindow(({ drafts }) => {
    const next = new Map(drafts);
    if (draft) next.set(keyOf(written), draft);
    else next.delete(keyOf(written));
    return { drafts: next };
  });
}
