import { type Compare, comparison, defaultOrder, type Order, pinnedFirst } from '../order';
import type { NoteSummary } from '../schema';
import { TagCounts, type TagNode } from '../tag-counts';
import { type Counts, PLACES, type Place, placeFits } from './place';
import { SortedRows } from './sorted-rows';

/** What the list shows, and in what order. */
export interface Shown {
  readonly place: Place;
  /** What the search found; null: no search. */
  readonly found: ReadonlySet<string> | null;
  readonly order: Order;
}

/** If fewer notes than this share of all were found, they are looked up one by one. */
const FEW = 0.1;

/**
 * The rows of the whole library with everything that is counted and listed of them. A change costs what the change is, not what the
 * library is: a hundred thousand notes feel like ten.
 */
export class Catalog {
  readonly #rows = new Map<string, NoteSummary>();
  /** Of the notes in All notes … */
  readonly #tags = new TagCounts();
  /** … and of every note. */
  readonly #known = new TagCounts();
  #counts: Counts = { all: 0, pinned: 0, archive: 0, trash: 0 };
  #shown: Shown = { place: { type: 'all' }, found: null, order: defaultOrder };
  readonly #language: string;
  #compare: Compare;
  #fits: (note: NoteSummary) => boolean = () => true;
  /** Every row in the order that was chosen; null until somebody needs it. */
  #all: SortedRows | null = null;
  #listed: SortedRows;

  /** @param language of the interface, BCP 47 */
  constructor(language: string) {
    this.#language = language;
    this.#compare = comparison(defaultOrder, language);
    this.#listed = new SortedRows(this.#compare);
    this.show(this.#shown);
  }

  get(id: string): NoteSummary | undefined {
    return this.#rows.get(id);
  }

  /** How many notes are at each place. */
  get counts(): Counts {
    return this.#counts;
  }

  /** The tags of the notes in All notes. */
  get tags(): readonly TagNode[] {
    return this.#tags.tree();
  }

  /** The tags of every note, also in the archive and in the trash. */
  get knownTags(): readonly TagNode[] {
    return this.#known.tree();
  }

  /** The rows of the list as it is shown now; the same array may have others later. */
  get listed(): readonly NoteSummary[] {
    return this.#listed.rows;
  }

  /** The notes of a place, in no particular order. */
  at(place: Place): NoteSummary[] {
    return [...this.#rows.values()].filter(placeFits(place));
  }

  /** Where a note stands in the list; -1: it is not in it. */
  indexOf(id: string): number {
    const row = this.#rows.get(id);
    return row ? this.#listed.indexOf(row) : -1;
  }

  /** Chooses what is listed. */
  show(shown: Shown): void {
    const { place, found, order } = shown;
    if (order !== this.#shown.order) {
      this.#compare = comparison(order, this.#language);
      this.#all = null;
    }
    this.#shown = shown;
    const isAt = placeFits(place);
    this.#fits = found ? (note) => found.has(note.id) && isAt(note) : isAt;
    this.#listed = this.#makeList();
  }

  /**
   * Takes over rows, and removes others.
   * @returns whether the list is another one
   */
  change(come: Iterable<NoteSummary>, removed: readonly string[] = []): boolean {
    const gone: NoteSummary[] = [];
    const added = new Map<string, NoteSummary>();
    for (const row of come) added.set(row.id, row);
    for (const id of new Set([...removed, ...added.keys()])) {
      const before = this.#rows.get(id);
      if (before) gone.push(before);
    }
    const rows = [...added.values()];
    this.#count(gone, rows);
    for (const id of removed) this.#rows.delete(id);
    for (const row of rows) this.#rows.set(row.id, row);
    this.#all?.change(gone, rows);
    const [left, entered] = [gone.filter(this.#fits), rows.filter(this.#fits)];
    this.#listed.change(left, entered);
    return left.length + entered.length > 0;
  }

  #makeList(): SortedRows {
    const { place, found } = this.#shown;
    const isFirst = found === null && (place.type === 'all' || place.type === 'tag');
    const compare = isFirst ? pinnedFirst(this.#compare) : this.#compare;
    if (found && found.size < this.#rows.size * FEW) {
      const rows = [...found].flatMap((id) => this.#rows.get(id) ?? []).filter(this.#fits);
      return new SortedRows(compare, rows.sort(compare));
    }
    this.#all ??= new SortedRows(this.#compare, [...this.#rows.values()].sort(this.#compare));
    const [pinned, others]: [NoteSummary[], NoteSummary[]] = [[], []];
    for (const row of this.#all.rows)
      if (this.#fits(row)) (isFirst && row.pinned ? pinned : others).push(row);
    return new SortedRows(compare, pinned.length > 0 ? [...pinned, ...others] : others);
  }

  #count(gone: readonly NoteSummary[], come: readonly NoteSummary[]): void {
    const counts = { ...this.#counts };
    for (const type of PLACES) {
      const fits = placeFits({ type });
      for (const row of gone) if (fits(row)) counts[type] -= 1;
      for (const row of come) if (fits(row)) counts[type] += 1;
    }
    if (PLACES.some((type) => counts[type] !== this.#counts[type])) this.#counts = counts;
    this.#countTags(gone, come);
  }

  /** Most changes leave the tags as they are; then nothing is counted anew. */
  #countTags(gone: readonly NoteSummary[], come: readonly NoteSummary[]): void {
    const before = new Map(gone.map((row) => [row.id, row]));
    const isListed = placeFits({ type: 'all' });
    for (const row of come) {
      const old = before.get(row.id);
      const isSame = old && isListed(old) === isListed(row) && sameTags(old.tags, row.tags);
      if (isSame) before.delete(row.id);
      else {
        this.#known.add(row.tags);
        if (isListed(row)) this.#tags.add(row.tags);
      }
    }
    for (const row of before.values()) {
      this.#known.remove(row.tags);
      if (isListed(row)) this.#tags.remove(row.tags);
    }
  }
}

const sameTags = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((tag, index) => tag === b[index]);
