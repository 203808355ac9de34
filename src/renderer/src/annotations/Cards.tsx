import {
  type CSSProperties,
  memo,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Annotation, Note } from '../../../core/schema';
import { hasPassage } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { aheadIn, drawText } from '../drawing';
import { scroller } from '../scroll';
import { useWindow } from '../store';
import { annotationOf } from '../written';
import { Card } from './Card';
import type { Column, Standing } from './column';
import { useCardColumn } from './useCardColumn';

/** Where the margin is: beside the text as it is read, beside its editor, or in a drawer over it. */
export type MarginPlace = 'reading' | 'editing' | 'drawer';

interface CardsProps {
  readonly note: Note;
  /** Those that are shown. */
  readonly annotations: readonly Annotation[];
  readonly place: MarginPlace;
}

/** The cards of the margin: each beside its passage; those that have lost theirs at the foot. */
export function Cards({ note, annotations, place }: CardsProps) {
  const placed = useMemo(() => annotations.filter(hasPassage), [annotations]);
  const lost = useMemo(() => annotations.filter((annotation) => !hasPassage(annotation)), [annotations]);
  const [height, setHeight] = useState(0);
  const beside = place === 'reading';
  const scrollerOf = place === 'drawer' ? drawerOf : scroller;
  return (
    <>
      <CardList note={note} cards={placed} beside={beside} scrollerOf={scrollerOf} onHeight={setHeight} />
      {lost.length > 0 && (
        <section
          className="lost"
          aria-label={t('window.lost-passages')}
          style={beside ? { top: `calc(${height}px + var(--margin-head))` } : undefined}
        >
          <h2>{t('window.lost-passages')}</h2>
          <CardList note={note} cards={lost} beside={false} scrollerOf={scrollerOf} />
        </section>
      )}
    </>
  );
}

interface CardListProps {
  readonly note: Note;
  readonly cards: readonly Annotation[];
  /** They stand beside the text; else below each other. */
  readonly beside: boolean;
  readonly scrollerOf: (list: HTMLElement) => HTMLElement | null;
  /** Hears how tall the list is. */
  readonly onHeight?: (height: number) => void;
}

function CardList({ note, cards, beside, scrollerOf, onHeight }: CardListProps) {
  const active = useWindow((state) => state.active);
  const written = useWindow((state) => state.writing && annotationOf(state.writing));
  const list = useRef<HTMLUListElement>(null);
  const column = useCardColumn(list, { cards, active, beside, scrollerOf });
  useActiveInSight(active, cards, list, column, scrollerOf);
  const { drawn, standing, height } = column;
  useLayoutEffect(() => onHeight?.(height), [onHeight, height]);
  const isDrawn = (id: string): boolean => drawn === null || drawn.has(id) || id === active || id === written;
  return (
    <ul ref={list} style={{ height }}>
      {cards.map((annotation, index) =>
        isDrawn(annotation.id) ? (
          <Item
            key={annotation.id}
            annotation={annotation}
            note={note}
            standing={standing.get(annotation.id) ?? null}
            {...(drawn && { 'aria-posinset': index + 1, 'aria-setsize': cards.length })}
          />
        ) : null,
      )}
    </ul>
  );
}

const drawerOf = (list: HTMLElement): HTMLElement | null => list.closest('aside');

interface ItemProps {
  readonly annotation: Annotation;
  readonly note: Note;
  /** Null: it has no place yet. */
  readonly standing: Standing | null;
  readonly 'aria-posinset'?: number;
  readonly 'aria-setsize'?: number;
}

/** One that moves leaves the others as they are. */
const Item = memo(function Item({ annotation, note, standing, ...rest }: ItemProps) {
  const active = useWindow((state) => state.active === annotation.id);
  const hovered = useWindow((state) => state.hovered === annotation.id);
  const writing = useWindow((state) =>
    state.writing !== null && annotationOf(state.writing) === annotation.id ? state.writing : null,
  );
  return (
    <li data-card={annotation.id} className="card-place" style={placeStyle(standing)} {...rest}>
      <Card note={note} annotation={annotation} active={active} hovered={hovered} writing={writing} />
    </li>
  );
}, isSameItem);

function isSameItem(before: ItemProps, after: ItemProps): boolean {
  const { standing: oldStanding, ...old } = before;
  const { standing, ...now } = after;
  return (
    oldStanding?.top === standing?.top &&
    (Object.keys(now) as (keyof typeof now)[]).every((key) => old[key] === now[key])
  );
}

/** One that has not been measured yet is not seen; when it is, it does not fly in from the top. */
function placeStyle(standing: Standing | null): CSSProperties {
  if (standing === null) return { opacity: 0, transition: 'none' };
  const transform = `translateY(${standing.top}px)`;
  return standing.moves ? { transform } : { transform, transition: 'none' };
}

const SIGHT_MARGIN = 16;

/** What lies under the pointer is in sight; moved away, a button would not be there any more when it is let go. */
const isPressed = (card: HTMLElement): boolean => card.matches(':hover');

const markOf = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`mark[data-annotation="${CSS.escape(id)}"]`);

/** Whether its passage stands in a part of the text that is not drawn yet. */
const isAwaited = (annotation: Annotation): boolean =>
  hasPassage(annotation) &&
  aheadIn(document.querySelector('[data-note-text]')) !== null &&
  markOf(annotation.id) === null;

/**
 * Brings the passage of the annotation that is looked at into sight, and then as much of its card as there is room for. Once:
 * from then on the person scrolls.
 */
function useActiveInSight(
  active: string | null,
  cards: readonly Annotation[],
  list: RefObject<HTMLUListElement | null>,
  { standing, active: placedFor }: Column,
  scrollerOf: (list: HTMLElement) => HTMLElement | null,
): void {
  const writing = useWindow((state) => state.writing);
  const shown = useRef<string | null>(null);
  const ours = useRef(cards);
  ours.current = cards;
  useEffect(() => {
    const annotation = ours.current.find(({ id }) => id === active);
    if (active === null || !annotation) return;
    const card = list.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(active)}"]`);
    if (card && isPressed(card)) return;
    const show = (): void => markOf(active)?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    if (!isAwaited(annotation)) return show();
    // While the page is at this, nothing more can be drawn.
    queueMicrotask(() => {
      drawText(annotation.target[0].end);
      show();
    });
  }, [active, list]);
  useEffect(() => {
    const what = `${active} ${writing}`;
    // A card on its way to its place is not yet where it will be: its place counts.
    const top = active === null ? undefined : standing.get(active)?.top;
    const scrolled = list.current && scrollerOf(list.current);
    const card = list.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(active ?? '')}"]`);
    const annotation = ours.current.find(({ id }) => id === active);
    // The others have not made room for it yet.
    if (placedFor !== active) return;
    if (shown.current === what || top === undefined || !scrolled || !card || !list.current) return;
    if (annotation && isAwaited(annotation)) return;
    shown.current = what;
    if ((writing === null || annotationOf(writing) !== active) && isPressed(card)) return;
    const from = list.current.getBoundingClientRect().top - scrolled.getBoundingClientRect().top + top;
    const below = from + card.offsetHeight + SIGHT_MARGIN - scrolled.clientHeight;
    if (from < 0) scrolled.scrollTop += from - SIGHT_MARGIN;
    else if (below > 0) scrolled.scrollTop += Math.min(below, from - SIGHT_MARGIN);
  }, [active, placedFor, writing, list, standing, scrollerOf]);
}
