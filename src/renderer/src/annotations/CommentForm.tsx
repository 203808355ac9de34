import type { Annotation, Note } from '../../../core/schema';
import { t } from '../../../shared/text';
import { useWriting } from './useWriting';
import { WritingForm } from './WritingForm';

/** Writes the comment of an annotation; of an action also who does it, and by when. */
export function CommentForm({ note, annotation }: { note: Note; annotation: Annotation }) {
  const { id, kind, who = '', by = '' } = annotation;
  const writing = useWriting({
    note: note.id,
    on: { annotation: id, reply: null },
    stored: { comment: annotation.comment, who, by },
    operationOf: ({ comment, ...due }) => ({
      type: 'edit-annotation',
      note: note.id,
      annotation: id,
      change: { comment, ...(kind === 'action' && due) },
    }),
  });
  const { words, write } = writing;
  return (
    <WritingForm writing={writing} label={t('window.comment')}>
      {kind === 'action' && (
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
    </WritingForm>
  );
}
