import { useVirtualizer } from '@tanstack/react-virtual';
import { MessageSquare, Pin } from 'lucide-react';
import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { formatDay } from '../../../core/dates';
import type { NoteSummary } from '../../../core/schema';
import { t } from '../../../shared/text';
import { titleOf } from '../actions';
import { focusRow } from '../focus';

const ROW_HEIGHT = 105;

interface NoteListProps {
  readonly rows: readonly NoteSummary[];
  readonly open: string | null;
  readonly onOpen: (id: string) => void;
}

/** The rows that are in sight; ten thousand notes cost as much as ten. */
export function NoteList({ rows, open, onOpen }: NoteListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const at = rows.findIndex(({ id }) => id === open);
  const stop = Math.max(at, 0);

  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' });
  }, [at, list]);

  const go = (index: number): void => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (!row) return;
    onOpen(row.id);
    list.scrollToIndex(rows.indexOf(row), { align: 'auto' });
    focusRow(row.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const moves: Record<string, number> = {
      ArrowDown: stop + 1,
      ArrowUp: stop - 1,
      PageDown: stop + page,
      PageUp: stop - page,
      Home: 0,
      End: rows.length - 1,
    };
    const target = moves[event.key];
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(target);
  };

  return (
    <div className="note-list" ref={scroller}>
      <div
        role="listbox"
        aria-label={t('window.notes-list')}
        style={{ height: list.getTotalSize(), position: 'relative' }}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {list.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <div
              key={key}
              id={`note-${row.id}`}
              ref={list.measureElement}
              data-index={index}
              role="option"
              aria-label={titleOf(row)}
              aria-selected={row.id === open}
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              tabIndex={index === stop ? 0 : -1}
              className="note-row"
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onOpen(row.id)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' || event.key === ' ') {
                  event.preventDefault();
                  onOpen(row.id);
                }
              }}
            >
              <NoteRow note={row} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const NoteRow = memo(function NoteRow({ note }: { note: NoteSummary }) {
  const { agency, place, date } = note.source;
  const source = [agency ?? t('window.own-note'), place, formatDay(date ?? note.created, 'en', 'short')];
  return (
    <>
      <span className="note-row-title">{titleOf(note)}</span>
      <span className="note-row-source">{source.filter(Boolean).join(' · ')}</span>
      <span className="note-row-excerpt">
        <span>{note.excerpt || t('window.no-text')}</span>
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
