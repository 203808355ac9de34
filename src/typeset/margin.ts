import { z } from 'zod';
import { layOutPages } from '../core/margin-layout';

/**
 * What a layout with comments in the margin tells of each note after its first pass, in metadata labelled `<margin>`. Lengths in
 * points, from the top left corner of the page; pages from 1. Marks come in the order of the text: where a passage begins and ends,
 * and hooks, which are the places between words where cards can be set.
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
  /** By page: hooks, known by where they stand, and the cards that are set at them. */
  readonly hooks: Readonly<Record<string, readonly UsedHook[]>>;
  /** By note: comments that are set after its text: those cut short, and those that no margin has room for. */
  readonly after: Readonly<Record<string, readonly number[]>>;
  /** By note and number: where passages begin, and where the cards stand beside them. */
  readonly passages: Readonly<Record<string, PlacesByNumber<{ readonly x: number; readonly y: number }>>>;
  readonly beside: Readonly<Record<string, PlacesByNumber<{ readonly top: number }>>>;
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
  const hooks: Record<string, UsedHook[]> = {};
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
    for (const [page, used] of Object.entries(placed.hooks)) hooks[page] = [...(hooks[page] ?? []), ...used];
  }
  return told ? { hooks, after, passages, beside } : null;
}

interface PlacedNote {
  readonly hooks: Record<string, UsedHook[]>;
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

/** The hooks that can be told from all others by where they stand. */
class Hooks {
  readonly #marks: readonly Mark[];
  readonly #byPage = new Map<number, { mark: Mark; order: number }[]>();
  readonly #cards = new Map<Mark, PlacedCard[]>();

  constructor(marks: readonly Mark[]) {
    this.#marks = marks;
    const key = ({ page, x, y }: Mark): string => `${page} ${x.toFixed(1)} ${y.toFixed(1)}`;
    const seen = new Map<string, number>();
    const all = marks.map((mark, order) => ({ mark, order })).filter(({ mark }) => mark.at === 'hook');
    for (const { mark } of all) seen.set(key(mark), (seen.get(key(mark)) ?? 0) + 1);
    for (const hook of all) {
      if (seen.get(key(hook.mark)) !== 1) continue;
      const onPage = this.#byPage.get(hook.mark.page) ?? [];
      onPage.push(hook);
      this.#byPage.set(hook.mark.page, onPage);
    }
  }

  /**
   * Sets a card at a hook of the page: read aloud, it comes after its passage if that stands on the same page.
   * @returns whether the page has a hook
   */
  add(page: number, card: PlacedCard): boolean {
    const onPage = this.#byPage.get(page) ?? [];
    const ends = this.#marks.findIndex(({ at, number }) => at === 'end' && number === card.number);
    const hook = onPage.find(({ order }) => order > ends) ?? onPage.at(-1);
    if (!hook) return false;
    this.#cards.set(hook.mark, [...(this.#cards.get(hook.mark) ?? []), card]);
    return true;
  }

  used(): Record<string, UsedHook[]> {
    const used: Record<string, UsedHook[]> = {};
    for (const [{ page, x, y }, cards] of this.#cards) {
      used[page] ??= [];
      used[page].push({ x, y, cards });
    }
    return used;
  }
}
