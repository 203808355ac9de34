import { MessageSquare, Pin } from 'lucide-react';
import { memo } from 'react';
import { formatDay } from '../../../core/dates';
import type { NoteSummary } from '../../../core/schema';
import { language, t } from '../../../shared/text';
import { titleOf } from '../actions';

/** What the list shows of a note. */
export const NoteRow = memo(function NoteRow({ note }: { note: NoteSummary }) {
  const { agency, place, date } = note.source;
  const source = [agency ?? t('window.own-note'), place, formatDay(date ?? note.created, language, 'short')];
  return (
    <>
      <span className="note-row-title" dir="auto">
        {titleOf(note)}
      </span>
      <span className="note-row-source">{source.filter(Boolean).join(' · ')}</span>
      <span className="note-row-excerpt">
        <span dir="auto">{note.excerpt || t('window.no-text')}</span>
        {note.pinned && (
          <span className="note-row-count" role="img" aria-label={t('window.place.pinned')}>
            <Pin size={12} strokeWidth={1.75} aria-hidden />
          </span>
        )}
        {note.annotations > 0 && (
          <span
            className="note-row-count"
            role="img"
            aria-label={t('window.annotations-count', { count: note.annotations })}
          >
            <MessageSquare size={12} strokeWidth={1.75} aria-hidden />
            {note.annotations}
          </span>
        )}
      </span>
    </>
  );
});
