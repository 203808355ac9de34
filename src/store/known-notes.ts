import { summarise } from '../core/note';
import type { Note, NoteSummary } from '../core/schema';
import type { Stamp } from './durable';
import { systemCode } from './failures';
import type { Entry, IndexFile } from './index-file';

/**
 * How long after the last change the index is written, in ms: it is derived, so nothing is lost without it. Writing that of many
 * notes keeps the disk busy (100,000 have 50 MB), so it waits until nobody is likely to be at work.
 */
const INDEX_AFTER = 1500;
const PER_NOTE = 1;

/** What is known of each note's file; whenever it changes, the index follows. */
export class KnownNotes {
  readonly #index: IndexFile;
  #entries = new Map<string, Entry>();
  #isStale = false;
  #timer: NodeJS.Timeout | null = null;
  /** Of the timer, in ms. */
  #wait = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(index: IndexFile) {
    this.#index = index;
  }

  /** Takes over what the index says. @returns false where it is missing or cannot be used */
  async load(): Promise<boolean> {
    const entries = await this.#index.read();
    if (entries) this.#entries = entries;
    return entries !== null;
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  ids(): string[] {
    return [...this.#entries.keys()];
  }

  summaries(): NoteSummary[] {
    return [...this.#entries.values()].map(({ summary }) => summary);
  }

  /** Knows the note as it was just written. */
  know(note: Note, stamp: Stamp): void {
    this.set(note.id, entryOf(note, stamp));
  }

  /** @param entry null: there is no such note any more */
  set(id: string, entry: Entry | null): void {
    if (entry) this.#entries.set(id, entry);
    else if (!this.#entries.delete(id)) return;
    this.#indexLater();
  }

  /** Writes what the index does not have yet. */
  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await this.#write();
  }

  #indexLater(): void {
    this.#isStale = true;
    const wait = INDEX_AFTER + PER_NOTE * this.#entries.size;
    if (this.#timer && wait === this.#wait) {
      this.#timer.refresh();
      return;
    }
    if (this.#timer) clearTimeout(this.#timer);
    this.#wait = wait;
    this.#timer = setTimeout(() => void this.#write(), wait);
    this.#timer.unref();
  }

  #write(): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      if (!this.#isStale) return;
      this.#isStale = false;
      await this.#index.write(this.#entries.values()).catch((error: unknown) => {
        // The next start makes it anew.
        if (systemCode(error) === null) throw error;
      });
    });
    return this.#writing;
  }
}

export const entryOf = (note: Note, { size, mtime }: Stamp): Entry => ({
  summary: summarise(note),
  size,
  mtime,
});

/** Whether a file is still as it was when its entry was made. */
export const isAsKnown = (stamp: Stamp | null, entry: Entry | undefined): boolean =>
  stamp !== null && entry?.size === stamp.size && entry.mtime === stamp.mtime;

/** Some disks round times, in ms. */
const ROUNDED = 2000;

/** Whether two looks at a file, maybe with a restart of the machine between them, saw the same. */
export const isAlike = (one: Stamp | null, other: Stamp | null): boolean =>
  one === null || other === null
    ? one === other
    : one.size === other.size && Math.abs(one.mtime - other.mtime) <= ROUNDED;
