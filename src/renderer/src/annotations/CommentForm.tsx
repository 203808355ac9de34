import { useCallback, useEffect, useRef, useState } from 'react';
import type { Annotation, Note } from '../../../core/schema';
import { MAX_COMMENT } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { apply } from '../actions';
import { setDraft } from '../drafts';
import { focusCard } from '../focus';
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
  const draftName = `comment-${annotation.id}`;
  const dropped = useRef(false);

  const save = useCallback(async (): Promise<boolean> => {
    const now = draft.current;
    const same =
      now.comment === annotation.comment &&
      now.who === (annotation.who ?? '') &&
      now.by === (annotation.by ?? '');
    if (same) return true;
    const due = annotation.kind === 'action' ? { who: now.who, by: now.by } : {};
    const change = { comment: now.comment, ...due };
    return (
      (await apply({ type: 'edit-annotation', note: note.id, annotation: annotation.id, change })) !== null
    );
  }, [note.id, annotation]);
  const saver = useRef(save);
  saver.current = save;

  useEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
    setDraft(draftName, () => saver.current());
    return () => {
      setDraft(draftName, null);
      if (!dropped.current) void saver.current();
    };
  }, [draftName]);

  const close = (): void => {
    dropped.current = true;
    setWindow({ writing: null });
    focusCard(annotation.id);
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
