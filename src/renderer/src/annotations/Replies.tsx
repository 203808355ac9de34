import { Pencil, Trash2 } from 'lucide-react';
import type { MouseEvent } from 'react';
import { formatDay } from '../../../core/dates';
import type { Annotation, Note, Reply } from '../../../core/schema';
import { NEW_REPLY } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { deleteReply, write } from '../annotating';
import { useFixed, useWindow } from '../store';
import { IconButton } from '../ui/Button';
import { keyOf } from '../written';
import { CommentText } from './CommentText';
import { ReplyForm } from './ReplyForm';

/**
 * A card that is focused shows its quote, and what stands below that moves away under the mouse before it is let go. So a button
 * there does not take the focus when it is pressed.
 */
export const keepingPlace = (event: MouseEvent): void => event.preventDefault();

interface RepliesProps {
  readonly note: Note;
  readonly annotation: Annotation;
  /** What is being written on this card. */
  readonly writing: string | null;
}

/** What was answered to an annotation, and the field for a new answer. */
export function Replies({ note, annotation, writing }: RepliesProps) {
  const { id, replies } = annotation;
  const newKey = keyOf({ annotation: id, reply: NEW_REPLY });
  const waits = useWindow((state) => state.drafts.has(newKey));
  const isReplying = writing === newKey;
  if (replies.length === 0 && !isReplying && !waits) return null;
  return (
    <fieldset aria-label={t('window.replies')} className="replies">
      {replies.map((reply) => (
        <OneReply key={reply.id} note={note} annotation={annotation} reply={reply} writing={writing} />
      ))}
      {isReplying && <ReplyForm note={note} annotation={annotation} reply={null} />}
      {waits && !isReplying && <p className="anchor-state">{t('window.reply-waits')}</p>}
    </fieldset>
  );
}

function OneReply({ note, annotation, reply, writing }: RepliesProps & { readonly reply: Reply }) {
  const fixed = useFixed(note);
  const written = { annotation: annotation.id, reply: reply.id };
  const key = keyOf(written);
  const waits = useWindow((state) => state.drafts.has(key));
  const about = { author: reply.author || t('window.you'), day: formatDay(reply.created, 'en', 'short') };
  const isWritten = writing === key;
  return (
    <fieldset aria-label={t('window.reply-of', about)} className="reply">
      <header>
        <span className="reply-author">{about.author}</span>
        <span className="reply-day">{about.day}</span>
        {!fixed && !isWritten && (
          <span className="card-tools">
            <IconButton
              className="small"
              label={t('window.edit-reply')}
              icon={<Pencil size={13} aria-hidden />}
              onMouseDown={keepingPlace}
              onClick={() => void write(written)}
            />
            <IconButton
              className="small"
              label={t('window.delete-reply')}
              icon={<Trash2 size={13} aria-hidden />}
              onMouseDown={keepingPlace}
              onClick={() => void deleteReply(note.id, written)}
            />
          </span>
        )}
      </header>
      {isWritten ? (
        <ReplyForm note={note} annotation={annotation} reply={reply} />
      ) : (
        <CommentText comment={reply.comment} />
      )}
      {waits && !isWritten && <p className="anchor-state">{t('window.reply-waits-to-be-changed')}</p>}
    </fieldset>
  );
}
