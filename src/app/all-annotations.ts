import {
  type AnnotationFilter,
  type AnnotationList,
  type Listed,
  listAnnotations,
  listedOf,
} from '../core/annotation-list';
import { KeptOfNotes } from './kept-of-notes';
import type { Library } from './library';
import type { LibraryPort } from './ports';

/** So many annotations of a list the window gets at a time. */
const AT_ONCE = 500;

/** The annotations of the whole library as one list. */
export class AllAnnotations {
  readonly #listed: KeptOfNotes<readonly Listed[]>;

  constructor(port: Pick<LibraryPort, 'readAll' | 'read'>, library: Pick<Library, 'follow'>) {
    this.#listed = new KeptOfNotes(port, library, (note) =>
      note.annotations.length === 0 ? null : listedOf(note),
    );
  }

  /**
   * A portion of the annotations that a filter lets through.
   * @param from the first one wanted, from 0
   */
  async list(filter: AnnotationFilter, from: number): Promise<AnnotationList & { total: number }> {
    const listed = await this.#listed.current();
    const list = listAnnotations([...listed.values()].flat(), filter);
    return {
      ...list,
      annotations: list.annotations.slice(from, from + AT_ONCE),
      total: list.annotations.length,
    };
  }
}
