import { type RefObject, useLayoutEffect, useState } from 'react';

/** Rows beyond what is seen, above and below, so that a quick wheel does not outrun the page. */
const BEYOND = 8;

/** Which rows of a list are drawn: `from` up to, not with, `to`. */
export interface Sight {
  readonly from: number;
  readonly to: number;
}

/**
 * The rows that are in sight of a list whose rows are all of one height: what is drawn does not depend on how long the list is.
 * @param scroller what the list scrolls in
 * @param count of all rows
 * @param height of a row, in CSS pixels
 */
export function useRowsInSight(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  height: number,
): Sight {
  const [sight, setSight] = useState<Sight>({ from: 0, to: 30 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = (): void => {
      // By whole steps, so that most frames of a scroll draw nothing anew.
      const first = Math.floor(element.scrollTop / height / BEYOND) * BEYOND;
      const seen = Math.ceil(element.clientHeight / height);
      const next = { from: Math.max(0, first - BEYOND), to: first + seen + 2 * BEYOND };
      setSight((now) => (now.from === next.from && now.to === next.to ? now : next));
    };
    look();
    const size = new ResizeObserver(look);
    size.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      size.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, height]);
  return { from: Math.min(sight.from, Math.max(0, count - 1)), to: Math.min(sight.to, count) };
}

/** Scrolls as little as needed to see a row whole. */
export function bringIntoSight(scroller: HTMLElement | null, index: number, height: number): void {
  if (!scroller) return;
  const top = index * height;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + height > scroller.scrollTop + scroller.clientHeight)
    scroller.scrollTop = top + height - scroller.clientHeight;
}
