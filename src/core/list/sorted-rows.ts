import type { Compare } from '../order';
import type { NoteSummary } from '../schema';

/** More changes than this at once are merged in one go instead of one by one. */
const FEW = 50;

/**
 * Rows that are kept in an order. A change of a few among very many finds its places by halving; the others are not looked at.
 * The comparison has to tell any two rows apart.
 */
export class SortedRows {
  readonly #compare: Compare;
  #rows: NoteSummary[];

  /** @param sorted in that order already */
  constructor(compare: Compare, sorted: NoteSummary[] = []) {
    this.#compare = compare;
    this.#rows = sorted;
  }

  /** The rows as they are now; the same array may have others later. */
  get rows(): readonly NoteSummary[] {
    return this.#rows;
  }

  /** Where a row stands; -1: it is not there. */
  indexOf(row: NoteSummary): number {
    const at = this.#placeOf(row);
    return this.#rows[at]?.id === row.id ? at : -1;
  }

  /**
   * @param gone rows as they stand there
   * @param come rows that do not stand there
   */
  change(gone: readonly NoteSummary[], come: readonly NoteSummary[]): void {
    if (gone.length + come.length > FEW) this.#merge(gone, come);
    else this.#splice(gone, come);
  }

  #splice(gone: readonly NoteSummary[], come: readonly NoteSummary[]): void {
    for (const row of gone) {
      const at = this.indexOf(row);
      if (at >= 0) this.#rows.splice(at, 1);
    }
    for (const row of come) this.#rows.splice(this.#placeOf(row), 0, row);
  }

  #merge(gone: readonly NoteSummary[], come: readonly NoteSummary[]): void {
    const left = new Set(gone.map((row) => this.indexOf(row)));
    if (gone.length > 0) this.#rows = this.#rows.filter((_, index) => !left.has(index));
    const merged: NoteSummary[] = [];
    let from = 0;
    for (const row of come.toSorted(this.#compare)) {
      const to = this.#placeOf(row);
      for (; from < to; from += 1) this.#copy(from, merged);
      merged.push(row);
    }
    for (; from < this.#rows.length; from += 1) this.#copy(from, merged);
    this.#rows = merged;
  }

  #copy(index: number, to: NoteSummary[]): void {
    const row = this.#rows[index];
    if (row) to.push(row);
  }

  /** The place before which all rows are less. */
  #placeOf(row: NoteSummary): number {
    let [from, to] = [0, this.#rows.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const other = this.#rows[middle];
      if (other && this.#compare(other, row) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
