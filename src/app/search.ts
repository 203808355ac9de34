import type { Change } from '../core/operation';
import { holdsAll, queryWords, searchedText } from '../core/search';
import type { Library } from './library';
import type { LibraryPort } from './ports';

/** Finds notes by their words: a plain scan over the folded text of each. */
export class Search {
  readonly #port: Pick<LibraryPort, 'readAll' | 'read'>;
  readonly #library: Pick<Library, 'list' | 'follow'>;
  readonly #texts = new Map<string, string>();
  /** Notes that changed outside: they are read again before the next answer. */
  readonly #stale = new Set<string>();
  #loading: Promise<void> | null = null;

  constructor(port: Pick<LibraryPort, 'readAll' | 'read'>, library: Pick<Library, 'list' | 'follow'>) {
    this.#port = port;
    this.#library = library;
    library.follow((changes) => this.#take(changes));
  }

  /** Reads the texts of all notes, once. */
  load(): Promise<void> {
    this.#loading ??= this.#readAll();
    return this.#loading;
  }

  /** Ids of the notes that hold every word of the query, in the order of the list. */
  async find(query: string): Promise<string[]> {
    const words = queryWords(query);
    if (words.length === 0) return this.#library.list().map(({ id }) => id);
    await this.load();
    await this.#refresh();
    return this.#library
      .list()
      .filter(({ id }) => holdsAll(this.#texts.get(id) ?? '', words))
      .map(({ id }) => id);
  }

  async #readAll(): Promise<void> {
    for await (const note of this.#port.readAll()) {
      // What was changed meanwhile is newer than what was read.
      if (!this.#texts.has(note.id)) this.#texts.set(note.id, searchedText(note));
    }
  }

  #take(changes: readonly Change[]): void {
    // Before the first search there is nothing to keep up to date.
    if (!this.#loading) return;
    for (const { id, before, after } of changes) {
      if (after) this.#texts.set(id, searchedText(after));
      else this.#texts.delete(id);
      if (!before && !after) this.#stale.add(id);
      else this.#stale.delete(id);
    }
  }

  async #refresh(): Promise<void> {
    const ids = [...this.#stale];
    this.#stale.clear();
    for (const id of ids) {
      const note = await this.#port.read(id);
      if (note.ok) this.#texts.set(id, searchedText(note.value));
    }
  }
}
