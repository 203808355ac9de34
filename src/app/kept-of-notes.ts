import type { Change } from '../core/operation';
import type { Note } from '../core/schema';
import type { Library } from './library';
import type { LibraryPort } from './ports';

/** Something made of every note and kept up to date, so that a question about all of them is answered from memory. */
export class KeptOfNotes<T> {
  readonly #port: Pick<LibraryPort, 'readAll' | 'read'>;
  readonly #make: (note: Note) => T | null;
  readonly #kept = new Map<string, T>();
  /** Notes that changed outside: they are read again before the next answer. */
  readonly #stale = new Set<string>();
  #loading: Promise<void> | null = null;
  /** While all are read: what was changed since that began. */
  #changedMeanwhile: Set<string> | null = null;

  /** @param make what is kept of a note; null: nothing */
  constructor(
    port: Pick<LibraryPort, 'readAll' | 'read'>,
    library: Pick<Library, 'follow'>,
    make: (note: Note) => T | null,
  ) {
    this.#port = port;
    this.#make = make;
    library.follow((changes) => this.#take(changes));
  }

  /** Reads all notes, once. */
  load(): Promise<void> {
    this.#loading ??= this.#readAll();
    return this.#loading;
  }

  /** What is kept of each note, as the notes are now. */
  async current(): Promise<ReadonlyMap<string, T>> {
    await this.load();
    const ids = [...this.#stale];
    this.#stale.clear();
    for (const id of ids) {
      const note = await this.#port.read(id);
      if (note.ok) this.#keep(note.value);
    }
    return this.#kept;
  }

  async #readAll(): Promise<void> {
    const changed = new Set<string>();
    this.#changedMeanwhile = changed;
    for await (const note of this.#port.readAll()) {
      // What was changed meanwhile is newer than what was read.
      if (!changed.has(note.id)) this.#keep(note);
    }
    this.#changedMeanwhile = null;
  }

  #take(changes: readonly Change[]): void {
    // Before the first question there is nothing to keep up to date.
    if (!this.#loading) return;
    for (const { id, before, after } of changes) {
      this.#changedMeanwhile?.add(id);
      if (after) this.#keep(after);
      else this.#kept.delete(id);
      if (!before && !after) this.#stale.add(id);
      else this.#stale.delete(id);
    }
  }

  #keep(note: Note): void {
    const made = this.#make(note);
    if (made === null) this.#kept.delete(note.id);
    else this.#kept.set(note.id, made);
  }
}
