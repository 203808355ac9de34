/** A card that wants to stand beside its passage. Lengths are in any one unit. */
export interface MarginCard<Id> {
  readonly id: Id;
  /** Where its top would be if it were alone: the top of the first line of its passage. */
  readonly wanted: number;
  readonly height: number;
}

export interface MarginOptions<Id> {
  /** The least space between two cards. */
  readonly gap: number;
  /** The card that has its right place; the others make room. */
  readonly active?: Id | null;
  /** Cards that stay at these tops as far as there is room: they are being looked at, and must not move for what is out of sight. */
  readonly held?: ReadonlyMap<Id, number>;
  /** The lowest edge of the column; without it the column is endless. Where the cards together are taller, it is overrun. */
  readonly bottom?: number;
}

/**
 * Moves the cards of a margin apart, each as little as possible (least squares), in the order of their passages, none above 0.
 *
 * With the heights of the cards before it taken away from each wanted place, "not overlapping" becomes "not descending", so this
 * is isotonic regression: pool adjacent violators (Ayer et al. 1955), clamped to the bounds, which keeps it optimal.
 * @param cards in reading order where their wanted places are equal
 * @returns the top of each card
 */
export function layOutMargin<Id>(
  cards: readonly MarginCard<Id>[],
  { gap, active = null, held = new Map(), bottom = Number.POSITIVE_INFINITY }: MarginOptions<Id>,
): Map<Id, number> {
  const ordered = [...cards].sort((a, b) => a.wanted - b.wanted);
  const before: number[] = [];
  let total = 0;
  for (const { height } of ordered) {
    before.push(total);
    total += height + gap;
  }
  const shifted = ordered.map(({ wanted }, index) => wanted - (before[index] ?? 0));
  const limits = { least: 0, most: Math.max(0, bottom - (total - gap)) };
  const pinned = new Map<number, number>();
  for (const [index, { id }] of ordered.entries()) {
    const top = held.get(id);
    if (top !== undefined) pinned.set(index, top - (before[index] ?? 0));
    else if (id === active) pinned.set(index, shifted[index] ?? 0);
  }
  const places = ascendingAround(shifted, pinned, limits);
  return new Map(ordered.map(({ id }, index) => [id, (places[index] ?? 0) + (before[index] ?? 0)]));
}

/** A card of a document with pages: `wanted` counts from the top of its page. */
export interface PagedCard<Id> extends MarginCard<Id> {
  /** From 0. */
  readonly page: number;
}

/** The room that a page has for cards, from its top edge. */
export interface MarginColumn {
  readonly top: number;
  readonly bottom: number;
}

export interface PagedMargin<Id> {
  readonly places: Map<Id, { readonly page: number; readonly top: number }>;
  /** Cards for which the pages have no room, in order. */
  readonly left: readonly Id[];
}

/**
 * Lays out the margins of several pages. Cards for which a page has no room move on to the next, in order. Those taller than
 * the column of their page, and those for which no page has room, are left over.
 * @param cards in reading order
 * @param columns one for each page
 */
export function layOutPages<Id>(
  cards: readonly PagedCard<Id>[],
  { gap, columns }: { gap: number; columns: readonly MarginColumn[] },
): PagedMargin<Id> {
  const places = new Map<Id, { page: number; top: number }>();
  let waiting: readonly PagedCard<Id>[] = [];
  for (const [page, { top, bottom }] of columns.entries()) {
    const height = bottom - top;
    const here = [...waiting, ...cards.filter((card) => card.page === page && card.height <= height)];
    const fitting = howManyFit(here, gap, height);
    // Never before the card before it: in a table a passage further on may begin higher.
    let least = 0;
    const standing = here.slice(0, fitting).map((card) => {
      if (card.page === page) least = Math.max(least, card.wanted - top);
      return { ...card, wanted: least };
    });
    for (const [id, place] of layOutMargin(standing, { gap, bottom: height }))
      places.set(id, { page, top: top + place });
    waiting = here.slice(fitting);
  }
  return { places, left: cards.filter(({ id }) => !places.has(id)).map(({ id }) => id) };
}

function howManyFit(cards: readonly { height: number }[], gap: number, height: number): number {
  let used = -gap;
  for (const [index, card] of cards.entries()) {
    used += card.height + gap;
    if (used > height) return index;
  }
  return cards.length;
}

interface Limits {
  readonly least: number;
  readonly most: number;
}

/** The never descending numbers nearest to the given ones. */
function ascending(wanted: readonly number[], { least, most }: Limits): number[] {
  const pools: { sum: number; size: number }[] = [];
  for (const value of wanted) {
    let pool = { sum: value, size: 1 };
    for (let last = pools.at(-1); last && last.sum / last.size > pool.sum / pool.size; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, size: last.size + pool.size };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, size }) => {
    const place = Math.min(Math.max(sum / size, least), most);
    return Array.from({ length: size }, () => place);
  });
}

/**
 * The same, with some numbers kept at given places as far as the limits and those before them allow.
 * @param pinned by their index, in ascending order
 */
function ascendingAround(
  wanted: readonly number[],
  pinned: ReadonlyMap<number, number>,
  { least, most }: Limits,
): number[] {
  const places: number[] = [];
  let lowest = least;
  for (const [index, place] of pinned) {
    const kept = Math.min(Math.max(place, lowest), most);
    places.push(...ascending(wanted.slice(places.length, index), { least: lowest, most: kept }), kept);
    lowest = kept;
  }
  return [...places, ...ascending(wanted.slice(places.length), { least: lowest, most })];
}
