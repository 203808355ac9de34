import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Span } from '../../../core/highlight';
import type { Annotation, Note } from '../../../core/schema';
import { type End, moveEnd, putEnd } from '../../../core/steps-in-text';
import { t } from '../../../shared/text';
import { apply } from '../actions';
import { showAnnotation } from '../annotating';
import { offsetAtPoint, rangeOf } from '../offsets';

const ENDS = ['start', 'end'] as const;
/** A range changed by keys is kept so long after the last one, in ms. */
const PAUSE = 600;
/** Its name in reader.css. */
const PREVIEW = 'passage-preview';

/** The two ends of the passage that is looked at, to be drawn to where it should begin and end. */
export function PassageHandles({
  root,
  note,
  text,
  annotation,
}: {
  root: RefObject<HTMLElement | null>;
  note: Note;
  /** The note's plain text. */
  text: string;
  annotation: Annotation;
}) {
  const [{ start, end }] = annotation.target;
  const [span, setSpan] = useState<Span>({ start, end });
  const current = useRef(span);
  /** What is on its way to the disk. */
  const sent = useRef<Span | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const [pulled, setPulled] = useState<End | null>(null);

  const show = (next: Span): void => {
    current.current = next;
    setSpan(next);
  };
  useEffect(() => {
    const hasMovedSince = sent.current !== null && sent.current !== current.current;
    sent.current = null;
    if (hasMovedSince) return;
    current.current = { start, end };
    setSpan({ start, end });
  }, [start, end]);

  const keep = (): void => {
    window.clearTimeout(timer.current);
    const next = current.current;
    if (sent.current === next || (next.start === start && next.end === end)) return;
    sent.current = next;
    const on = { note: note.id, annotation: annotation.id };
    void apply({ type: 'link-annotation', ...on, start: next.start, end: next.end, base: note.text }).then(
      (done) => {
        if (!done) show({ start, end });
      },
    );
  };
  const onKeyDown = (which: End) => (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
    if (event.key === 'Escape' || event.key === 'Enter') {
      window.clearTimeout(timer.current);
      if (event.key === 'Enter') keep();
      else show({ start, end });
      return showAnnotation(annotation.id);
    }
    if (direction === null || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    show(moveEnd(text, current.current, which, direction, event.ctrlKey ? 'word' : 'character'));
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(keep, PAUSE);
  };
  const onPointerMove = (which: End) => (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !root.current) return;
    const at = offsetAtPoint(root.current, event.clientX, event.clientY);
    if (at !== null) show(putEnd(current.current, which, at));
  };
  const places = usePlaces(root, span);
  usePreview(root, span, span.start !== start || span.end !== end);
  return ENDS.map((which) => {
    const place = places?.[which];
    if (!place) return null;
    return (
      <span
        key={which}
        role="slider"
        tabIndex={0}
        // Pulled, it lets the pointer through to the text below.
        className={`passage-handle ${which} kind-${annotation.kind} ${pulled === which ? 'pulled' : ''}`}
        aria-label={t(`window.passage-${which}`)}
        aria-valuemin={0}
        aria-valuemax={text.length}
        aria-valuenow={span[which]}
        aria-valuetext={text.slice(span.start, span.end)}
        style={place}
        onKeyDown={onKeyDown(which)}
        onBlur={keep}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          setPulled(which);
        }}
        onPointerMove={onPointerMove(which)}
        onMouseDown={(event) => event.preventDefault()}
        onPointerUp={() => {
          setPulled(null);
          keep();
        }}
        onPointerCancel={() => {
          setPulled(null);
          show({ start, end });
        }}
      />
    );
  });
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** Where the ends stand, measured anew when the text changes its size. */
function usePlaces(root: RefObject<HTMLElement | null>, span: Span): Record<End, Place> | null {
  const [places, setPlaces] = useState<Record<End, Place> | null>(null);
  useLayoutEffect(() => {
    const text = root.current;
    if (!text) return;
    const place = (): void => setPlaces(placesOf(text, span));
    place();
    const sizes = new ResizeObserver(place);
    sizes.observe(text);
    return () => sizes.disconnect();
  }, [root, span]);
  return places;
}

function placesOf(text: HTMLElement, span: Span): Record<End, Place> | null {
  const lines = [...(rangeOf(text, span)?.getClientRects() ?? [])].filter(({ width }) => width > 0);
  const [first, last] = [lines[0], lines.at(-1)];
  const origin = text.offsetParent?.getBoundingClientRect();
  if (!first || !last || !origin) return null;
  const at = (x: number, { top, height }: DOMRect): Place => ({
    left: x - origin.left,
    top: top - origin.top,
    height,
  });
  return { start: at(first.left, first), end: at(last.right, last) };
}

/** Shows the passage as it would be, without drawing the text anew at each step. */
function usePreview(root: RefObject<HTMLElement | null>, span: Span, isChanged: boolean): void {
  useLayoutEffect(() => {
    const range = isChanged && root.current ? rangeOf(root.current, span) : null;
    if (!range) return;
    CSS.highlights.set(PREVIEW, new Highlight(range));
    return () => void CSS.highlights.delete(PREVIEW);
  }, [root, span, isChanged]);
}
