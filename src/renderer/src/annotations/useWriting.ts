import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Operation } from '../../../core/operation';
import type { ViewChange } from '../../../shared/contract';
import { apply } from '../actions';
import { hasFailed, setDraft } from '../drafts';
import { focusCard, isFocusIn } from '../focus';
import { getWindow, setWindow } from '../store';
import { keyOf, type Written } from '../written';
import { type CommentWords, useKeptWords } from './useKeptWords';

/** What is written, and how it is saved. */
export interface Writing {
  readonly note: string;
  readonly on: Written;
  /** As it is saved; empty: it is new. */
  readonly stored: CommentWords;
  /** What saves these words; null: there is nothing to save in them. */
  readonly operationOf: (words: CommentWords) => Operation | null;
  readonly onSaved?: (change: ViewChange) => void;
  /** Once it is saved it stands on the card, whoever saved it: then there is nothing left to write. */
  readonly endsWhenSaved?: boolean;
}

/**
 * Writes a comment or a reply. What is typed is kept also when the person goes elsewhere without pressing Save. What was being written
 * when the app ended unexpectedly is offered; it stays a draft until the person writes on or presses Save.
 */
export function useWriting(writing: Writing) {
  const { note, on, stored } = writing;
  const key = keyOf(on);
  const [offered] = useState(() => getWindow().drafts.get(key) ?? null);
  const [words, setWords] = useState<CommentWords>(offered ?? stored);
  const [isTouched, setTouched] = useState(offered === null);
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useRef({ words, isTouched });
  draft.current = { words, isTouched };
  const latest = useRef(writing);
  latest.current = writing;
  const saved = useRef(stored);
  const kept = useKeptWords(note, on);
  // Two forms of one annotation may overlap in time: it moves between the lists of the margin.
  const draftName = `comment-${key}-${useId()}`;
  const dropped = useRef(false);
  const underWay = useRef<Promise<boolean> | null>(null);

  /** What would save it; null: it is as it is saved. */
  const operation = useCallback((): Operation | null => {
    const { words: now } = draft.current;
    return isSame(now, saved.current) ? null : latest.current.operationOf(now);
  }, []);
  const close = useCallback((): void => {
    dropped.current = true;
    // The person may have gone elsewhere while it was saved.
    const isHere = isFocusIn('.comment-form');
    setWindow((state) => (state.writing === key ? { writing: null } : {}));
    if (isHere) focusCard(on.annotation);
  }, [key, on.annotation]);
  const saveOnce = useCallback(async (): Promise<boolean> => {
    for (;;) {
      const now = draft.current.words;
      const change = operation();
      const done = change && (await apply(change, draftName));
      if (change && !done) return false;
      saved.current = now;
      if (done) latest.current.onSaved?.(done);
      // A key may have been pressed meanwhile.
      if (!isSame(draft.current.words, now)) continue;
      if (change) kept.forget();
      if (change && latest.current.endsWhenSaved) close();
      return true;
    }
  }, [operation, draftName, kept.forget, close]);
  /** Whoever asks while it is being saved waits for that: a new reply must not be written twice. */
  const save = useCallback(async (): Promise<boolean> => {
    while (underWay.current) if (!(await underWay.current)) return false;
    underWay.current = saveOnce();
    const done = await underWay.current;
    underWay.current = null;
    return done;
  }, [saveOnce]);
  /** As far as it was written here: what is only offered waits for the person. */
  const saveTyped = useCallback(async (): Promise<boolean> => !draft.current.isTouched || save(), [save]);

  useEffect(() => {
    const element = field.current;
    // What is offered does not take the focus from where the person is.
    if (draft.current.isTouched || element?.closest('[data-card]')?.contains(document.activeElement)) {
      element?.focus({ preventScroll: true });
      element?.setSelectionRange(element.value.length, element.value.length);
    }
    setDraft(draftName, {
      save: saveTyped,
      savesItself: false,
      operation: () => (draft.current.isTouched ? operation() : null),
      keep: kept.keep,
    });
    return () => {
      if (dropped.current) return setDraft(draftName, null);
      // What the library could not take stays a draft: the window will not close over it.
      void saveTyped().then((done) => {
        if (done || !hasFailed(draftName)) setDraft(draftName, null);
      });
    };
  }, [draftName, saveTyped, operation, kept.keep]);

  return {
    words,
    /** It was being written when the app ended unexpectedly. */
    isOffered: offered !== null,
    field,
    write: (part: Partial<CommentWords>): void => {
      const next = { ...draft.current.words, ...part };
      setWords(next);
      setTouched(true);
      kept.typed(next);
    },
    giveUp: (): void => {
      kept.forget();
      close();
    },
    saveAndClose: async (): Promise<void> => {
      if (await save()) close();
    },
  };
}

const isSame = (a: CommentWords, b: CommentWords): boolean =>
  a.comment === b.comment && a.who === b.who && a.by === b.by;
