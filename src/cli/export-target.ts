import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../core/result';
import { EXPORT_FORMATS, type ExportFormat } from '../core/vocabulary';
import { writeFailure } from '../store/failures';

/** Other names that formats go by. */
const ALIASES: ReadonlyMap<string, ExportFormat> = new Map([
  ['markdown', 'md'],
  ['mdown', 'md'],
  ['htm', 'html'],
  ['email', 'eml'],
]);
/** The format that a word means, if it is one. */
export const formatNamed = (name: string): string => ALIASES.get(name.toLowerCase()) ?? name;

/** Where an export goes. */
export interface Target {
  /** Absolute. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** A folder is made where one is meant and is not there yet; the one above it has to be. */
export async function findTarget(cwd: string, given: string, isSeveral: boolean): Promise<Result<Target>> {
  const target = path.resolve(cwd, given);
  const info = await stat(target).catch(() => null);
  if (info?.isDirectory()) return ok({ path: target, isFolder: true });
  const meansFolder = /[/\\]$/.test(given) || (isSeveral && info === null && path.extname(target) === '');
  if (!meansFolder) {
    if (isSeveral) return fail('folder-needed', { file: path.basename(target) });
    return ok({ path: target, isFolder: false });
  }
  try {
    await mkdir(target);
    return ok({ path: target, isFolder: true });
  } catch (error) {
    return writeFailure(error, target);
  }
}

/** What the end of a file's name says. @param usual where it says nothing, and in a folder @returns `format-not-writable` */
export function formatOf({ path: target, isFolder }: Target, usual: ExportFormat): Result<ExportFormat> {
  const extension = isFolder ? '' : path.extname(target).slice(1).toLowerCase();
  const named = extension === '' ? usual : formatNamed(extension);
  const format = EXPORT_FORMATS.find((each) => each === named);
  if (format) return ok(format);
  return fail('format-not-writable', { format: named, formats: EXPORT_FORMATS.join(', ') });
}

/** Two notes of the same title become two files. */
export function freeName(name: string, taken: Set<string>): string {
  const { name: stem, ext } = path.parse(name);
  let free = name;
  for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${stem} (${copy})${ext}`;
  taken.add(free.toLowerCase());
  return free;
}
