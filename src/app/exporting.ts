import { type Composed, composeBriefing, type TypesetRequest } from '../core/briefing';
import { chosenAnnotations } from '../core/chosen-annotations';
import { fileNameFor } from '../core/file-name';
import { preparePassword } from '../core/pdf-password';
import { assertNever, fail, ok, type Result, type Warning } from '../core/result';
import type { Note } from '../core/schema';
import { type ExportChoices, type ExportFormat, hasPassage } from '../core/vocabulary';
import { WRITTEN_EXTENSION, writeAnnotations } from '../formats/annotations/registry';
import { writeDocument, writeMail } from '../formats/documents';
import { extensionOf as extensionOfNote, writeNote } from '../formats/registry';
import type { ExportPreview, ExportReport } from '../shared/contract';
import { layoutLabels } from '../shared/layout-labels';
import { possibleChoices } from '../shared/layouts';
import type { Ports } from './ports';
import type { Tasks } from './tasks';

/** Something made, with what a person should know of it. */
export interface Produced<T> {
  readonly value: T;
  readonly warnings: readonly Warning[];
}

/** What is chosen for one export alone, and kept nowhere. */
export interface ChosenOnce extends ExportChoices {
  /** What opens the PDF; empty or none: nothing is needed. */
  readonly password?: string;
}

export interface ExportTarget {
  readonly path: string;
  readonly format: ExportFormat;
  readonly choices: ChosenOnce;
}

/** Notes out of the app. */
export class Exporting {
  readonly #ports: Ports;
  readonly #tasks: Tasks;
  #last: string | null = null;

  constructor(ports: Ports, tasks: Tasks) {
    this.#ports = ports;
    this.#tasks = tasks;
  }

  /** Asks where to, and writes there. */
  async save(note: Note, choices: ChosenOnce, task: string): Promise<Result<ExportReport | null>> {
    const { format } = choices;
    const extension = extensionOf(format).slice(1);
    const path = await this.#ports.dialogs.chooseSave(fileNameFor(note.title, extension), extension);
    if (path === null) return ok(null);
    return this.#tasks.run(task, async (signal, progress) => {
      progress('typesetting', null);
      const written = await this.write(note, { path, format, choices }, signal, () =>
        progress('saving', null),
      );
      if (written.ok) this.#last = path;
      return written;
    });
  }

  /** Sets the pages without writing them anywhere. */
  preview(note: Note, choices: ExportChoices, task: string): Promise<Result<ExportPreview>> {
    return this.#tasks.run(task, async (signal) => {
      const set = await this.#pdf(note, choices, signal);
      return set.ok ? ok({ pdf: set.value.value, warnings: set.value.warnings }) : set;
    });
  }

  /** Makes the file. It is there whole, or what was there before stays as it was. */
  async write(
    note: Note,
    { path, format, choices }: ExportTarget,
    signal: AbortSignal = new AbortController().signal,
    made: () => void = () => {},
  ): Promise<Result<ExportReport>> {
    const produced = await this.#made(note, format, choices, signal);
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

  #made(
    note: Note,
    format: ExportFormat,
    choices: ChosenOnce,
    signal: AbortSignal,
  ): Promise<Result<Produced<Uint8Array>>> {
    switch (format) {
      case 'pdf':
        return this.#pdf(note, choices, signal);
      case 'docx':
      case 'html':
        return this.#document(note, choices, format);
      case 'eml':
        return this.#draft(note, choices, signal);
      case 'jsonld':
        return Promise.resolve(ok({ value: writeAnnotations(note), warnings: [] }));
      case 'md':
      case 'json':
        return writeNote(note, format);
      default:
        return assertNever(format);
    }
  }

  async #pdf(note: Note, chosen: ChosenOnce, signal: AbortSignal): Promise<Result<Produced<Uint8Array>>> {
    const choices = possibleChoices(chosen);
    const wishes = fileWishes(chosen);
    if (!wishes.ok) return wishes;
    const { briefing, images, imagesLeftOut } = compose(note, choices);
    // Whoever leaves annotations out of the pages does not hand them on inside the file either.
    const annotations = chosenAnnotations(note.annotations, choices);
    const stored = await writeNote({ ...note, annotations }, 'json');
    if (!stored.ok) return stored;
    const attachment = { name: fileNameFor(note.title, 'json'), bytes: stored.value.value };
    const set = await this.#ports.typesetter.typeset(
      { briefing, images, attachment, ...wishes.value },
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
        ...lostListed(note, choices),
      ],
    });
  }

  async #document(
    note: Note,
    chosen: ExportChoices,
    format: 'docx' | 'html',
  ): Promise<Result<Produced<Uint8Array>>> {
    const choices = possibleChoices(chosen);
    const composed = compose(note, choices);
    const { bytes, unreadable } = await writeDocument(composed, format);
    const leftOut = counted('image-left-out', composed.imagesLeftOut + unreadable);
    return ok({ value: bytes, warnings: [...leftOut, ...lostListed(note, choices)] });
  }

  /** The draft of an e-mail that has the PDF attached. */
  async #draft(note: Note, choices: ChosenOnce, signal: AbortSignal): Promise<Result<Produced<Uint8Array>>> {
    const pdf = await this.#pdf(note, choices, signal);
    if (!pdf.ok) return pdf;
    const name = fileNameFor(note.title, 'pdf');
    const attachment = { name, type: 'application/pdf', bytes: pdf.value.value };
    const value = await writeMail(compose(note, possibleChoices(choices)), attachment);
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

const compose = (note: Note, choices: ExportChoices): Composed =>
  composeBriefing(note, choices, layoutLabels(choices.language));

const lostListed = ({ annotations }: Note, choices: ExportChoices): Warning[] =>
  counted('orphans-listed', chosenAnnotations(annotations, choices).filter((one) => !hasPassage(one)).length);

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
