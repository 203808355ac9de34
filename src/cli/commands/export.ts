import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ExportTarget, Produced } from '../../app/exporting';
import { fileNameFor } from '../../core/file-name';
import { fail, ok, type Result, type Warning } from '../../core/result';
import type { Note } from '../../core/schema';
import { EXPORT_FORMATS, type ExportFormat, hasPages } from '../../core/vocabulary';
import { failureText, t, warningText } from '../../shared/text';
import { notAFile, writeFailure } from '../../store/failures';
import { readArguments } from '../arguments';
import { CHOICE_OPTIONS, readChoices } from '../export-choices';
import { readPassword } from '../password';
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

/** Other names that formats go by. */
const ALIASES: ReadonlyMap<string, ExportFormat> = new Map([
  ['markdown', 'md'],
  ['mdown', 'md'],
  ['htm', 'html'],
  ['email', 'eml'],
]);
const formatNamed = (name: string): string => ALIASES.get(name.toLowerCase()) ?? name;

interface Target {
  /** Absolute. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** `export NOTE|FILE… --to PATH [--format F] [--layout L] …`, with the options of `CHOICE_OPTIONS` */
export async function exportNotes(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    to: { type: 'string' },
    format: { type: 'string' },
    'password-file': { type: 'string' },
    ...CHOICE_OPTIONS,
  });
  if (positionals.length === 0) throw new UsageError(t('cli.missing', { what: 'NOTE' }));
  if (!values.to) throw new UsageError(t('cli.missing', { what: '--to' }));
  const choices = readChoices(values);
  const given =
    values.format === undefined ? null : choiceOf('--format', formatNamed(values.format), EXPORT_FORMATS);
  const target = await findTarget(terminal.cwd, values.to, positionals.length);
  if (!target.ok) return refuse(terminal, target.error);
  const format = given ? ok(given) : formatOf(target.value);
  if (!format.ok) return refuse(terminal, format.error);
  const passwordFile = values['password-file'];
  if (passwordFile !== undefined && (choices.archive || !hasPages(format.value))) {
    throw new UsageError(t(choices.archive ? 'cli.archive-with-password' : 'cli.password-without-pdf'));
  }
  const password = passwordFile === undefined ? ok('') : readPassword(terminal.cwd, passwordFile);
  if (!password.ok) return refuse(terminal, password.error);

  const session = new Session(terminal, values);
  const taken = new Set<string>();
  let code: ExitCode = 0;
  for (const named of positionals) {
    const written = await exportOne(session, terminal.cwd, named, (title) => ({
      path: target.value.isFolder
        ? path.join(target.value.path, freeName(fileNameFor(title, format.value), taken))
        : target.value.path,
      format: format.value,
      choices: { ...choices, password: password.value },
    }));
    const say = (message: string): void =>
      terminal.err(`${inOneLine(positionals.length > 1 ? about(named, message) : message)}\n`);
    if (written.ok) {
      for (const warning of written.value.warnings) say(warningText(warning));
      terminal.out(row(shownPath(terminal.cwd, written.value.path)));
    } else {
      say(failureText(written.error));
      code = 1;
    }
  }
  await session.close();
  return code;
}

interface Written {
  readonly path: string;
  readonly warnings: readonly Warning[];
}

async function exportOne(
  session: Session,
  cwd: string,
  named: string,
  targetOf: (title: string) => ExportTarget,
): Promise<Result<Written>> {
  const read = await noteNamed(session, cwd, named);
  if (!read.ok) return read;
  const { value: note, warnings } = read.value;
  const target = targetOf(note.title);
  if (target.path === path.resolve(cwd, named)) return fail('file-exists', { file: path.basename(named) });
  const written = await session.app.exportTo([note], note.title, target);
  if (!written.ok) return written;
  return ok({ path: target.path, warnings: [...warnings, ...written.value.warnings] });
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

/** A folder is made where one is meant and is not there yet; the one above it has to be. */
async function findTarget(cwd: string, given: string, count: number): Promise<Result<Target>> {
  const target = path.resolve(cwd, given);
  const info = await stat(target).catch(() => null);
  if (info?.isDirectory()) return ok({ path: target, isFolder: true });
  const meansFolder = /[/\\]$/.test(given) || (count > 1 && info === null && path.extname(target) === '');
  if (!meansFolder) {
    if (count > 1) return fail('folder-needed', { file: path.basename(target) });
    return ok({ path: target, isFolder: false });
  }
  try {
    await mkdir(target);
    return ok({ path: target, isFolder: true });
  } catch (error) {
    return writeFailure(error, target);
  }
}

function formatOf({ path: target, isFolder }: Target): Result<ExportFormat> {
  const extension = isFolder ? '' : path.extname(target).slice(1).toLowerCase();
  const named = extension === '' ? 'pdf' : formatNamed(extension);
  const format = EXPORT_FORMATS.find((each) => each === named);
  if (format) return ok(format);
  return fail('format-not-writable', { format: named, formats: EXPORT_FORMATS.join(', ') });
}

/** Two notes of the same title become two files. */
function freeName(name: string, taken: Set<string>): string {
  const { name: stem, ext } = path.parse(name);
  let free = name;
  for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${stem} (${copy})${ext}`;
  taken.add(free.toLowerCase());
  return free;
}
