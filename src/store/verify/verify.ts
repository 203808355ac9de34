import type { Finding } from '../../core/findings';
import { fail, ok, type Result } from '../../core/result';
import { checkAbandoned, checkJournal, checkSmallFiles, isLibrary, listQuarantine } from './check-files';
import { checkHistory } from './check-history';
import { checkNotes, type Progress } from './check-notes';

export interface Report {
  /** How many files of notes there are. */
  readonly notes: number;
  readonly findings: readonly Finding[];
}

export interface VerifyOptions {
  /** The library's folder, absolute. */
  readonly folder: string;
  /** Epoch, in ms. */
  readonly now: number;
  readonly onProgress?: Progress;
}

/**
 * Looks at everything in a library, and changes nothing.
 * @returns `library-missing`; `file-newer-version` where a newer version wrote the library as a whole
 */
export async function verifyLibrary({
  folder,
  now,
  onProgress = () => undefined,
}: VerifyOptions): Promise<Result<Report>> {
  if (!(await isLibrary(folder))) return fail('library-missing');
  const small = checkSmallFiles(folder);
  if (small.some(({ code, details }) => code === 'file-newer' && details.file === 'library.json'))
    return fail('file-newer-version', { file: 'library.json' });
  const { notes, findings } = await checkNotes(folder, onProgress);
  const left = [
    ...(await checkHistory(folder)),
    ...(await checkJournal(folder, now)),
    ...(await checkAbandoned(folder, ['', 'notes'], now)),
    ...(await listQuarantine(folder)),
  ];
  return ok({ notes, findings: [...small, ...findings, ...left] });
}

export const isWrong = ({ level }: Finding): boolean => level === 'wrong';
