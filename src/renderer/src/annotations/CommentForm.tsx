import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Annotation, Note } from '../../../core/schema';
import { MAX_COMMENT } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { apply } from '../actions';
import { hasFailed, setDraft } from '../drafts';
import { focusCard, isFocusIn } from '../focus';
import { setWindow } from '../store';
import { Button } from '../ui/Button';

/** Writes a comment. What is typed is kept also when the person goes elsewhere without pressing Save. */
export function CommentForm({ note, annotation }: { note: Note; annotation: Annotation }) {
  const [comment, setComment] = useState(annotation.comment);
  const [who, setWho] = useState(annotation.who ?? '');
  const [by, setBy] = useState(annotation.by ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useRef({ comment, who, by });
  draft.current = { comment, who, by };
  const saved = useRef(draft.current);
  // Two forms of one annotation may overlap in time: it moves between the lists of the margin.
  const draftName = `comment-${annotation.id}-${useId()}`;
  const dropped = useRef(false);

  const { id, kind } = annotation;
  const save = useCallback(async (): Promise<boolean> => {
    const now = draft.current;
    const { comment, who, by } = saved.current;
    if (now.comment === comment && now.who === who && now.by === by) return true;
    const due = kind === 'action' ? { who: now.who, by: now.by } : {};
    const change = { comment: now.comment, ...due };
    const done = await apply({ type: 'edit-annotation', note: note.id, annotation: id, change }, draftName);
    if (!done) return false;
    saved.current = now;
    // A key may have been pressed meanwhile.
    return save();
  }, [note.id, id, kind, draftName]);

  useEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
    setDraft(draftName, { save, savesItself: false });
    return () => {
      if (dropped.current) return setDraft(draftName, null);
      // What the library could not take stays a draft: the window will not close over it.
      void save().then((done) => {
        if (done || !hasFailed(draftName)) setDraft(draftName, null);
      });
    };
  }, [draftName, save]);

  const close = (): void => {
    dropped.current = true;
    // The person may have gone elsewhere while it was saved.
    const isHere = isFocusIn('.comment-form');
    setWindow({ writing: null });
    if (isHere) focusCard(annotation.id);
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
          close();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          void saveAndClose();
        }
      }}
    >
      <textarea
        ref={field}
        aria-label={t('window.comment')}
        placeholder={t('window.comment-hint')}
        maxLength={MAX_COMMENT}
        value={comment}
        rows={2}
        onChange={(event) => setComment(event.target.value)}
      />
      {annotation.kind === 'action' && (
        <div className="due-fields">
          <input
            aria-label={t('window.who')}
            placeholder={t('window.who')}
            value={who}
            maxLength={500}
            onChange={(event) => setWho(event.target.value)}
          />
          <input
            aria-label={t('window.by-when')}
            placeholder={t('window.by-when')}
            value={by}
            maxLength={500}
            onChange={(event) => setBy(event.target.value)}
          />
        </div>
      )}
      <div className="comment-buttons">
        <Button look="plain" onClick={close}>
          {t('window.cancel')}
        </Button>
        <Button look="primary" type="submit">
          {t('window.save-comment')}
        </Button>
      </div>
    </form>
  );
}
