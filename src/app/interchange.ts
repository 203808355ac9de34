import { pageOf } from '../core/address';
import { countImported } from '../core/import-annotations';
import { fail, ok, type Result } from '../core/result';
import type { Note } from '../core/schema';
import { type FoundAnnotation, MAX_ANNOTATION_FILE, readAnnotations } from '../formats/annotations/registry';
import type { AnnotationsReport } from '../shared/contract';
import type { Library } from './library';
import type { Ports } from './ports';

/** Annotations that were made elsewhere into notes of the library. */
export class Interchange {
  readonly #ports: Ports;
  readonly #library: Library;

  constructor(ports: Ports, library: Library) {
    this.#ports = ports;
    this.#library = library;
  }

  /**
   * Brings the annotations of a file to a note: one step for undo.
   * @param paths of the file; none: the person is asked for one
   * @returns null where the person chose none
   */
  async import(note: string, paths: readonly string[]): Promise<Result<AnnotationsReport | null>> {
    const path = paths[0] ?? (await this.#ports.dialogs.chooseAnnotations());
    if (path === null) return ok(null);
    return path === '' ? fail('file-not-on-disk') : this.from(note, path);
  }

  /** Brings the annotations of a file to a note. */
  async from(id: string, path: string): Promise<Result<AnnotationsReport>> {
    const { files, now } = this.#ports;
    const bytes = await files.read(path, MAX_ANNOTATION_FILE);
    if (!bytes.ok) return bytes;
    const file = files.nameOf(path);
    const read = await readAnnotations(bytes.value, { name: file, now: now() });
    if (!read.ok) return read;
    const before = await this.#library.note(id);
    if (!before.ok) return before;
    const { found, unread, warnings } = read.value;
    const about = aboutNote(found, before.value);
    const annotations = about.map(({ annotation }) => annotation);
    const change = await this.#library.apply({ type: 'import-annotations', note: id, annotations });
    if (!change.ok) return change;
    const after = change.value.notes.find((note) => note.id === id) ?? before.value;
    const counts = countImported(before.value, after, annotations);
    return ok({
      file,
      change: change.value,
      counts: { ...counts, elsewhere: found.length - about.length, unread },
      warnings,
    });
  }
}

/** Of annotations of several pages, those of the note's own; all, where the note's own page is not among them. */
function aboutNote(found: readonly FoundAnnotation[], { source }: Note): readonly FoundAnnotation[] {
  const page = pageOf(source.address ?? '');
  const isHere = ({ source }: FoundAnnotation): boolean => source !== null && pageOf(source) === page;
  if (page === null || !found.some(isHere)) return found;
  return found.filter((each) => each.source === null || isHere(each));
}
