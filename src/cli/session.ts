import { version } from '../../package.json';
import { type App, createApp } from '../app/create-app';
import { noDialogs } from '../app/no-dialogs';
import type { TypesetHost } from '../app/typeset-host';
import { type Failure, fail, type Notice, ok, type Result } from '../core/result';
import { savedNamed } from '../core/saved-choices';
import type { Note, NoteSummary } from '../core/schema';
import { type ExportChoices, LAYOUTS } from '../core/vocabulary';
import { failureText, warningText } from '../shared/text';
import { createLateBackups } from '../store/backup/late';
import { dataFolder } from '../store/data-folder';
import { createFiles } from '../store/files';
import { createIds } from '../store/ids';
import { createLibraryFolder } from '../store/open-library';
import { createOwnLayouts } from '../store/own-layouts';
import { findResources } from '../store/resources';
import { inOneLine, type Terminal } from './terminal';
import { typesetterBeside, typesetterHere } from './typesetting';

/** How many ids are named where several notes fit. */
const NAMED = 5;

/** The app, as the command line uses it. The library is opened by what first needs it. */
export class Session {
  readonly app: App;
  readonly #terminal: Terminal;
  readonly #typesetting: TypesetHost | null;

  constructor(terminal: Terminal, options: { readonly data?: string; readonly empty?: boolean }) {
    const resources = findResources(import.meta.url);
    const folder = dataFolder(options.data ?? null, terminal.env, terminal.cwd);
    this.#terminal = terminal;
    const { typesetProgram } = terminal;
    this.#typesetting = typesetProgram === null ? null : typesetterBeside(typesetProgram, resources);
    this.app = createApp({
      library: createLibraryFolder({ folder, empty: options.empty ?? false }),
      files: createFiles(resources.firstNote),
      backups: createLateBackups({ library: folder, app: version }),
      dialogs: noDialogs,
      layouts: createOwnLayouts(folder),
      typesetter: this.#typesetting ?? typesetterHere(resources),
      now: () => new Date().toISOString(),
      newId: createIds(),
      // No window listens; what a person should know is said when the library was opened and closed.
      emit: () => undefined,
    });
  }

  /** Lets the typesetter start while what it shall set is still being read. */
  prepareTypesetting(): void {
    this.#typesetting?.prepare();
  }

  /** Opens the library, as it is on the disk at this moment. */
  async open(): Promise<Result<void>> {
    const opened = await this.app.start({ current: true });
    if (!opened.ok) return opened;
    const notices = this.app.takeNotices();
    const failed = failedChange(notices);
    for (const notice of notices) if (notice.what !== failed) this.#say(notice);
    return failed ? { ok: false, error: failed } : opened;
  }

  /** Writes what is still to be written, and says what is still to be said. */
  async close(): Promise<void> {
    this.#typesetting?.close();
    await this.app.close();
    this.#sayAll();
  }

  #sayAll(): void {
    for (const notice of this.app.takeNotices()) this.#say(notice);
  }

  /** The note of an id, of a unique beginning of an id, or of an exact title. */
  async note(named: string): Promise<Result<Note>> {
    const opened = await this.open();
    if (!opened.ok) return opened;
    const summaries = await this.app.summaries();
    if (!summaries.ok) return summaries;
    const found = findNote(summaries.value, named);
    return found.ok ? this.app.handlers['note.open']({ note: found.value }, { paths: [] }) : found;
  }

  /** Choices of exports that are saved in the library under this name. */
  async savedChoices(name: string): Promise<Result<ExportChoices>> {
    const opened = await this.open();
    if (!opened.ok) return opened;
    const all = await this.app.handlers['choices.list']({}, { paths: [] });
    return all.ok ? savedNamed(all.value, name) : all;
  }

  /** A layout in the layouts folder. @returns why it cannot be used */
  async ownLayout(named: string): Promise<Result<Pick<ExportChoices, 'layout' | 'ownLayout'>>> {
    const all = await this.app.handlers['layouts.list']({}, { paths: [] });
    if (!all.ok) return all;
    const found = all.value.find(({ id }) => id === named);
    if (found?.problem === null) return ok({ layout: found.like, ownLayout: found.id });
    if (found) return { ok: false, error: found.problem };
    const ids = all.value.flatMap(({ id, problem }) => (problem === null ? [id] : []));
    return fail('layout-unknown', { layout: named, layouts: [...LAYOUTS, ...ids].join(', ') });
  }

  #say(notice: Notice): void {
    const text = notice.level === 'error' ? failureText(notice.what) : warningText(notice.what);
    this.#terminal.err(`${inOneLine(text)}\n`);
  }
}

/** A change of the library that opening it should have made, and could not: the first note, on a full disk. */
export function failedChange(notices: readonly Notice[]): Failure | null {
  for (const { level, what } of notices) {
    if (level === 'error' && what.details.context === 'library') return what;
  }
  return null;
}

/** Spaces are typed alike, whether a title's break lines or not. */
const spaced = (title: string): string => title.trim().replace(/\s+/g, ' ');

/** The id that a person means. */
export function findNote(summaries: readonly NoteSummary[], named: string): Result<string> {
  const [exact] = summaries.filter(({ id }) => id === named);
  if (exact) return ok(exact.id);
  const titled = summaries.filter(({ title }) => spaced(title) === spaced(named));
  const fitting =
    titled.length > 0 ? titled : named === '' ? [] : summaries.filter(({ id }) => id.startsWith(named));
  const [one, more] = fitting;
  if (!one) return fail('note-not-found', { note: named });
  if (!more) return ok(one.id);
  const ids = fitting.slice(0, NAMED).map(({ id }) => id);
  return fail('note-ambiguous', {
    note: named,
    count: fitting.length,
    ids: ids.join(', ') + (fitting.length > NAMED ? ', …' : ''),
  });
}
