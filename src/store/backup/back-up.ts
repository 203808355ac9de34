import { randomBytes } from 'node:crypto';
import { link, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { outdatedBackups } from '../../core/backup-keeping';
import type { Manifest, ManifestFile } from '../../core/backup-manifest';
import { backupFileName, readBackupName } from '../../core/backup-names';
import type { Backup, BackupWork } from '../../core/ports';
import { fail, ok, type Result } from '../../core/result';
import { MANIFEST_SCHEMA } from '../../core/vocabulary';
import { isTemporary, removeAbandoned, syncFolder } from '../durable';
import { systemCode, writeFailure } from '../failures';
import { printed } from '../json-file';
import { LibraryFile } from '../library-file';
import { backupsIn } from './kept';
import { type Snapshot, takeSnapshot } from './snapshot';
import { sweepWorkspaces } from './workspace';
import { openBackup } from './zip-reader';
import { writeZip } from './zip-writer';

/** Some disks tell the times of files no finer than this, in ms. */
const COARSE = 2000;

export interface BackUpOptions extends BackupWork {
  /** The library's folder, absolute. */
  readonly library: string;
  /** Where the backup goes, absolute; the folder is there. */
  readonly to: string;
  /** Version of the app. */
  readonly app: string;
  readonly now: Date;
  /** Runs what needs that no operation is half done. */
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>;
}

/** Makes a backup, reads it back, gives it its name, and removes those that have had their time. */
export async function backUp(options: BackUpOptions): Promise<Result<Backup & { since: number }>> {
  const { library, to, now, signal } = options;
  const minute = localMinute(now);
  const named = path.join(to, backupFileName({ minute, copy: 1 }));
  try {
    if (await isInside(to, library)) return fail('backup-folder-inside', { file: path.basename(to) });
    await sweepLeftovers(options);
    const since = now.getTime() - COARSE;
    const snapshot = await options.inTurn(() => takeSnapshot(library, signal));
    try {
      const temporary = path.join(to, `.${path.basename(named)}.${randomBytes(8).toString('hex')}.tmp`);
      try {
        const written = await writeAndVerify(temporary, snapshot, options);
        if (!written.ok) return written;
        const file = await giveName(temporary, to, minute);
        await syncFolder(to);
        await thin(options);
        const { size } = await stat(path.join(to, file));
        return ok({ file, path: path.join(to, file), size, minute, since });
      } finally {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    } finally {
      await snapshot.remove();
    }
  } catch (error) {
    if (signal.aborted) return fail('cancelled');
    return writeFailure(error, named);
  }
}

/** @throws the system's error, or AbortError */
async function writeAndVerify(
  temporary: string,
  snapshot: Snapshot,
  { library, app, now, signal, progress }: BackUpOptions,
): Promise<Result<void>> {
  const { files } = snapshot;
  if (signal.aborted) return fail('cancelled');
  const created = await new LibraryFile(library).created();
  const share = (done: number): number => (files.length === 0 ? 1 : done / files.length);
  let manifest: Manifest | null = null;
  const makeManifest = (hashes: readonly ManifestFile[]): Buffer => {
    manifest = {
      schema: MANIFEST_SCHEMA,
      created: now.toISOString(),
      app,
      library: created,
      notes: files.filter(({ path }) => /^notes\/[^/]+\.json$/.test(path)).length,
      files: [...hashes].sort((a, b) => (a.path < b.path ? -1 : 1)),
    };
    return Buffer.from(printed(manifest));
  };
  progress('backing-up', 0);
  await writeZip(temporary, files, {
    manifest: makeManifest,
    signal,
    comment: created ?? '',
    progress: (done) => progress('backing-up', share(done)),
  });
  progress('verifying', 0);
  const notVerified = fail('backup-not-verified', {
    file: backupFileName({ minute: localMinute(now), copy: 1 }),
  });
  const written = await openBackup(temporary);
  if (!written.ok) return notVerified;
  try {
    if (!isDeepStrictEqual(written.value.manifest, manifest)) return notVerified;
    const read = await written.value.readAll({
      signal,
      progress: (done) => progress('verifying', share(done)),
    });
    return read.ok || read.error.code === 'cancelled' ? read : notVerified;
  } finally {
    await written.value.close();
  }
}

/** Nothing is overwritten: of a further backup in the same minute the name says so. */
async function giveName(temporary: string, to: string, minute: string): Promise<string> {
  for (let copy = 1; ; copy += 1) {
    const file = backupFileName({ minute, copy });
    const target = path.join(to, file);
    try {
      await link(temporary, target);
      return file;
    } catch (error) {
      const code = systemCode(error);
      if (code === null) throw error;
      if (code === 'EEXIST') continue;
    }
    // Not every disk has links.
    const isTaken = await stat(target).then(
      () => true,
      () => false,
    );
    if (isTaken) continue;
    await rename(temporary, target);
    return file;
  }
}

/** What cannot be removed now has another chance after the next backup. */
async function thin({ library, to }: BackUpOptions): Promise<void> {
  const created = await new LibraryFile(library).created();
  // Without that nothing tells this library's backups from others.
  if (created === null) return;
  const ours = await backupsIn(to, created);
  for (const name of outdatedBackups(ours))
    await rm(path.join(to, name), { force: true }).catch(() => undefined);
}

async function sweepLeftovers({ library, to, now }: BackUpOptions): Promise<void> {
  await sweepWorkspaces(library, now.getTime(), ['snapshot']);
  for (const name of await readdir(to)) {
    const [, zip = ''] = /^\.(.*)\.[0-9a-f]{16}\.tmp$/.exec(name) ?? [];
    if (isTemporary(name) && readBackupName(zip)) await removeAbandoned(path.join(to, name), now.getTime());
  }
}

async function isInside(folder: string, outer: string): Promise<boolean> {
  const relative = path.relative(await realpath(outer), await realpath(folder));
  return (
    relative === '' ||
    (!relative.startsWith(`..${path.sep}`) && relative !== '..' && !path.isAbsolute(relative))
  );
}

/** `2026-11-24 17.05`, as the clock on the wall says. */
export function localMinute(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [String(date.getFullYear()).padStart(4, '0'), two(date.getMonth() + 1), two(date.getDate())];
  return `${day.join('-')} ${two(date.getHours())}.${two(date.getMinutes())}`;
}
