import { X } from 'lucide-react';
import { type CSSProperties, memo, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Annotation, Note } from '../../../core/schema';
import { hasPassage } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { useShownAnnotations } from '../filtering';
import { focusButtonOf } from '../focus';
import { getWindow, setWindow, useWindow } from '../store';
import { IconButton } from '../ui/Button';
import { NARROW, useMedia } from '../ui/useMedia';
import { annotationOf } from '../written';
import { Card } from './Card';
import { MarginHead } from './MarginHead';
import { type Places, useCardPlaces } from './useCardPlaces';
import './margin.css';

/** The margin: each annotation as a card beside its passage; those that have lost theirs at its foot. */
export function Margin({ note }: { note: Note }) {
  const mode = useWindow((state) => state.mode);
  const active = useWindow((state) => state.active);
  const shown = useWindow((state) => state.panes.margin);
  const annotations = useShownAnnotations(note);
  const list = useRef<HTMLUListElement>(null);
  const placed = useMemo(() => annotations.filter(hasPassage), [annotations]);
  const lost = annotations.filter((annotation) => !hasPassage(annotation));
  const isDrawer = useMedia(NARROW);
  const beside = mode === 'reading' && !isDrawer;
  const places = useCardPlaces(list, placed, active, beside);
  useActiveInSight(active, list, places, beside);

  return (
    <aside
      className={`margin ${beside ? 'beside' : 'stacked'} ${shown ? 'shown' : ''}`}
      aria-label={t('window.annotations')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        setWindow(({ panes }) => ({ panes: { ...panes, margin: false }, active: null }));
        if (isDrawer) focusButtonOf('margin');
      }}
    >
      {isDrawer && <DrawerHead isEmpty={note.annotations.length === 0} shown={shown} />}
      <MarginHead note={note} shown={annotations.length} />
      <ul
        ref={list}
        className={places.settled ? 'settled' : undefined}
        style={beside ? { height: places.height } : undefined}
      >
        {placed.map((annotation) => (
          <Item
            key={annotation.id}
            annotation={annotation}
            note={note}
            top={beside ? (places.tops.get(annotation.id) ?? UNPLACED) : null}
          />
        ))}
      </ul>
      {lost.length > 0 && (
        <section
          className="lost"
          aria-label={t('window.lost-passages')}
          style={beside ? { top: `calc(${places.height}px + var(--margin-head))` } : undefined}
        >
          <h2>{t('window.lost-passages')}</h2>
          <ul>
            {lost.map((annotation) => (
              <Item key={annotation.id} annotation={annotation} note={note} top={null} />
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

/** Of the margin as a drawer: its name and its end; what it is for while there is nothing in it. */
function DrawerHead({ isEmpty, shown }: { isEmpty: boolean; shown: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // A card that is looked at takes the focus itself.
    if (shown && getWindow().active === null) button.current?.focus();
  }, [shown]);
  return (
    <>
      <header className="drawer-head">
        <h2>{t('window.annotations')}</h2>
        <IconButton
          ref={button}
          className="small"
          label={t('window.close')}
          icon={<X size={15} aria-hidden />}
          onClick={() => {
            setWindow(({ panes }) => ({ panes: { ...panes, margin: false } }));
            focusButtonOf('margin');
          }}
        />
      </header>
      {isEmpty && <p className="drawer-empty">{t('window.no-annotations')}</p>}
    </>
  );
}

interface ItemProps {
  readonly annotation: Annotation;
  readonly note: Note;
  readonly top: number | null;
}

/** One that moves leaves the others as they are. */
const Item = memo(function Item({ annotation, note, top }: ItemProps) {
  const active = useWindow((state) => state.active === annotation.id);
  const hovered = useWindow((state) => state.hovered === annotation.id);
  const writing = useWindow((state) =>
    state.writing !== null && annotationOf(state.writing) === annotation.id ? state.writing : null,
  );
  return (
    <li data-card={annotation.id} className="card-place" style={placeStyle(top)}>
      <Card note={note} annotation={annotation} active={active} hovered={hovered} writing={writing} />
    </li>
  );
});

/** The card has not been measured yet: it is not shown, and does not fly in from the top. */
const UNPLACED = Number.NaN;

function placeStyle(top: number | null): CSSProperties | undefined {
  if (top === null) return undefined;
  return Number.isNaN(top) ? { opacity: 0, transition: 'none' } : { transform: `translateY(${top}px)` };
}

const SIGHT_MARGIN = 16;

/** What lies under the pointer is in sight; moved away, a button would not be there any more when it is let go. */
const isPressed = (card: HTMLElement): boolean => card.matches(':hover');

/**
 * Brings the passage of the annotation that is looked at into sight, and then as much of its card as there is room for. Once:
 * from then on the person scrolls.
 */
function useActiveInSight(
  active: string | null,
  list: RefObject<HTMLUListElement | null>,
  places: Places,
  beside: boolean,
): void {
  const writing = useWindow((state) => state.writing);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (active === null) return;
    const selector = CSS.escape(active);
    const mark = document.querySelector<HTMLElement>(`mark[data-annotation="${selector}"]`);
    const card = document.querySelector<HTMLElement>(`[data-card="${selector}"]`);
    if (card && isPressed(card)) return;
    mark?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    if (!mark || !beside) card?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }, [active, beside]);
  useEffect(() => {
    const what = `${active} ${writing}`;
    // A card on its way to its place is not yet where it will be: its place counts.
    const top = active === null ? undefined : places.tops.get(active);
    const scroller = list.current?.closest<HTMLElement>('.note-scroll');
    const card = list.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(active ?? '')}"]`);
    if (shown.current === what || top === undefined || !scroller || !card || !list.current) return;
    shown.current = what;
    if ((writing === null || annotationOf(writing) !== active) && isPressed(card)) return;
    const from = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + top;
    const below = from + card.offsetHeight + SIGHT_MARGIN - scroller.clientHeight;
    if (below > 0) scroller.scrollTop += Math.min(below, from - SIGHT_MARGIN);
  }, [active, writing, list, places]);
}
