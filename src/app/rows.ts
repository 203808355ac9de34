import type { NoteSummary } from '../core/schema';
import { byLastChange } from '../core/search';

/** So many rows of the list the window gets at a time, after the first ones. */
const ROWS_AT_ONCE = 2000;

/** What the list shows of every note. */
export class Rows {
  readonly #rows = new Map<string, NoteSummary>();
  #sorted: readonly NoteSummary[] | null = null;
  /** The list that the window is being sent. */
  #sent: readonly NoteSummary[] = [];

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  /** Those of the notes that are there. */
  of(ids: readonly string[]): NoteSummary[] {
    return ids.flatMap((id) => this.#rows.get(id) ?? []);
  }

  /** In no particular order. */
  all(): Iterable<NoteSummary> {
    return this.#rows.values();
  }

  /** Newest change first. */
  list(): readonly NoteSummary[] {
    this.#sorted ??= [...this.#rows.values()].sort(byLastChange);
    return this.#sorted;
  }

  put(summaries: readonly NoteSummary[]): void {
    for (const summary of summaries) this.#rows.set(summary.id, summary);
    this.#sorted = null;
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) this.#rows.delete(id);
    this.#sorted = null;
  }

  /** Some rows of the list as it is when its first ones are asked for; each as it is now, those that are gone left out. */
  portion(from: number): { summaries: readonly NoteSummary[]; next: number | null } {
    if (from === 0) this.#sent = this.list();
    const to = from + ROWS_AT_ONCE;
    const summaries = this.of(this.#sent.slice(from, to).map(({ id }) => id));
    if (to < this.#sent.length) return { summaries, next: to };
    this.#sent = [];
    return { summaries, next: null };
  }
}
