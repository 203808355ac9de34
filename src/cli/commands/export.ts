import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { ChosenOnce, Produced } from '../../app/exporting';
import { cleanText } from '../../core/clean';
import { fileNameFor } from '../../core/file-name';
import { fail, ok, type Result, type Warning } from '../../core/result';
import type { Note } from '../../core/schema';
import {
  defaultChoices,
  EXPORT_FORMATS,
  type ExportChoices,
  type ExportFormat,
  hasPages,
  LAYOUTS,
  MAX_PRESENTATION,
} from '../../core/vocabulary';
import { layoutLabels } from '../../shared/layout-labels';
import { failureText, t, warningText } from '../../shared/text';
import { notAFile } from '../../store/failures';
import { readArguments } from '../arguments';
import { CHOICE_OPTIONS, readChoices } from '../export-choices';
import { findTarget, formatNamed, formatOf, freeName, type Target } from '../export-target';
import { LISTED_OPTIONS, listed } from '../listed';
import { readPassword } from '../password';
import { FORCE_OPTION, mayWrite } from '../replacing';
import { Session } from '../session';
import {
  about,
  choiceOf,
  type ExitCode,
  inOneLine,
  refuse,
  row,
  shownPath,
  type Terminal,
  UsageError,
} from '../terminal';

/** What was meant as a file does not open, or even make, a library. */
const LOOKS_LIKE_A_FILE = /^\.{0,2}[/\\]|^[a-z]:\\|\.(?:txt|text|md|markdown|mdown|json)$/i;

/** `export NOTE|FILE… --to PATH [--pack] [--format F] [--layout L] …`, with the options of `CHOICE_OPTIONS` */
export async function exportNotes(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    to: { type: 'string' },
    format: { type: 'string' },
    pack: { type: 'boolean' },
    title: { type: 'string' },
    'password-file': { type: 'string' },
    presentation: { type: 'string' },
    ...LISTED_OPTIONS,
    ...FORCE_OPTION,
    choices: { type: 'string' },
    ...CHOICE_OPTIONS,
  });
  const isListed = values.tag !== undefined || values.search !== undefined;
  if (positionals.length === 0 && !isListed) throw new UsageError(t('cli.missing', { what: 'NOTE' }));
  if (!values.to) throw new UsageError(t('cli.missing', { what: '--to' }));
  if (values.title !== undefined && !values.pack) throw new UsageError(t('cli.title-without-pack'));
  const session = new Session(terminal, values);
  const saved =
    values.choices === undefined ? ok(defaultChoices) : await session.savedChoices(values.choices);
  if (!saved.ok) return refuse(terminal, saved.error);
  const layout = await layoutOf(session, values.layout);
  if (!layout.ok) return refuse(terminal, layout.error);
  const choices = readChoices(values, { ...saved.value, ...layout.value });
  const given =
    values.format === undefined ? null : choiceOf('--format', formatNamed(values.format), EXPORT_FORMATS);
  const isSeveral = !values.pack && (isListed || positionals.length > 1);
  const target = await findTarget(terminal.cwd, values.to, isSeveral);
  if (!target.ok) return refuse(terminal, target.error);
  const format = given ? ok(given) : formatOf(target.value, choices.format);
  if (!format.ok) return refuse(terminal, format.error);
  const passwordFile = values['password-file'];
  if (passwordFile !== undefined && (choices.archive || !hasPages(format.value))) {
    throw new UsageError(t(choices.archive ? 'cli.archive-with-password' : 'cli.password-without-pdf'));
  }
  const password = passwordFile === undefined ? ok('') : readPassword(terminal.cwd, passwordFile);
  if (!password.ok) return refuse(terminal, password.error);

  const inList = isListed ? await listed(session, values) : ok([]);
  if (!inList.ok) return refuse(terminal, inList.error);
  if (hasPages(format.value)) session.prepareTypesetting();
  const work: Work = {
    session,
    terminal,
    names: [...positionals, ...inList.value.map(({ id }) => id)],
    target: target.value,
    format: format.value,
    choices: {
      ...choices,
      password: password.value,
      presentation: cleanText(values.presentation ?? '').slice(0, MAX_PRESENTATION),
    },
    force: values.force,
  };
  if (work.names.length === 0) terminal.err(`${t('cli.nothing-found')}\n`);
  const done = values.pack ? await exportPack(work, values.title ?? '') : await exportEach(work);
  await session.close();
  return done && work.names.length > 0 ? 0 : 1;
}

/** The layout of the app, or of the user's own, that is meant. @throws UsageError */
async function layoutOf(
  session: Session,
  named: string | undefined,
): Promise<Result<Partial<Pick<ExportChoices, 'layout' | 'ownLayout'>>>> {
  if (named === undefined) return ok({});
  const layout = LAYOUTS.find((each) => each === named);
  if (layout) return ok({ layout, ownLayout: '' });
  const own = await session.ownLayout(named);
  if (!own.ok && own.error.code === 'layout-unknown') throw new UsageError(failureText(own.error));
  return own;
}

/** What is to be done. */
interface Work {
  readonly session: Session;
  readonly terminal: Terminal;
  /** What the notes are called by whoever wants them. */
  readonly names: readonly string[];
  readonly target: Target;
  readonly format: ExportFormat;
  readonly choices: ChosenOnce;
  readonly force: boolean | undefined;
}

/** A file of its own for each. @returns whether all could be written */
async function exportEach(work: Work): Promise<boolean> {
  const { terminal, names } = work;
  const taken = new Set<string>();
  let all = true;
  for (const named of names) {
    const read = await noteNamed(work.session, terminal.cwd, named);
    const written = read.ok ? await write(work, [read.value.value], read.value.value.title, taken) : read;
    const say = (message: string): void =>
      terminal.err(`${inOneLine(names.length > 1 ? about(named, message) : message)}\n`);
    if (read.ok) for (const warning of read.value.warnings) say(warningText(warning));
    if (!written.ok) say(failureText(written.error));
    else for (const warning of written.value) say(warningText(warning));
    all &&= written.ok;
  }
  return all;
}

/** All of them in one file, or none where one of them cannot be read. @returns whether it could be written */
async function exportPack(work: Work, title: string): Promise<boolean> {
  const { session, terminal, names } = work;
  const say = (message: string): void => terminal.err(`${inOneLine(message)}\n`);
  const notes: Note[] = [];
  for (const named of names) {
    const read = await noteNamed(session, terminal.cwd, named);
    if (read.ok) {
      notes.push(read.value.value);
      for (const warning of read.value.warnings) say(about(named, warningText(warning)));
    } else say(about(named, failureText(read.error)));
  }
  if (notes.length < names.length) say(t('cli.pack-not-written'));
  if (notes.length < names.length || notes.length === 0) return false;
  const name = cleanText(title).trim() || (layoutLabels(work.choices.language).pack ?? '');
  const written = await write(work, notes, name, new Set());
  if (!written.ok) say(failureText(written.error));
  else for (const warning of written.value) say(warningText(warning));
  return written.ok;
}

/** @param taken names that files of this export have already */
async function write(
  { session, terminal, names, target, format, choices, force }: Work,
  notes: readonly Note[],
  title: string,
  taken: Set<string>,
): Promise<Result<readonly Warning[]>> {
  const file = target.isFolder
    ? path.join(target.path, freeName(fileNameFor(title, format), taken))
    : target.path;
  // What is read is never replaced, whatever is said.
  if (names.some((named) => file === path.resolve(terminal.cwd, named))) {
    return fail('file-exists', { file: path.basename(file) });
  }
  const free = await mayWrite(terminal, file, force);
  if (!free.ok) return free;
  const written = await session.app.exportTo(notes, title, { path: file, format, choices });
  if (!written.ok) return written;
  terminal.out(row(shownPath(terminal.cwd, file)));
  return ok(written.value.warnings);
}

/** The note that an argument means: of a file, else of the library. */
async function noteNamed(session: Session, cwd: string, named: string): Promise<Result<Produced<Note>>> {
  const file = path.resolve(cwd, named);
  const info = await stat(file).catch(() => null);
  if (info?.isFile()) return session.app.readFile(file);
  if (LOOKS_LIKE_A_FILE.test(named)) {
    return info ? notAFile(info, file) : fail('file-not-found', { file: path.basename(named) });
  }
  const note = await session.note(named);
  if (note.ok) return ok({ value: note.value, warnings: [] });
  return info && note.error.code === 'note-not-found' ? notAFile(info, file) : note;
}
