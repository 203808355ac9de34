import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../core/result';
import { t } from '../shared/text';
import { systemCode } from '../store/failures';
import { inOneLine, type Terminal } from './terminal';

/** The option of commands that write a file which a person names. */
export const FORCE_OPTION = { force: { type: 'boolean', short: 'f' } } as const;

/**
 * Whether a file may be written: nothing is there, `force` says so, or the person who is asked does. A folder or a device in its
 * place is left to whoever writes.
 * @param file absolute
 * @returns `file-exists`
 */
export async function mayWrite(
  terminal: Terminal,
  file: string,
  force: boolean | undefined,
): Promise<Result<void>> {
  if (force) return ok();
  const there = await lstat(file).catch((error: unknown) => {
    // What cannot be looked at cannot be written either, and that is said then.
    if (systemCode(error) === null) throw error;
    return null;
  });
  if (!there?.isFile() && !there?.isSymbolicLink()) return ok();
  const name = path.basename(file);
  if (await terminal.ask?.(inOneLine(t('cli.replace', { file: name })))) return ok();
  return fail('file-exists', { file: name, context: 'force' });
}
