import { type Composed, composePack, type TypesetRequest } from '../core/briefing';
import { chosenAnnotations } from '../core/chosen-annotations';
import { cleanText } from '../core/clean';
import { fileNameFor } from '../core/file-name';
import { preparePassword } from '../core/pdf-password';
import { assertNever, type Failure, fail, ok, type Result, type Warning } from '../core/result';
import type { SaidOnce } from '../core/said-once';
import type { Note } from '../core/schema';
import { canBePack, type ExportChoices, type ExportFormat, hasPassage } from '../core/vocabulary';
import { WRITTEN_EXTENSION, writeAnnotations } from '../formats/annotations/registry';
import { writeDocument, writeMail } from '../formats/documents';
import { extensionOf as extensionOfNote, writeNote } from '../formats/registry';
import type { ExportPreview, ExportReport } from '../shared/contract';
import { layoutLabels } from '../shared/layout-labels';
import { possibleChoices } from '../shared/layouts';
import type { Parsed } from './create-app';
import type { Library } from './library';
import type { Ports } from './ports';
import type { Tasks } from './tasks';

/** Something made, with what a person should know of it. */
export interface Produced<T> {
  readonly value: T;
  readonly warnings: readonly Warning[];
}

/** What is chosen for one export alone, and kept nowhere. */
export interface ChosenOnce extends ExportChoices, SaidOnce {
  /** What opens the PDF; empty or none: nothing is needed. */
  readonly password?: string;
}

export interface ExportTarget {
  readonly path: string;
  readonly format: ExportFormat;
  readonly choices: ChosenOnce;
}

/** What becomes one file: a note, or several as a pack with a title of its own. */
export interface Exported {
  readonly title: string;
  readonly notes: readonly Note[];
}

/** What a pack is called that was given no title. */
export const packTitle = ({ language }: Pick<ExportChoices, 'language'>): string =>
  layoutLabels(language).pack ?? '';

const alone = (note: Note): Exported => ({ title: note.title, notes: [note] });

/** Notes out of the app. */
export class Exporting {
  readonly #ports: Ports;
  readonly #tasks: Tasks;
  readonly #library: Pick<Library, 'note'>;
  #last: string | null = null;

  /** @param library where the notes are, by their ids */
  constructor(ports: Ports, tasks: Tasks, library: Pick<Library, 'note'>) {
    this.#ports = ports;
    this.#tasks = tasks;
    this.#library = library;
  }

  /** Asks where to, and writes there. */
  async save(wanted: Parsed<'export.save'>): Promise<Result<ExportReport | null>> {
    const { each = false, task, password = '', presentation, head } = wanted;
    const choices = { ...wanted.choices, password, presentation, head };
    const what = await this.#gathered(wanted);
    if (!what.ok) return what;
    return each ? this.#saveEach(what.value.notes, choices, task) : this.#saveOne(what.value, choices, task);
  }

  async #saveOne(what: Exported, choices: ChosenOnce, task: string): Promise<Result<ExportReport | null>> {
    const { format } = choices;
    const extension = extensionOf(format).slice(1);
    const path = await this.#ports.dialogs.chooseSave(fileNameFor(what.title, extension), extension);
    if (path === null) return ok(null);
    return this.#tasks.run(task, async (signal, progress) => {
      progress('typesetting', null, what.notes.length > 1 ? what.notes.length : undefined);
      const written = await this.write(what, { path, format, choices }, signal, () =>
        progress('saving', null),
      );
      if (written.ok) this.#last = path;
      return written;
    });
  }

  /**
   * Asks for a folder, and writes each note to a file of its own there. What is in the folder already stays: a name that is taken gets
   * a number. Cancel ends it at once; the files that are there by then are whole.
   */
  async #saveEach(
    notes: readonly Note[],
    choices: ChosenOnce,
    task: string,
  ): Promise<Result<ExportReport | null>> {
    const folder = await this.#ports.dialogs.chooseFolder('export');
    if (folder === null) return ok(null);
    const { format } = choices;
    return this.#tasks.run(task, async (signal, progress) => {
      const warnings: Warning[] = [];
      for (const [index, note] of notes.entries()) {
        progress('exporting', index / notes.length, notes.length);
        const name = fileNameFor(note.title, extensionOf(format).slice(1));
        const path = await this.#ports.files.free(folder, name);
        const written = await this.write(alone(note), { path, format, choices }, signal);
        if (!written.ok) return index === 0 ? written : partly(written.error, index, notes.length);
        warnings.push(...written.value.warnings);
        this.#last = path;
      }
      return ok({ file: this.#ports.files.nameOf(folder), count: notes.length, warnings: summed(warnings) });
    });
  }

  /** Sets the pages without writing them anywhere. */
  preview(wanted: Parsed<'export.preview'>): Promise<Result<ExportPreview>> {
    const { length } = wanted.notes;
    return this.#tasks.run(wanted.task, async (signal, progress) => {
      progress('typesetting', null, length > 1 ? length : undefined);
      const what = await this.#gathered(wanted);
      if (!what.ok) return what;
      const { choices, presentation, head } = wanted;
      const set = await this.#pdf(what.value, { ...choices, presentation, head }, signal);
      return set.ok ? ok({ pdf: set.value.value, warnings: set.value.warnings }) : set;
    });
  }

  /** Makes the file. It is there whole, or what was there before stays as it was. */
  async write(
    what: Exported,
    { path, format, choices }: ExportTarget,
    signal: AbortSignal = new AbortController().signal,
    made: () => void = () => {},
  ): Promise<Result<ExportReport>> {
    const produced = await this.#made(what, format, choices, signal);
    if (!produced.ok) return produced;
    if (signal.aborted) return fail('cancelled');
    made();
    const written = await this.#ports.files.write(path, produced.value.value);
    if (!written.ok) return written;
    return ok({ file: this.#ports.files.nameOf(path), warnings: produced.value.warnings });
  }

  /** Shows the last exported file. */
  reveal(): void {
    if (this.#last !== null) this.#ports.dialogs.reveal(this.#last);
  }

  /** The notes as they are now. A pack that was given no title is called what it is. */
  async #gathered({
    notes: ids,
    title,
    choices,
  }: Pick<Parsed<'export.save'>, 'notes' | 'title' | 'choices'>): Promise<Result<Exported>> {
    const notes: Note[] = [];
    for (const id of ids) {
      const note = await this.#library.note(id);
      if (!note.ok) return note;
      notes.push(note.value);
    }
    const [first, more] = notes;
    if (first && !more) return ok(alone(first));
    return ok({ title: cleanText(title ?? '').trim() || packTitle(choices), notes });
  }

  async #made(
    what: Exported,
    format: ExportFormat,
    choices: ChosenOnce,
    signal: AbortSignal,
  ): Promise<Result<Produced<Uint8Array>>> {
    const [note, more] = what.notes;
    if (!note) return fail('note-not-found', { note: what.title });
    if (more && !canBePack(format)) return fail('pack-format', { format });
    switch (format) {
      case 'pdf':
        return this.#pdf(what, choices, signal);
      case 'docx':
      case 'html':
        return this.#document(what, choices, format);
      case 'eml':
        return this.#draft(what, choices, signal);
      case 'jsonld':
        return ok({ value: writeAnnotations(note), warnings: [] });
      case 'md':
      case 'json':
        return writeNote(note, format);
      default:
        return assertNever(format);
    }
  }

  async #pdf(what: Exported, chosen: ChosenOnce, signal: AbortSignal): Promise<Result<Produced<Uint8Array>>> {
    const choices = possibleChoices(chosen);
    const wishes = fileWishes(chosen);
    if (!wishes.ok) return wishes;
    const own = choices.ownLayout === '' ? ok(undefined) : await this.#ports.layouts.files(choices.ownLayout);
    if (!own.ok) return own;
    const { briefing, images, imagesLeftOut } = compose(what, choices, chosen);
    // Whoever leaves annotations out of the pages does not hand them on inside the file either.
    const stored = await storedNotes(
      what.notes.map((note) => ({ ...note, annotations: chosenAnnotations(note.annotations, choices) })),
    );
    if (!stored.ok) return stored;
    const attachment = { name: fileNameFor(what.title, 'json'), bytes: stored.value };
    const set = await this.#ports.typesetter.typeset(
      { briefing, images, attachment, ...wishes.value, ...(own.value && { ownLayout: own.value }) },
      signal,
    );
    if (!set.ok) return set;
    const isLeftOut = ({ code }: Warning): boolean => code === 'image-left-out';
    const unreadable = set.value.warnings.filter(isLeftOut).map(({ details }) => Number(details.count));
    return ok({
      value: set.value.pdf,
      warnings: [
        ...set.value.warnings.filter((warning) => !isLeftOut(warning)),
        ...counted(
          'image-left-out',
          unreadable.reduce((sum, count) => sum + count, imagesLeftOut),
        ),
        ...lostListed(what, choices),
      ],
    });
  }

  async #document(
    what: Exported,
    chosen: ChosenOnce,
    format: 'docx' | 'html',
  ): Promise<Result<Produced<Uint8Array>>> {
    const choices = possibleChoices(chosen);
    const composed = compose(what, choices, chosen);
    const { bytes, unreadable } = await writeDocument(composed, format);
    const leftOut = counted('image-left-out', composed.imagesLeftOut + unreadable);
    return ok({ value: bytes, warnings: [...leftOut, ...lostListed(what, choices)] });
  }

  /** The draft of an e-mail that has the PDF attached. */
  async #draft(
    what: Exported,
    choices: ChosenOnce,
    signal: AbortSignal,
  ): Promise<Result<Produced<Uint8Array>>> {
    const pdf = await this.#pdf(what, choices, signal);
    if (!pdf.ok) return pdf;
    const name = fileNameFor(what.title, 'pdf');
    const attachment = { name, type: 'application/pdf', bytes: pdf.value.value };
    const value = await writeMail(compose(what, possibleChoices(choices)), attachment);
    return ok({ ...pdf.value, value });
  }
}

/** What is asked of the PDF beside its pages. */
function fileWishes({
  archive,
  password = '',
}: ChosenOnce): Result<Pick<TypesetRequest, 'archive' | 'password'>> {
  if (password === '') return ok({ archive });
  if (archive) return fail('archive-with-password');
  const prepared = preparePassword(password);
  return prepared.ok ? ok({ archive, password: prepared.value }) : prepared;
}

/** The notes as they are kept: one as itself, several as an array. */
async function storedNotes(notes: readonly Note[]): Promise<Result<Uint8Array>> {
  const all: Uint8Array[] = [];
  for (const note of notes) {
    const stored = await writeNote(note, 'json');
    if (!stored.ok) return stored;
    all.push(stored.value.value);
  }
  const [only, more] = all;
  if (only && !more) return ok(only);
  const decoder = new TextDecoder();
  const texts = all.map((bytes) => decoder.decode(bytes).trimEnd());
  return ok(new TextEncoder().encode(`[\n${texts.join(',\n')}\n]\n`));
}

const compose = ({ notes, title }: Exported, choices: ExportChoices, said: SaidOnce = {}): Composed =>
  composePack(notes, title, choices, layoutLabels(choices.language), said);

const lostListed = ({ notes }: Exported, choices: ExportChoices): Warning[] =>
  counted(
    'orphans-listed',
    notes
      .flatMap(({ annotations }) => chosenAnnotations(annotations, choices))
      .filter((one) => !hasPassage(one)).length,
  );

/** Some files are there already: that is said, with why there are no more. */
const partly = ({ code, details }: Failure, done: number, all: number): Result<never> =>
  fail(code, { ...details, context: code === 'cancelled' ? 'partly' : (details.context ?? ''), done, all });

/** What is said of each of many files is said once, with all that was counted. */
function summed(warnings: readonly Warning[]): Warning[] {
  const byCode = new Map<Warning['code'], Warning>();
  for (const warning of warnings) {
    const before = byCode.get(warning.code);
    const count = Number(before?.details.count ?? 0) + Number(warning.details.count ?? 0);
    byCode.set(warning.code, count > 0 ? { ...warning, details: { ...warning.details, count } } : warning);
  }
  return [...byCode.values()];
}

const counted = (code: 'image-left-out' | 'orphans-listed', count: number): Warning[] =>
  count > 0 ? [{ code, details: { count } }] : [];

/** With the dot. */
function extensionOf(format: ExportFormat): string {
  switch (format) {
    case 'pdf':
    case 'docx':
    case 'html':
    case 'eml':
      return `.${format}`;
    case 'jsonld':
      return WRITTEN_EXTENSION;
    case 'md':
    case 'json':
      return extensionOfNote(format);
  }
}
