import { type Failure, fail, ok, type Result } from '../core/result';
import type { Note } from '../core/schema';
import { IMPORT_EXTENSIONS, type Imported, MAX_IMPORT, readNote, readNotes } from '../formats/registry';
import type { ImportedFile, ImportReport, ViewChange } from '../shared/contract';
import { idsFrom } from './content-ids';
import type { Produced } from './exporting';
import type { Library } from './library';
import type { Ports } from './ports';
import type { Tasks } from './tasks';

/** How many notes are written side by side. */
const BATCH = 64;
/** How many imported notes can get their repeated paragraphs back. */
const REPEATS_KEPT = 500;
/** The name of an import for its progress and for Cancel. */
const TASK = 'import';

export interface ImportOptions {
  /** Hears of each file as soon as its note is on the disk, or it is clear that there will be none. */
  readonly onFile?: (file: ImportedFile) => void;
  /** How many files are done, of how many. */
  readonly onProgress?: (done: number, all: number) => void;
  /** What opens those that are protected; none: nothing was given. */
  readonly password?: string;
}

/** How many protected files are remembered, for their passwords to be typed. */
const LOCKED_KEPT = 50;

interface Read {
  readonly file: string;
  readonly imported: Imported;
}

/** Notes into the app. */
export class Importing {
  readonly #ports: Ports;
  readonly #library: Library;
  readonly #tasks: Tasks;
  /** Paths of files that need a password, by what the window calls them. */
  readonly #locked = new Map<string, string>();
  readonly #repeats = new Map<string, { readonly without: string; readonly whole: string }>();

  constructor(ports: Ports, library: Library, tasks: Tasks) {
    this.#ports = ports;
    this.#library = library;
    this.#tasks = tasks;
  }

  /** The note that the app is shipped with, through the same importer as any other. */
  async firstNote(): Promise<void> {
    const bytes = await this.#ports.files.firstNote();
    const imported = bytes.ok ? await this.#parse(bytes.value, 'first-note.md') : bytes;
    const added = imported.ok ? await this.#library.add(imported.value.map(({ note }) => note)) : imported;
    if (!added.ok) this.#library.notice({ level: 'error', what: added.error });
  }

  /** Reads a file as a note, without touching the library. As long as the file is the same, so is the note, with its ids and dates. */
  async read(path: string): Promise<Result<Produced<Note>>> {
    const { files } = this.#ports;
    const bytes = await files.read(path, MAX_IMPORT);
    if (!bytes.ok) return bytes;
    const changed = await files.changed(path);
    if (!changed.ok) return changed;
    const newId = await idsFrom(bytes.value);
    const imported = await readNote(bytes.value, { name: files.nameOf(path), now: changed.value, newId });
    return imported.ok ? ok({ value: imported.value.note, warnings: imported.value.warnings }) : imported;
  }

  /** Imports files and what folders hold. A file that fails does not stop the others; the import is one step for undo. */
  paths(paths: readonly string[], options: ImportOptions = {}): Promise<Result<ImportReport>> {
    return this.#tasks.run(TASK, async (signal, progress) => {
      progress('importing', null);
      const files: ImportedFile[] = [];
      const added: Note[] = [];
      const report = (file: ImportedFile): void => {
        files.push(file);
        options.onFile?.(file);
      };
      const found = await this.#expand(paths, report);
      const all = found.length;
      // While one portion goes to the disk, the next is read.
      let writing: Promise<Note[]> = Promise.resolve([]);
      for (let done = 0; done < all && !signal.aborted; ) {
        const batch: Read[] = [];
        for (const path of found.slice(done, done + BATCH)) {
          const file = this.#ports.files.nameOf(path);
          const imported = await this.#read(path, options.password);
          if (imported.ok) for (const one of imported.value) batch.push({ file, imported: one });
          else report({ file, error: imported.error, ...this.#lockedAs(path, imported.error) });
        }
        for (const note of await writing) added.push(note);
        writing = this.#add(batch, report);
        done = Math.min(done + BATCH, all);
        options.onProgress?.(done, all);
        if (all > BATCH) progress('importing', done / all);
      }
      for (const note of await writing) added.push(note);
      return ok({ change: this.#library.remember('import', added), files });
    });
  }

  /** Imports a file that needed a password. @param locked what the report called it @returns null where it is not remembered */
  async unlock(locked: string, password: string): Promise<Result<ImportReport | null>> {
    const path = this.#locked.get(locked);
    return path === undefined ? ok(null) : this.paths([path], { password });
  }

  /** The window hears no paths. */
  #lockedAs(path: string, { code }: Failure): { locked?: string } {
    if (code !== 'pdf-protected' && code !== 'pdf-password-wrong') return {};
    const known = [...this.#locked].find(([, each]) => each === path)?.[0];
    const locked = known ?? `locked-${this.#ports.newId()}`;
    this.#locked.set(locked, path);
    const oldest = this.#locked.keys().next();
    if (this.#locked.size > LOCKED_KEPT && !oldest.done) this.#locked.delete(oldest.value);
    return { locked };
  }

  /** Puts the repeated paragraphs of an imported note back, as long as its text is as it was imported. */
  async keepRepeats(id: string): Promise<Result<ViewChange>> {
    const texts = this.#repeats.get(id);
    const note = await this.#library.note(id);
    if (!note.ok) return note;
    if (texts === undefined || note.value.text !== texts.without) return fail('repeats-not-available');
    return this.#library.apply({ type: 'edit-text', note: id, text: texts.whole });
  }

  async #expand(paths: readonly string[], report: (file: ImportedFile) => void): Promise<string[]> {
    const found: string[] = [];
    // What another program holds in memory can be dropped too; it has no path.
    if (paths.includes('')) report({ file: '', error: fail('file-not-on-disk').error });
    for (const path of paths.filter((each) => each !== '')) {
      const files = await this.#ports.files.expand(path, IMPORT_EXTENSIONS);
      if (!files.ok) report({ file: this.#ports.files.nameOf(path), error: files.error });
      else if (files.value.length === 0) {
        const folder = this.#ports.files.nameOf(path);
        report({ file: folder, error: { code: 'folder-empty', details: { file: folder } } });
      } else for (const file of files.value) found.push(file);
    }
    return found;
  }

  async #read(path: string, password?: string): Promise<Result<readonly Imported[]>> {
    const bytes = await this.#ports.files.read(path, MAX_IMPORT);
    return bytes.ok ? this.#parse(bytes.value, this.#ports.files.nameOf(path), password) : bytes;
  }

  #parse(bytes: Uint8Array, name: string, password?: string): Promise<Result<readonly Imported[]>> {
    const { now, newId } = this.#ports;
    return readNotes(bytes, { name, now: now(), newId, ...(password !== undefined && { password }) });
  }

  async #add(batch: readonly Read[], report: (file: ImportedFile) => void): Promise<Note[]> {
    if (batch.length === 0) return [];
    // Whoever imports a note wants to see it, also if it was in the trash when it left.
    const notes = batch.map(({ imported: { note } }): Note => ({ ...note, trashed: null }));
    const added = await this.#library.add(notes);
    for (const [index, { file, imported }] of batch.entries()) {
      if (!added.ok) {
        report({ file, error: { ...added.error, details: { ...added.error.details, file } } });
        continue;
      }
      const note = added.value[index];
      if (!note) continue;
      if (imported.withRepeats !== null) {
        this.#rememberRepeats(note.id, { without: note.text, whole: imported.withRepeats });
      }
      report({ file, note: note.id, title: note.title, warnings: imported.warnings });
    }
    return added.ok ? [...added.value] : [];
  }

  #rememberRepeats(id: string, texts: { without: string; whole: string }): void {
    this.#repeats.set(id, texts);
    const oldest = this.#repeats.keys().next();
    if (this.#repeats.size > REPEATS_KEPT && !oldest.done) this.#repeats.delete(oldest.value);
  }
}
