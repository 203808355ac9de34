import { cp, mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fitAnchors } from '../../core/annotation';
import { isSame } from '../../core/equal';
import { checkAnnotations, type Finding, withTrueState } from '../../core/findings';
import { LIBRARY_PARTS } from '../../core/library-parts';
import type { LibraryPort } from '../../core/ports';
import { ok, type Result } from '../../core/result';
import { syncFolder } from '../durable';
import { libraryFailure } from '../failures';
import { createLibraryFolder } from '../open-library';
import { setAside } from '../quarantine';
import { isWrong, type Report, type VerifyOptions, verifyLibrary } from './verify';

export interface Repair {
  /** Where the library was copied to before, below its folder; null: there was nothing to mend. */
  readonly copy: string | null;
  readonly mended: readonly Finding[];
  /** How it is now. */
  readonly report: Report;
}

/**
 * Mends what can be mended without guessing, after a copy of the library as it was. What cannot be used is set aside, never deleted.
 * @returns as `verifyLibrary`; the failure of a write, after which the rest is as it was
 */
export async function repairLibrary(options: VerifyOptions): Promise<Result<Repair>> {
  const before = await verifyLibrary(options);
  if (!before.ok) return before;
  const wrong = before.value.findings.filter(isWrong);
  if (wrong.length === 0) return ok({ copy: null, mended: [], report: before.value });
  try {
    const copy = await copyLibrary(options);
    const mended = await mend(options.folder, wrong);
    if (!mended.ok) return mended;
    const after = await verifyLibrary(options);
    if (!after.ok) return after;
    const isLeft = (finding: Finding): boolean => after.value.findings.some((left) => isSame(left, finding));
    return ok({ copy, mended: wrong.filter((finding) => !isLeft(finding)), report: after.value });
  } catch (error) {
    return libraryFailure(error);
  }
}

async function copyLibrary({ folder, now }: VerifyOptions): Promise<string> {
  const moment = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  const name = path.posix.join('backups', `before-repair-${moment}`);
  const target = path.join(folder, name);
  await mkdir(target, { recursive: true });
  for (const part of LIBRARY_PARTS) {
    const source = path.join(folder, part);
    if (await isThere(source))
      await cp(source, path.join(target, part), { recursive: true, preserveTimestamps: true });
  }
  await syncFolder(target);
  return name;
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

async function mend(folder: string, findings: readonly Finding[]): Promise<Result<void>> {
  const has = (code: Finding['code'], file: string): boolean =>
    findings.some((finding) => finding.code === code && finding.details.file === file);
  // An entry that contradicts its note at the same size and time would be believed.
  if (findings.some(({ code }) => code.startsWith('index-')))
    await rm(path.join(folder, 'index.json'), { force: true });
  for (const file of ['view.json', 'drafts.json', 'trash.json'])
    if (has('file-damaged', file)) await setAside(folder, path.join(folder, file), 'it is damaged');
  // Opening a library sets aside what cannot be used, and makes anew what is derived.
  const library = createLibraryFolder({ folder, empty: true });
  const opened = await library.open();
  if (!opened.ok) return opened;
  const loaded = await library.load();
  if (!loaded.ok) return loaded;
  await library.reconcile();
  await library.settings();
  const refitted = await refit(library, findings);
  await library.close();
  return refitted;
}

/** Finds the passages of annotations anew; one that is not found for sure becomes ambiguous or an orphan. */
async function refit(library: LibraryPort, findings: readonly Finding[]): Promise<Result<void>> {
  const files = findings.filter(({ details }) => 'annotation' in details).map(({ details }) => details.file);
  for (const id of new Set(files.map((file) => path.posix.basename(file, '.json')))) {
    const read = await library.read(id);
    if (!read.ok) continue;
    const before = read.value;
    const annotations = fitAnchors(before.annotations, before.text).map(withTrueState);
    if (isSame(annotations, before.annotations)) continue;
    const after = { ...before, annotations };
    if (checkAnnotations(after).length > checkAnnotations(before).length) continue;
    const written = await library.apply([{ id, before, after }], 'repair');
    if (!written.ok) return written;
  }
  return ok();
}
