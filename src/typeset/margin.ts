import { z } from 'zod';
import { layOutPages } from '../core/margin-layout';

/**
 * What a layout with comments in the margin tells after its first pass, in the metadata labelled `<margin>`. Lengths in points,
 * from the top left corner of the page; pages from 1. A mark is a place in the text at which cards can be set: where a passage
 * begins or ends, or (`fill`) between words.
 */
const measuredSchema = z.object({
  column: z.object({ top: z.number(), bottom: z.number(), gap: z.number() }),
  pages: z.number().int().positive(),
  /** How far above the baseline of its line a card begins. */
  rise: z.number(),
  /** `short`: only the beginning of the comment is shown, since it is too long for the margin. */
  cards: z.array(z.object({ number: z.number().int(), height: z.number(), short: z.boolean() })),
  marks: z.array(
    z.object({
      at: z.enum(['begin', 'end', 'fill']),
      /** Of the annotation; 0 for a fill. */
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
  /** By number: the page and the top of the card, and the mark at which it is set. */
  readonly cards: Readonly<Record<string, CardPlace>>;
  /** At these marks between words, the cards of these numbers. */
  readonly fills: readonly { page: number; x: number; y: number; numbers: number[] }[];
  /** Comments that are set after the text: those cut short, and those that no margin has room for. */
  readonly after: readonly number[];
}

interface CardPlace {
  readonly page: number;
  readonly top: number;
  readonly at: Mark['at'];
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

function placed({ column, pages, rise, cards, marks }: Measured): MarginPlaces {
  const begins = firstOf(marks, 'begin');
  const ends = firstOf(marks, 'end');
  const wanting = cards.flatMap(({ number, height }) => {
    const begin = begins.get(number);
    if (!begin) return [];
    return [{ id: number, page: begin.page - 1, wanted: begin.y - rise - column.top, height }];
  });
  const height = column.bottom - column.top;
  const { places } = layOutPages(wanting, { gap: column.gap, pages, height });
  const fills = new FillMarks(marks);
  const cutShort = new Set(cards.filter(({ short }) => short).map(({ number }) => number));
  const set: Record<string, CardPlace> = {};
  for (const [number, { page: index, top }] of places) {
    const page = index + 1;
    // Read aloud, a comment comes after its passage, if that ends on the same page.
    const at = [ends.get(number), begins.get(number)].find((mark) => mark?.page === page)?.at ?? 'fill';
    if (at === 'fill' && !fills.add(page, number)) continue;
    set[number] = { page, top: column.top + top, at, short: cutShort.has(number) };
  }
  const after = cards.map(({ number }) => number).filter((one) => !(one in set) || cutShort.has(one));
  return { cards: set, fills: fills.used(), after };
}

const firstOf = (marks: readonly Mark[], at: Mark['at']): Map<number, Mark> =>
  new Map(
    marks
      .filter((mark) => mark.at === at)
      .map((mark): [number, Mark] => [mark.number, mark])
      .reverse(),
  );

/** Cards that have moved to a page of which they have no passage are set at its first place that no other mark shares. */
class FillMarks {
  readonly #byPage = new Map<number, Mark>();
  readonly #numbers = new Map<Mark, number[]>();

  constructor(marks: readonly Mark[]) {
    const fills = marks.filter(({ at }) => at === 'fill');
    const seen = new Map<string, number>();
    const key = ({ page, x, y }: Mark): string => `${page} ${x.toFixed(2)} ${y.toFixed(2)}`;
    for (const mark of fills) seen.set(key(mark), (seen.get(key(mark)) ?? 0) + 1);
    for (const mark of fills) {
      if (seen.get(key(mark)) === 1 && !this.#byPage.has(mark.page)) this.#byPage.set(mark.page, mark);
    }
  }

  /** @returns whether the page has such a place */
  add(page: number, number: number): boolean {
    const mark = this.#byPage.get(page);
    if (!mark) return false;
    this.#numbers.set(mark, [...(this.#numbers.get(mark) ?? []), number]);
    return true;
  }

  used(): MarginPlaces['fills'] {
    return [...this.#numbers].map(([{ page, x, y }, numbers]) => ({ page, x, y, numbers }));
  }
}
