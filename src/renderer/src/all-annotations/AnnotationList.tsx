import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ListedAnnotation } from '../../../core/annotation-list';
import { formatDay } from '../../../core/dates';
import { plainText } from '../../../core/markdown';
import { hasPassage } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { titleOf } from '../actions';
import { KindIcon, kindName } from '../ui/kinds';
import { rowOfKey } from '../ui/list-keys';
import type { ShownList } from './useAnnotationList';

const ROW_HEIGHT = 74;

interface AnnotationListProps {
  readonly list: ShownList;
  /** All of one note: its title need not stand in each row. */
  readonly inOneNote: boolean;
  readonly onChoose: (annotation: ListedAnnotation) => void;
}

/** The rows that are in sight. */
export function AnnotationList({ list, inOneNote, onChoose }: AnnotationListProps) {
  const { annotations, total, more } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const stop = Math.min(at, Math.max(0, annotations.length - 1));
  const rows = useVirtualizer({
    count: annotations.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= annotations.length - 1) more();
  }, [last, annotations.length, more]);

  const go = (next: number): void => {
    setAt(next);
    rows.scrollToIndex(next, { align: 'auto' });
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus({ preventScroll: true }),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = rowOfKey(event.key, stop, annotations.length);
    if (target === null) return;
    event.preventDefault();
    go(target);
  };
  if (total === 0) return <p className="nothing">{t('annotations.none')}</p>;
  return (
    <div className="all-annotations-list" ref={scroller}>
      <div
        role="listbox"
        tabIndex={-1}
        aria-label={t('annotations.title')}
        style={{ height: rows.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {items.map(({ index, start }) => {
          const annotation = annotations[index];
          if (!annotation) return null;
          return (
            <div
              key={`${annotation.note} ${annotation.id}`}
              ref={rows.measureElement}
              data-index={index}
              role="option"
              aria-selected={index === stop}
              aria-label={t('window.card', { kind: kindName(annotation.kind), quote: annotation.quote })}
              aria-posinset={index + 1}
              aria-setsize={total}
              tabIndex={index === stop ? 0 : -1}
              className={`listed-annotation kind-${annotation.kind} ${annotation.resolved ? 'resolved' : ''}`}
              style={{ transform: `translateY(${start}px)` }}
              onFocus={() => setAt(index)}
              onClick={() => onChoose(annotation)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                onChoose(annotation);
              }}
            >
              <Row annotation={annotation} inOneNote={inOneNote} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Row({ annotation, inOneNote }: { annotation: ListedAnnotation; inOneNote: boolean }) {
  const { kind, quote, comment, replies, resolved, author, created } = annotation;
  const about = [
    !inOneNote && titleOf(annotation),
    author || t('window.you'),
    formatDay(created, 'en', 'short'),
    replies > 0 && t('annotations.replies', { count: replies }),
    resolved && t('window.resolved'),
    !hasPassage(annotation) && t('annotations.without-passage'),
  ];
  return (
    <>
      <span className="listed-kind">
        <KindIcon kind={kind} />
        {kindName(kind)}
      </span>
      <q className="listed-quote">{quote}</q>
      {comment !== '' && <span className="listed-comment">{plainText(comment)}</span>}
      <span className="listed-about">{about.filter(Boolean).join(' · ')}</span>
    </>
  );
}
