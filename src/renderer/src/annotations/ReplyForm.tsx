import { useRef } from 'react';
import type { Annotation, Note, Reply } from '../../../core/schema';
import { NEW_REPLY } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { useWriting } from './useWriting';
import { WritingForm } from './WritingForm';

interface ReplyFormProps {
  readonly note: Note;
  readonly annotation: Annotation;
  /** Null: a new one. */
  readonly reply: Reply | null;
}

/** Writes a reply to an annotation. */
export function ReplyForm({ note, annotation, reply }: ReplyFormProps) {
  /** The reply as it is in the library: a new one is written once, and then changed. */
  const known = useRef(reply?.id ?? null);
  const on = { note: note.id, annotation: annotation.id };
  const writing = useWriting({
    note: note.id,
    on: { annotation: annotation.id, reply: reply?.id ?? NEW_REPLY },
    stored: { comment: reply?.comment ?? '', who: '', by: '' },
    operationOf: ({ comment }) => {
      if (comment.trim() === '') return null;
      if (known.current === null) return { type: 'reply', ...on, comment };
      return { type: 'edit-reply', ...on, reply: known.current, comment };
    },
    onSaved: ({ notes }) => {
      const [now] = notes;
      const replied = now?.annotations.find(({ id }) => id === annotation.id);
      known.current ??= replied?.replies.at(-1)?.id ?? null;
    },
    endsWhenSaved: reply === null,
  });
  return (
    <WritingForm writing={writing} label={t('window.reply')} isEmpty={writing.words.comment.trim() === ''} />
  );
}
