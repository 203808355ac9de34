import { type FileHandle, mkdir, open, readdir, readFile, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { ManifestFile } from '../../core/backup-manifest';
import { readVersioned } from '../../core/migrations/read';
import type { BackupWork } from '../../core/ports';
import { fail, ok, type Result } from '../../core/result';
import { type Settings, settingsSchema } from '../../core/schema';
import { syncFolder } from '../durable';
import { systemCode, writeFailure } from '../failures';
import { LibraryFile } from '../library-file';
import { SettingsFile } from '../small-files';
import { newFilesIn, replaceLibrary } from './swap';
import { makeWorkspace, removeWorkspace } from './workspace';
import { type OpenBackup, openBackup } from './zip-reader';

/** How many files are brought to the disk side by side. */
const WIDTH = 16;

export interface RestoreOptions extends BackupWork {
  /** The zip. */
  readonly from: string;
  /** The library's folder, absolute; it is there. */
  readonly to: string;
  /** Where backups go belongs to the place, not to what is restored. */
  readonly backup: Settings['backup'];
  /** Epoch, in ms: notes that another program writes after this are kept in the quarantine. */
  readonly since: number;
}

/**
 * Puts a backup in the place of what is in a folder. All of it is unpacked beside the library and checked before anything there
 * changes.
 * @returns how many notes it has; where it fails (`cancelled` too), everything is as it was
 */
export async function restoreBackup(options: RestoreOptions): Promise<Result<{ notes: number }>> {
  const backup = await openBackup(options.from);
  if (!backup.ok) return backup;
  try {
    return await unpackAndReplace(backup.value, options);
  } catch (error) {
    return writeFailure(error, options.to);
  } finally {
    await backup.value.close();
  }
}

/** @throws the system's error; then everything is as it was */
async function unpackAndReplace(
  backup: OpenBackup,
  options: RestoreOptions,
): Promise<Result<{ notes: number }>> {
  const { to, signal, since } = options;
  const { bavail, bsize } = await statfs(to);
  if (bavail * bsize < backup.size) return fail('disk-full', { file: path.basename(to) });
  const workspace = await makeWorkspace(to, 'restore');
  let isMine = true;
  try {
    const folder = newFilesIn(workspace);
    const unpacked = await unpack(backup, folder, options);
    if (!unpacked.ok) return unpacked;
    if (await new LibraryFile(folder).isNewer())
      return fail('file-newer-version', { file: path.basename(options.from) });
    await keepBackupSettings(folder, options.backup);
    if (signal.aborted) return fail('cancelled', { context: 'restore' });
    isMine = false;
    const done = await replaceLibrary(to, workspace, since);
    return done.ok ? ok({ notes: backup.manifest.notes }) : done;
  } finally {
    if (isMine) await removeWorkspace(workspace);
  }
}

async function unpack(
  backup: OpenBackup,
  folder: string,
  { signal, progress }: BackupWork,
): Promise<Result<void>> {
  const folders = new Set<string>([folder]);
  await mkdir(path.join(folder, 'notes'), { recursive: true });
  const syncing = new Portion();
  let current: { readonly handle: FileHandle } | null = null;
  const take = async (file: ManifestFile, piece: Buffer | null): Promise<void> => {
    current ??= { handle: await create(path.join(folder, file.path), folders) };
    const { handle } = current;
    if (piece) {
      await handle.writeFile(piece);
      return;
    }
    current = null;
    await syncing.add(() => handle.sync().finally(() => handle.close()));
  };
  const all = backup.manifest.files.length;
  try {
    const read = await backup.readAll({
      signal,
      take,
      progress: (done) => progress('restoring', all === 0 ? 1 : done / all),
    });
    if (!read.ok) return read.error.code === 'cancelled' ? fail('cancelled', { context: 'restore' }) : read;
    await syncing.end();
  } finally {
    await syncing.end().catch(() => undefined);
    await handleOf(current)?.close();
  }
  for (const each of folders) await syncFolder(each);
  return ok();
}

/** The compiler takes a variable that only a callback sets for one that is never set. */
const handleOf = (current: { readonly handle: FileHandle } | null): FileHandle | null =>
  current?.handle ?? null;

/** Does some things side by side, so many that the disk has always one to go on with. */
class Portion {
  readonly #running = new Set<Promise<void>>();

  /** @throws what one of those before has thrown */
  async add(work: () => Promise<void>): Promise<void> {
    const running = work();
    this.#running.add(running);
    running.then(
      () => this.#running.delete(running),
      () => undefined,
    );
    if (this.#running.size >= WIDTH) await Promise.race(this.#running);
  }

  async end(): Promise<void> {
    await Promise.all(this.#running);
  }
}

async function create(file: string, folders: Set<string>): Promise<FileHandle> {
  const folder = path.dirname(file);
  if (!folders.has(folder)) {
    await mkdir(folder, { recursive: true });
    folders.add(folder);
  }
  return open(file, 'wx', 0o666);
}

async function keepBackupSettings(folder: string, backup: Settings['backup']): Promise<void> {
  const text = await readFile(path.join(folder, 'settings.json'), 'utf8').catch(() => null);
  const file = new SettingsFile(folder);
  if (text === null) return void (await file.write({ ...(await file.read(null)), backup }));
  let content: unknown = null;
  try {
    content = JSON.parse(text);
  } catch {
    // Damaged as it was backed up: it is set aside when it is read.
  }
  const read = readVersioned('settings', settingsSchema, content);
  if (read.is === 'read') await file.write({ ...read.value, backup });
}

/** Makes a folder for a new library. @returns `folder-not-empty`, or why it cannot be made */
export async function emptyFolder(folder: string): Promise<Result<void>> {
  try {
    await mkdir(folder, { recursive: true });
    const names = await readdir(folder);
    return names.length === 0 ? ok() : fail('folder-not-empty', { file: path.basename(folder) });
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return fail('not-a-file', { file: path.basename(folder) });
    return writeFailure(error, folder);
  }
}
