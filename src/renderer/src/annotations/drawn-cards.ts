/** A part of a list of cards, in CSS pixels below its top. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

export const EVERYWHERE: Stretch = { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };

/** A stretch and so much more on both sides, in heights of its own. */
export const widened = ({ top, bottom }: Stretch, by: number): Stretch => ({
  top: top - by * (bottom - top),
  bottom: bottom + by * (bottom - top),
});

/** Whether two stretches have something in common; one that is not known has nothing. */
export const meets = (place: Stretch | undefined, { top, bottom }: Stretch): boolean =>
  place !== undefined && place.top < bottom && place.bottom > top;

/** The cards of a list, in their order; where they stand, and which of them are drawn (null: all). */
export interface Cards {
  readonly ids: readonly string[];
  readonly places: ReadonlyMap<string, Stretch>;
  readonly drawn: ReadonlySet<string> | null;
}

/** The cards of a stretch that are not drawn, the nearest to what is seen first. */
export function missingIn({ ids, places, drawn }: Cards, stretch: Stretch, sight: Stretch): string[] {
  if (drawn === null) return [];
  const distance = (id: string): number => {
    const { top = 0, bottom = 0 } = places.get(id) ?? {};
    return Math.max(0, top - sight.bottom, sight.top - bottom);
  };
  return ids
    .filter((id) => !drawn.has(id) && meets(places.get(id), stretch))
    .sort((a, b) => distance(a) - distance(b));
}

/**
 * The cards to be drawn: some more, and of those that are, the ones that are not far. The first and the last one, and those around the
 * one that has the focus, are always: from one to the next, and into the list from both ends, leads the Tab key.
 */
export function drawnWith(
  { ids, places, drawn }: Cards,
  { more, near, focused }: { more: readonly string[]; near: Stretch; focused: string | null },
): Set<string> {
  const at = focused === null ? -1 : ids.indexOf(focused);
  const around = at < 0 ? [] : ids.slice(Math.max(0, at - 1), at + 2);
  const kept = new Set([...more, ...ids.slice(0, 1), ...ids.slice(-1), ...around]);
  return new Set(
    ids.filter((id) => kept.has(id) || (drawn?.has(id) !== false && meets(places.get(id), near))),
  );
}
