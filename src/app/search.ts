import { holdsAll, queryWords, searchedText } from '../core/search';
import { KeptOfNotes } from './kept-of-notes';
import type { Library } from './library';
import type { LibraryPort } from './ports';

/** Finds notes by their words: a plain scan over the folded text of each. */
export class Search {
  readonly #library: Pick<Library, 'list'>;
  readonly #texts: KeptOfNotes<string>;

  constructor(port: Pick<LibraryPort, 'readAll' | 'read'>, library: Pick<Library, 'list' | 'follow'>) {
    this.#library = library;
    this.#texts = new KeptOfNotes(port, library, searchedText);
  }

  /** Reads the texts of all notes, once. */
  load(): Promise<void> {
    return this.#texts.load();
  }

  /** Ids of the notes that hold every word of the query, in the order of the list. */
  async find(query: string): Promise<string[]> {
    const words = queryWords(query);
    if (words.length === 0) return this.#library.list().map(({ id }) => id);
    const texts = await this.#texts.current();
    return this.#library
      .list()
      .filter(({ id }) => holdsAll(texts.get(id) ?? '', words))
      .map(({ id }) => id);
  }
}
