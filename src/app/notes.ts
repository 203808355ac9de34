import type { Change } from '../core/operation';
import { ok, type Result } from '../core/result';
import type { Note } from '../core/schema';
import type { LibraryPort } from './ports';

/** How many notes are kept in memory; the others are read again when they are asked for. */
const KEPT = 200;
/** How many are kept of those that are no longer so. */
const LAST_KNOWN = 50;

/** The notes of the library, read when they are needed; the last ones used stay in memory. */
export class Notes {
  readonly #library: Pick<LibraryPort, 'read'>;
  readonly #kept = new Map<string, Note>();
  /** Notes as they were before they were deleted or changed by another program. */
  readonly #last = new Map<string, Note>();
  /** What is being read now, as long as nothing newer is known of it. */
  readonly #reading = new Map<string, Promise<Result<Note>>>();

  constructor(library: Pick<LibraryPort, 'read'>) {
    this.#library = library;
  }

  async get(id: string): Promise<Result<Note>> {
    const known = this.#kept.get(id);
    if (known) {
      this.#keep(known);
      return ok(known);
    }
    const reading = this.#reading.get(id) ?? this.#library.read(id);
    this.#reading.set(id, reading);
    try {
      const read = await reading;
      if (read.ok && this.#reading.get(id) === reading) this.#keep(read.value);
      return read;
    } finally {
      if (this.#reading.get(id) === reading) this.#reading.delete(id);
    }
  }

  /** The notes of several ids; fails with the first that cannot be read. */
  async all(ids: readonly string[]): Promise<Result<Map<string, Note>>> {
    const notes = new Map<string, Note>();
    for (const id of ids) {
      const note = await this.get(id);
      if (!note.ok) return note;
      notes.set(id, note.value);
    }
    return ok(notes);
  }

  /** Takes over what has been written. */
  take(changes: readonly Change[]): void {
    for (const { id, after } of changes) {
      this.#reading.delete(id);
      if (after) this.#keep(after);
      else this.#drop(id);
    }
  }

  /** Reads these again when they are next asked for. */
  forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.#reading.delete(id);
      this.#drop(id);
    }
  }

  /** A note that is not there any more, as it was last known. */
  last(id: string): Note | undefined {
    return this.#last.get(id);
  }

  #drop(id: string): void {
    const note = this.#kept.get(id);
    if (!note) return;
    this.#kept.delete(id);
    putLast(this.#last, note, LAST_KNOWN);
  }

  #keep(note: Note): void {
    putLast(this.#kept, note, KEPT);
  }
}

/** Puts a note at the end, and takes the first one out where they are more than so many. */
function putLast(notes: Map<string, Note>, note: Note, most: number): void {
  notes.delete(note.id);
  notes.set(note.id, note);
  const first = notes.keys().next();
  if (notes.size > most && !first.done) notes.delete(first.value);
}
