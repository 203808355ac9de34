import { z } from 'zod';
import { layOutPages } from '../core/margin-layout';

/**
 * What a layout with comments in the margin tells after its first pass, in the metadata labelled `<margin>`. Lengths in points,
 * from the top left corner of the page; pages from 1. Marks come in the order of the text: where a passage begins and ends, and
 * hooks, which are the places between words where cards can be set.
 */
const measuredSchema = z.object({
  gap: z.number(),
  /** The room for cards on each page. */
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
  readonly hooks: Readonly<Record<string, readonly { x: number; y: number; cards: PlacedCard[] }[]>>;
  /** Comments that are set after the text: those cut short, and those that no margin has room for. */
  readonly after: readonly number[];
}

interface PlacedCard {
  readonly number: number;
  readonly top: number;
  readonly height: number;
  readonly short: boolean;
}

/**
 * Finds a place for every card.
 * @param value what the first pass told; null when it is not of the form above
 */
export function placeCards(value: unknown): MarginPlaces | null {
  const parsed = measuredSchema.safeParse(value);
  return parsed.success ? placed(parsed.data) : null;
}

function placed({ gap, columns, rise, cards, marks }: Measured): MarginPlaces {
  const hooks = new Hooks(marks);
  const wanting = cards.flatMap(({ number, height }) => {
    const begin = marks.find((mark) => mark.at === 'begin' && mark.number === number);
    if (!begin) return [];
    return [{ id: number, page: begin.page - 1, wanted: begin.y - rise, height }];
  });
  const { places } = layOutPages(wanting, { gap, columns });
  const after: number[] = [];
  for (const card of cards) {
    const place = places.get(card.number);
    const set = place && hooks.add(place.page + 1, { ...card, top: place.top });
    if (!set || card.short) after.push(card.number);
  }
  return { hooks: hooks.used(), after };
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

  used(): MarginPlaces['hooks'] {
    const used: Record<string, { x: number; y: number; cards: PlacedCard[] }[]> = {};
    for (const [{ page, x, y }, cards] of this.#cards) {
      used[page] ??= [];
      used[page].push({ x, y, cards });
    }
    return used;
  }
}
