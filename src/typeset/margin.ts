import { z } from 'zod';
import { layOutPages } from '../core/margin-layout';

/**
 * What a layout with comments in the margin tells of each note after its first pass, in metadata labelled `<margin>`. Lengths in
 * points, from the top left corner of the page; pages from 1. Marks come in the order of the text: where a passage begins and ends,
 * and hooks, which are the places between words where cards can be set. Each hook has a key.
 */
const measuredSchema = z.object({
  /** Its place in the briefing, from 0. */
  note: z.number().int(),
  gap: z.number(),
  /** The page on which its text begins. */
  first: z.number().int(),
  /** The room for cards on each of its pages. */
  columns: z.array(z.object({ top: z.number(), bottom: z.number() })),
  /** How far above the baseline of its line a card begins. */
  rise: z.number(),
  /** `short`: only the beginning of the comment is shown, since it is too long for the margin. */
  cards: z.array(z.object({ number: z.number().int(), height: z.number(), short: z.boolean() })),
  marks: z.array(
    z.object({
      at: z.enum(['begin', 'end', 'hook']),
      /** Of the annotation; 0 for a hook. */
      number: z.number().int(),
      /** Of a hook; empty for other marks. */
      key: z.string(),
      page: z.number().int(),
      x: z.number(),
      y: z.number(),
    }),
  ),
});
type Measured = z.infer<typeof measuredSchema>;
type Mark = Measured['marks'][number];

/** What the second pass reads from /margin.json. */
export interface MarginPlaces {
  /** By note and key: hooks, and the cards that are set at them. */
  readonly hooks: Readonly<Record<string, Readonly<Record<string, UsedHook>>>>;
  /** By note: comments that are set after its text: those cut short, and those that no margin has room for. */
  readonly after: Readonly<Record<string, readonly number[]>>;
  /** By note and number: where passages begin, and where the cards stand beside them. */
  readonly passages: Readonly<Record<string, PlacesByNumber<{ readonly x: number; readonly y: number }>>>;
  readonly beside: Readonly<Record<string, PlacesByNumber<{ readonly top: number }>>>;
  /** Whether these are found for good: nothing is set after any text, so that no page moves. */
  readonly last: boolean;
}

interface PlacedCard {
  readonly number: number;
  readonly top: number;
  readonly height: number;
  readonly short: boolean;
}

type PlacesByNumber<T> = Readonly<Record<string, T & { readonly page: number }>>;

interface UsedHook {
  readonly x: number;
  readonly y: number;
  readonly cards: PlacedCard[];
}

/**
 * Finds a place for every card.
 * @param values what the first pass told, of each note
 * @returns null where nothing of the form above was told
 */
export function placeCards(values: readonly unknown[]): MarginPlaces | null {
  const hooks: Record<string, PlacedNote['hooks']> = {};
  const after: Record<string, readonly number[]> = {};
  const passages: Record<string, PlacedNote['passages']> = {};
  const beside: Record<string, PlacedNote['beside']> = {};
  let told = false;
  for (const value of values) {
    const { success, data } = measuredSchema.safeParse(value);
    if (!success) continue;
    told = true;
    const placed = placedIn(data);
    after[data.note] = placed.after;
    passages[data.note] = placed.passages;
    beside[data.note] = placed.beside;
    hooks[data.note] = placed.hooks;
  }
  const last = Object.values(after).every((numbers) => numbers.length === 0);
  return told ? { hooks, after, passages, beside, last } : null;
}

interface PlacedNote {
  readonly hooks: Readonly<Record<string, UsedHook>>;
  readonly after: number[];
  readonly passages: PlacesByNumber<{ x: number; y: number }>;
  readonly beside: PlacesByNumber<{ top: number }>;
}

function placedIn({ gap, first, columns, rise, cards, marks }: Measured): PlacedNote {
  const hooks = new Hooks(marks);
  const wanting = cards.flatMap(({ number, height }) => {
    const begin = marks.find((mark) => mark.at === 'begin' && mark.number === number);
    if (!begin) return [];
    return [{ id: number, page: begin.page - first, wanted: begin.y - rise, height }];
  });
  const { places } = layOutPages(wanting, { gap, columns });
  const after: number[] = [];
  const beside: Record<string, { page: number; top: number }> = {};
  for (const card of cards) {
    const place = places.get(card.number);
    const set = place && hooks.add(place.page + first, { ...card, top: place.top });
    if (!set || card.short) after.push(card.number);
    if (set) beside[card.number] = { page: place.page + first, top: place.top };
  }
  const begins = marks.filter(({ at }) => at === 'begin').toReversed();
  // A passage leads to the line above its first words.
  const passages = Object.fromEntries(
    begins.map(({ number, page, x, y }) => [number, { page, x, y: Math.max(0, y - rise) }]),
  );
  return { hooks: hooks.used(), after, passages, beside };
}

/** The hooks that stand once: a cell of the first column stands in each part of a table that is parted. */
class Hooks {
  readonly #byPage = new Map<number, { mark: Mark; order: number }[]>();
  readonly #ends = new Map<number, number>();
  readonly #used = new Map<string, UsedHook>();

  constructor(marks: readonly Mark[]) {
    const times = new Map<string, number>();
    for (const { key } of marks) times.set(key, (times.get(key) ?? 0) + 1);
    for (const [order, mark] of marks.entries()) {
      if (mark.at === 'end' && !this.#ends.has(mark.number)) this.#ends.set(mark.number, order);
      if (mark.at !== 'hook' || times.get(mark.key) !== 1) continue;
      const onPage = this.#byPage.get(mark.page) ?? [];
      onPage.push({ mark, order });
      this.#byPage.set(mark.page, onPage);
    }
  }

  /**
   * Sets a card at a hook of the page: read aloud, it comes after its passage if that stands on the same page.
   * @returns whether the page has a hook
   */
  add(page: number, card: PlacedCard): boolean {
    const onPage = this.#byPage.get(page) ?? [];
    const ends = this.#ends.get(card.number) ?? -1;
    const hook = (onPage.find(({ order }) => order > ends) ?? onPage.at(-1))?.mark;
    if (!hook) return false;
    const used = this.#used.get(hook.key) ?? { x: hook.x, y: hook.y, cards: [] };
    used.cards.push(card);
    this.#used.set(hook.key, used);
    return true;
  }

  used(): Record<string, UsedHook> {
    return Object.fromEntries(this.#used);
  }
}
