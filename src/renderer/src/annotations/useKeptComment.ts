import { useCallback, useRef } from 'react';
import type { CommentDraft } from '../../../core/schema';
import { call } from '../api';
import { setWindow } from '../store';

/** Kept so long after the last key, in ms … */
const PAUSE = 300;
/** … and at least so often while typing. */
const LONGEST = 1500;

export type CommentWords = Pick<CommentDraft, 'comment' | 'who' | 'by'>;

/** Keeps a comment that waits for its Save on the disk while it is being written, so that a kill does not take it. */
export function useKeptComment(note: string, annotation: string) {
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
    // What cannot be kept is tried again with the next key; nothing is said, as the comment is still in the window.
    const kept = await call('draft.keep', { note, annotation, words: now });
    if (kept.ok && words.current === now) setOffered(annotation, { note, annotation, ...now });
  }, [note, annotation]);

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
    setOffered(annotation, null);
    void call('draft.keep', { note, annotation, words: null });
  }, [note, annotation]);

  return { typed, keep, forget };
}

function setOffered(annotation: string, draft: CommentDraft | null): void {
  setWindow(({ drafts }) => {
    const next = new Map(drafts);
    if (draft) next.set(annotation, draft);
    else next.delete(annotation);
    return { drafts: next };
  });
}
