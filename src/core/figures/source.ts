import type { Span } from '../highlight';
import { magnitude } from './decimal';
import type { Figure } from './figure';
import { fromToPairs } from './from-to';
import { readFigures } from './read';
import { aboutStems, countedStems } from './surroundings';

/** A note's text with its figures, read once for all that is compared with it. */
export class FigureSource {
  readonly #byValue = new Map<string, Figure[]>();
  readonly #counted = new WeakMap<Figure, ReadonlySet<string>>();
  readonly #about = new WeakMap<Figure, ReadonlySet<string>>();

  /**
   * @param text the note's plain text
   * @param figures of it, in their order
   * @param head figures of the note's source beside its text: its date
   */
  constructor(
    readonly text: string,
    readonly language: string,
    readonly figures: readonly Figure[],
    readonly head: readonly Figure[],
  ) {
    const ranges = fromToPairs(text, figures).map(({ range }) => range);
    for (const figure of [...figures, ...ranges, ...head]) {
      for (const key of keysOf(figure)) {
        const known = this.#byValue.get(key);
        if (known) known.push(figure);
        else this.#byValue.set(key, [figure]);
      }
    }
  }

  /** Figures that may have the value of this one: all that have are among them. */
  like(figure: Figure): readonly Figure[] {
    const [key] = keysOf(figure);
    return (key === undefined ? undefined : this.#byValue.get(key)) ?? [];
  }

  /** The figures that touch a stretch of the text, in their order. */
  within({ start, end }: Span): readonly Figure[] {
    let [low, high] = [0, this.figures.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.figures[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const found: Figure[] = [];
    for (let at = low; (this.figures[at]?.start ?? end) < end; at += 1) {
      const figure = this.figures[at];
      if (figure) found.push(figure);
    }
    return found;
  }

  /** What a number without a unit counts. */
  counted(figure: Figure): ReadonlySet<string> {
    return remembered(this.#counted, figure, () => countedStems(this.text, figure));
  }

  /** What a figure is about. */
  about(figure: Figure): ReadonlySet<string> {
    if (this.head.includes(figure)) return new Set();
    return remembered(this.#about, figure, () => aboutStems(this.text, this.figures, figure));
  }
}

/**
 * The source that a note's figures are compared with.
 * @param text the note's plain text
 * @param language BCP 47
 * @param date of the source, an ISO 8601 day
 */
export const figureSource = (text: string, language: string, date?: string): FigureSource =>
  new FigureSource(text, language, readFigures(text, language), headFigures(date));

/** The figures that a note's source has beside its text. @param date an ISO 8601 day */
export const headFigures = (date: string | undefined): readonly Figure[] => readFigures(date ?? '');

/** The most exact part of a value first. */
function keysOf({ value }: Figure): readonly string[] {
  switch (value.kind) {
    case 'quantity':
      return [magnitude(value.amount)];
    case 'written':
      return [value.signs];
    case 'date': {
      const { year, month, day } = value.from;
      return [
        ...(year === null ? [] : [`year ${year}`]),
        ...(month === null ? [] : [`month ${month}`]),
        ...(day === null ? [] : [`day ${day}`]),
      ];
    }
  }
}

function remembered<T extends object>(memory: WeakMap<Figure, T>, figure: Figure, find: () => T): T {
  const known = memory.get(figure);
  if (known) return known;
  const found = find();
  memory.set(figure, found);
  return found;
}
