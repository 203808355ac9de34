import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ExportFormat, ExportTarget } from '../../app/exporting';
import { cleanText } from '../../core/clean';
import { fileNameFor } from '../../core/file-name';
import { fail, ok, type Result } from '../../core/result';
import {
  ANNOTATION_PLACES,
  defaultChoices,
  type ExportChoices,
  LAYOUTS,
  PAPERS,
} from '../../core/vocabulary';
import { WRITABLE_FORMATS } from '../../formats/registry';
import { t, warningText } from '../../shared/text';
import { writeFailure } from '../../store/failures';
import { readArguments } from '../arguments';
import { Session } from '../session';
import { choiceOf, type ExitCode, inOneLine, refuse, row, type Terminal, UsageError } from '../terminal';

/** Longest marking, as the export dialog takes it. */
const MAX_MARKING = 200;

/** What was meant as a file does not open, or even make, a library. */
const LOOKS_LIKE_A_FILE = /^\.{0,2}[/\\]|^[a-z]:\\|\.(?:txt|text|md|markdown|mdown|json)$/i;

const FORMATS: readonly ExportFormat[] = ['pdf', ...WRITABLE_FORMATS];

interface Target {
  /** Absolute. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** `export NOTE|FILE… --to PATH [--format F] [--layout L] [--paper P] [--marking TEXT] [--annotations A]` */
export async function exportNotes(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    to: { type: 'string' },
    format: { type: 'string' },
    layout: { type: 'string' },
    paper: { type: 'string' },
    marking: { type: 'string' },
    annotations: { type: 'string' },
  });
  if (positionals.length === 0) throw new UsageError(t('cli.missing', { what: 'NOTE' }));
  if (!values.to) throw new UsageError(t('cli.missing', { what: '--to' }));
  const choices = readChoices(values);
  const target = await findTarget(terminal.cwd, values.to, positionals.length);
  if (!target.ok) return refuse(terminal, target.error);
  const format = readFormat(values.format, target.value);
  if (!format.ok) return refuse(terminal, format.error);

  const session = new Session(terminal, values);
  const taken = new Set<string>();
  let code: ExitCode = 0;
  for (const named of positionals) {
    const written = await exportOne(session, terminal, named, (title) => ({
      path: target.value.isFolder
        ? path.join(target.value.path, freeName(fileNameFor(title, format.value), taken))
        : target.value.path,
      format: format.value,
      choices,
    }));
    if (written.ok) terminal.out(row(shownPath(terminal.cwd, written.value)));
    else code = refuse(terminal, written.error);
  }
  await session.close();
  return code;
}

/** @returns the path of the file */
async function exportOne(
  session: Session,
  terminal: Terminal,
  named: string,
  targetOf: (title: string) => ExportTarget,
): Promise<Result<string>> {
  const file = await fileNamed(terminal.cwd, named);
  if (file === null && LOOKS_LIKE_A_FILE.test(named))
    return fail('file-not-found', { file: path.basename(named) });
  const read = file === null ? null : await session.app.readFile(file);
  const note = read === null ? await session.note(named) : read.ok ? ok(read.value.value) : read;
  if (!note.ok) return note;
  const target = targetOf(note.value.title);
  if (target.path === file) return fail('file-exists', { file: path.basename(file) });
  const written = await session.app.exportTo(note.value, target);
  if (!written.ok) return written;
  for (const warning of [...(read?.ok ? read.value.warnings : []), ...written.value.warnings]) {
    terminal.err(`${inOneLine(warningText(warning))}\n`);
  }
  return ok(target.path);
}

/** The file that an argument names; null: it names a note of the library. */
async function fileNamed(cwd: string, named: string): Promise<string | null> {
  const file = path.resolve(cwd, named);
  return stat(file).then(
    (info) => (info.isFile() ? file : null),
    () => null,
  );
}

function readChoices(values: {
  readonly layout?: string;
  readonly paper?: string;
  readonly annotations?: string;
  readonly marking?: string;
}): ExportChoices {
  const { layout, paper, annotations, ...rest } = { ...defaultChoices, ...values };
  const marking = cleanText(rest.marking).trim();
  if (marking.length > MAX_MARKING) {
    throw new UsageError(t('cli.marking-too-long', { length: marking.length, max: MAX_MARKING }));
  }
  return {
    ...defaultChoices,
    layout: choiceOf('--layout', layout, LAYOUTS),
    paper: choiceOf('--paper', paper, PAPERS),
    annotations: choiceOf('--annotations', annotations, ANNOTATION_PLACES),
    marking,
  };
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

function readFormat(given: string | undefined, { path: target, isFolder }: Target): Result<ExportFormat> {
  const extension = isFolder ? '' : path.extname(target).slice(1).toLowerCase();
  const named = given?.toLowerCase() ?? (extension === '' ? 'pdf' : extension);
  const format = FORMATS.find((each) => each === named);
  if (format) return ok(format);
  return fail('format-not-writable', { format: named, formats: FORMATS.join(', ') });
}

/** Two notes of the same title become two files. */
function freeName(name: string, taken: Set<string>): string {
  const { name: stem, ext } = path.parse(name);
  let free = name;
  for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${stem} (${copy})${ext}`;
  taken.add(free.toLowerCase());
  return free;
}

/** As a person would write it from where they are. */
function shownPath(cwd: string, file: string): string {
  const relative = path.relative(cwd, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}
