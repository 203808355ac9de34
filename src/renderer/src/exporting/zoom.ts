/** How large pages are shown: as wide as the room for them, or so many CSS pixels to a point's natural size. */
export type Zoom = 'fit' | number;

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;
/** CSS pixels to a point. */
export const NATURAL = 96 / 72;
/** A page is not blown up to fill a wide screen. */
const WIDEST_FIT = 1.25;

/**
 * The scale at which a page is drawn, in CSS pixels to a point.
 * @param room for it, in CSS pixels
 * @param width of the page, in points
 */
export const scaleOf = (zoom: Zoom, room: number, width: number): number =>
  NATURAL * (zoom === 'fit' ? Math.min(WIDEST_FIT, Math.max(STEPS[0], room / (width * NATURAL))) : zoom);

/** The next larger or smaller step; the same where there is none. */
export function step(scale: number, by: 1 | -1): number {
  const zoom = scale / NATURAL;
  const next =
    by === 1 ? STEPS.find((each) => each > zoom * 1.01) : STEPS.findLast((each) => each < zoom * 0.99);
  return next ?? zoom;
}
