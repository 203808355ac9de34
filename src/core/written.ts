import { firstIndex } from './first-index';

/**
 * Text as it stands in a note's Markdown, maybe without something of it: what lines begin with in a quotation or a list, the marks that
 * escape others.
 */
export class Written {
  readonly text: string;
  /** Where the stretches that stand in the Markdown as they are begin in `text`, and where they do there, in UTF-16 code units. */
  readonly #starts: readonly number[];
  readonly #places: readonly number[];

  private constructor(text: string, starts: readonly number[], places: readonly number[]) {
    this.text = text;
    this.#starts = starts;
    this.#places = places;
  }

  /** A whole Markdown text. */
  static whole(markdown: string): Written {
    return new Written(markdown, [0], [0]);
  }

  /** Where one of its characters stands in the Markdown. */
  placeOf(offset: number): number {
    const at = Math.max(0, firstIndex(this.#starts, (start) => start > offset) - 1);
    // Spaces that a tab became take no more than its place.
    const next = this.#places[at + 1] ?? Number.POSITIVE_INFINITY;
    return Math.min(next, (this.#places[at] ?? 0) + offset - (this.#starts[at] ?? 0));
  }

  /**
   * A part of it whose lines have lost what they begin with.
   * @param from where the part begins, in UTF-16 code units
   * @param inner each of its lines is the end of a line of the part, in their order
   */
  within(from: number, to: number, inner: string): Written {
    const starts: number[] = [];
    const places: number[] = [];
    const outer = this.text.slice(from, to).split('\n');
    let [at, start] = [0, from];
    for (const [index, line] of inner.split('\n').entries()) {
      const whole = outer[index] ?? '';
      const indent = line.length - line.trimStart().length;
      const isEnd = whole.endsWith(line);
      if (!isEnd && indent > 0) {
        starts.push(at);
        places.push(this.placeOf(start));
      }
      // Spaces at its end may be lost.
      const words = whole.lastIndexOf(line.trim());
      starts.push(isEnd ? at : at + indent);
      places.push(this.placeOf(start + (isEnd ? whole.length - line.length : Math.max(0, words))));
      at += line.length + 1;
      start = Math.min(to, start + whole.length + 1);
    }
    return new Written(inner, starts, places);
  }

  /**
   * A part of it without the backslashes before `|`, which a table's cells need.
   * @param from where the part begins, in UTF-16 code units
   * @param inner the part without them
   */
  withoutEscapedBars(from: number, inner: string): Written {
    const starts = [0];
    const places = [this.placeOf(from)];
    let at = from;
    for (let index = 0; index < inner.length; index += 1, at += 1) {
      if (inner[index] !== '|' || this.text[at] !== '\\') continue;
      at += 1;
      starts.push(index);
      places.push(this.placeOf(at));
    }
    return new Written(inner, starts, places);
  }
}
