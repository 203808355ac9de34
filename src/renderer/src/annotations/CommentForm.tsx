import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Operation } from '../../../core/operation';
import type { Annotation, Note } from '../../../core/schema';
import { MAX_COMMENT } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { apply } from '../actions';
import { hasFailed, setDraft } from '../drafts';
import { focusCard, isFocusIn } from '../focus';
import { getWindow, setWindow } from '../store';
import { Button } from '../ui/Button';
import { type CommentWords, useKeptComment } from './useKeptComment';

/**
 * Writes a comment. What is typed is kept also when the person goes elsewhere without pressing Save. One that was being written when
 * the app ended unexpectedly is offered; it stays a draft until the person writes on or presses Save.
 */
export function CommentForm({ note, annotation }: { note: Note; annotation: Annotation }) {
  const stored: CommentWords = {
    comment: annotation.comment,
    who: annotation.who ?? '',
    by: annotation.by ?? '',
  };
  const [offered] = useState(() => getWindow().drafts.get(annotation.id) ?? null);
  const [words, setWords] = useState<CommentWords>(offered ?? stored);
  const [isTouched, setTouched] = useState(offered === null);
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useRef({ words, isTouched });
  draft.current = { words, isTouched };
  const saved = useRef(stored);
  const kept = useKeptComment(note.id, annotation.id);
  const hintId = useId();
  // Two forms of one annotation may overlap in time: it moves between the lists of the margin.
  const draftName = `comment-${annotation.id}-${useId()}`;
  const dropped = useRef(false);

  const { id, kind } = annotation;
  /** What would save it; null: it is as it is saved. */
  const operation = useCallback((): Operation | null => {
    const { comment, who, by } = draft.current.words;
    if (isSame(draft.current.words, saved.current)) return null;
    const change = { comment, ...(kind === 'action' && { who, by }) };
    return { type: 'edit-annotation', note: note.id, annotation: id, change };
  }, [note.id, id, kind]);
  const save = useCallback(async (): Promise<boolean> => {
    const now = draft.current.words;
    const change = operation();
    if (change && !(await apply(change, draftName))) return false;
    saved.current = now;
    // A key may have been pressed meanwhile.
    if (!isSame(draft.current.words, now)) return save();
    if (change) kept.forget();
    return true;
  }, [operation, draftName, kept.forget]);
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

  const write = (part: Partial<CommentWords>): void => {
    const next = { ...draft.current.words, ...part };
    setWords(next);
    setTouched(true);
    kept.typed(next);
  };

  const close = (): void => {
    dropped.current = true;
    // The person may have gone elsewhere while it was saved.
    const isHere = isFocusIn('.comment-form');
    setWindow({ writing: null });
    if (isHere) focusCard(annotation.id);
  };
  const giveUp = (): void => {
    kept.forget();
    close();
  };
  const saveAndClose = async (): Promise<void> => {
    if (await save()) close();
  };
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        void saveAndClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          giveUp();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          void saveAndClose();
        }
      }}
    >
      {offered && (
        <p className="comment-hint" id={hintId}>
          {t('window.comment-offered')}
        </p>
      )}
      <textarea
        ref={field}
        aria-label={t('window.comment')}
        placeholder={t('window.comment-hint')}
        maxLength={MAX_COMMENT}
        value={words.comment}
        rows={2}
        aria-describedby={offered ? hintId : undefined}
        onChange={(event) => write({ comment: event.target.value })}
      />
      {annotation.kind === 'action' && (
        <div className="due-fields">
          <input
            aria-label={t('window.who')}
            placeholder={t('window.who')}
            value={words.who}
            maxLength={500}
            onChange={(event) => write({ who: event.target.value })}
          />
          <input
            aria-label={t('window.by-when')}
            placeholder={t('window.by-when')}
            value={words.by}
            maxLength={500}
            onChange={(event) => write({ by: event.target.value })}
          />
        </div>
      )}
      <div className="comment-buttons">
        <Button look="plain" onClick={giveUp}>
          {t('window.cancel')}
        </Button>
        <Button look="primary" type="submit">
          {t('window.save-comment')}
        </Button>
      </div>
    </form>
  );
}

const isSame = (a: CommentWords, b: CommentWords): boolean =>
  a.comment === b.comment && a.who === b.who && a.by === b.by;
