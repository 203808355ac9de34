import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { type Manifest, type ManifestFile, manifestSchema } from '../../core/backup-manifest';
import { wrongPath } from '../../core/library-parts';
import { readVersioned } from '../../core/migrations/read';
import { fail, ok, type Result } from '../../core/result';
import { readFailure, systemCode } from '../failures';
import { MANIFEST } from './zip-writer';

/** More files than the largest library has. */
const MOST_FILES = 2_000_000;
const MANIFEST_MOST = 512 * 1024 * 1024;
/** No library's texts are packed tighter than this; a bomb's are. */
const TIGHTEST = 250;
/** What is small may be as tight as it likes, in bytes. */
const HARMLESS = 256 * 1024 * 1024;
/** Files up to this many bytes are read at once: a stream for each would cost more than its bytes. */
const SMALL = 256 * 1024;
const STORED = 0;
/** So many damaged files are named. */
const NAMED = 5;

const TYPE = 0o170000;
const REGULAR = 0o100000;

/** A backup that was looked through: its names lead nowhere else, and all that its manifest names is there. */
export interface OpenBackup {
  readonly manifest: Manifest;
  /** All files together, unpacked, in bytes. */
  readonly size: number;
  /**
   * Reads every file and compares it with the manifest.
   * @param take gets each file's bytes, piece by piece, and at its end null; they may turn out to be damaged
   * @returns `backup-damaged` with the names of what is, once all is read; `cancelled`
   * @throws what `take` throws
   */
  readAll(options: {
    readonly signal: AbortSignal;
    readonly take?: (file: ManifestFile, piece: Buffer | null) => Promise<void>;
    readonly progress?: (done: number) => void;
  }): Promise<Result<void>>;
  close(): Promise<void>;
}

/**
 * Opens a zip that should be a backup. Nothing of it is trusted.
 * @returns `file-not-found`, `file-unreadable`; `not-a-backup`; `backup-refused` where it would write elsewhere or fill the disk;
 *   `backup-damaged` where files are missing; `file-newer-version`
 */
export async function openBackup(file: string): Promise<Result<OpenBackup>> {
  const name = path.basename(file);
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, 'r');
    const { size } = await handle.stat();
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
    const zip = { file: await fromFdPromise(handle.fd, options), handle };
    const opened = await look(zip, { name, packed: size });
    if (opened.ok) handle = null;
    return opened;
  } catch (error) {
    const code = systemCode(error);
    // What Node itself finds wrong follows from what stands in the zip.
    const isWrong = code === null || /^(ERR|Z)_/.test(code);
    return isWrong ? fail('not-a-backup', { file: name }) : readFailure(error, file);
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

interface OpenZip {
  readonly file: ZipFile;
  readonly handle: FileHandle;
}

/** @throws what yauzl finds wrong with it */
async function look(zip: OpenZip, of: { name: string; packed: number }): Promise<Result<OpenBackup>> {
  const refused = (context: string) => fail('backup-refused', { file: of.name, context });
  if (zip.file.entryCount > MOST_FILES) return refused('too-large');
  const entries = new Map<string, Entry>();
  const folded = new Set<string>();
  let size = 0;
  for await (const entry of zip.file.eachEntry()) {
    const { uncompressedSize } = entry;
    // By hand, so that a name that leads elsewhere can be told from a damaged file.
    const fileName = entry.fileNameRaw.toString('utf8');
    const type = (entry.externalFileAttributes >>> 16) & TYPE;
    if (type !== 0 && type !== REGULAR) return refused('link');
    if (fileName !== MANIFEST && wrongPath(fileName) !== null) return refused('elsewhere');
    // Some disks take two such names for one.
    const key = fileName.normalize('NFC').toLowerCase();
    if (folded.has(key)) return refused('twice');
    folded.add(key);
    if (entry.isEncrypted() || !entry.canDecodeFileData()) return fail('not-a-backup', { file: of.name });
    size += uncompressedSize;
    if (size > Math.max(HARMLESS, of.packed * TIGHTEST)) return refused('too-large');
    entries.set(fileName, entry);
  }
  const manifest = await readManifest(zip.file, entries.get(MANIFEST), of.name);
  if (!manifest.ok) return manifest;
  entries.delete(MANIFEST);
  const known = new Map(manifest.value.files.map((file) => [file.path, file]));
  if (known.size !== manifest.value.files.length) return refused('twice');
  const wrong = [
    ...manifest.value.files.filter(({ path, size }) => entries.get(path)?.uncompressedSize !== size),
    ...[...entries.keys()].filter((path) => !known.has(path)).map((path) => ({ path })),
  ];
  if (wrong.length > 0) return damaged(of.name, wrong);
  const files = manifest.value.files.flatMap((file) => {
    const entry = entries.get(file.path);
    return entry ? [{ file, entry }] : [];
  });
  return ok({
    manifest: manifest.value,
    size,
    close: () => zip.handle.close().catch(() => undefined),
    readAll: async ({ signal, take = async () => undefined, progress = () => undefined }) => {
      const wrong: ManifestFile[] = [];
      for (const [index, { file, entry }] of files.entries()) {
        if (signal.aborted) return fail('cancelled');
        if (!(await isWhole(zip, entry, file, take))) wrong.push(file);
        progress(index + 1);
      }
      return wrong.length > 0 ? damaged(of.name, wrong) : ok();
    },
  });
}

async function readManifest(zip: ZipFile, entry: Entry | undefined, name: string): Promise<Result<Manifest>> {
  if (!entry || entry.uncompressedSize > MANIFEST_MOST) return fail('not-a-backup', { file: name });
  const pieces: Buffer[] = [];
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (crc32(bytes) !== entry.crc32) return fail('not-a-backup', { file: name });
  const read = readVersioned('manifest', manifestSchema, JSON.parse(bytes.toString('utf8')));
  if (read.is === 'read') return ok(read.value);
  return fail(read.is === 'newer' ? 'file-newer-version' : 'not-a-backup', { file: name });
}

/** Whether a file unpacks to what the zip and the manifest say of it. @throws what `take` throws */
async function isWhole(
  zip: OpenZip,
  entry: Entry,
  file: ManifestFile,
  take: (file: ManifestFile, piece: Buffer | null) => Promise<void>,
): Promise<boolean> {
  const hash = createHash('sha256');
  let sum = 0;
  const pieces = piecesOf(zip, entry);
  for (;;) {
    // Only reading may fail here: what `take` throws is no damage of the zip.
    const next = await pieces.next().catch(() => null);
    if (next === null) return false;
    if (next.done) break;
    hash.update(next.value);
    sum = crc32(next.value, sum);
    await take(file, next.value);
  }
  await take(file, null);
  return sum === entry.crc32 && hash.digest('hex') === file.sha256;
}

/** A file's bytes, unpacked. @throws where it cannot be read or unpacked */
async function* piecesOf(zip: OpenZip, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.compressedSize > SMALL || entry.uncompressedSize > SMALL) {
    for await (const piece of await zip.file.openReadStreamPromise(entry)) yield piece;
    return;
  }
  const { fileDataStart } = await zip.file.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = Buffer.alloc(entry.compressedSize);
  const { bytesRead } = await zip.handle.read(packed, 0, packed.length, fileDataStart);
  if (bytesRead !== packed.length) throw new Error('the zip is cut off');
  const bytes =
    entry.compressionMethod === STORED
      ? packed
      : inflateRawSync(packed, { maxOutputLength: entry.uncompressedSize + 1 });
  if (bytes.length !== entry.uncompressedSize) throw new Error('not of the size it should have');
  yield bytes;
}

function damaged(file: string, wrong: readonly { readonly path: string }[]) {
  const names = wrong.slice(0, NAMED).map(({ path }) => path);
  const files = names.join(', ') + (wrong.length > NAMED ? ', …' : '');
  return fail('backup-damaged', { file, count: wrong.length, files });
}
