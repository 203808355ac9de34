import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ManifestFile } from '../../core/backup-manifest';
import type { SnapshotFile } from './snapshot';

export const MANIFEST = 'manifest.json';
/** A file that its owner may read and write. */
const MODE = 0o100600;
/** Files up to this many bytes are read at once and packed side by side; a stream for each would cost more than its bytes. */
const SMALL = 256 * 1024;
/** So many files are at hand at a time. */
const PORTION = 64;

export interface ZipOptions {
  readonly signal: AbortSignal;
  /** Stands in the zip itself, so that it can be read without its files; ASCII. */
  readonly comment: string;
  /** Makes the manifest's bytes once every file's are known. */
  readonly manifest: (files: readonly ManifestFile[]) => Buffer;
  /** Hears how many files are done. */
  readonly progress: (done: number) => void;
}

/**
 * Writes files into a zip, and last the manifest. When it resolves all is on the disk.
 * @param target a file that is not there yet
 * @throws the system's error, or AbortError
 */
export async function writeZip(
  target: string,
  files: readonly SnapshotFile[],
  { signal, comment, manifest, progress }: ZipOptions,
): Promise<void> {
  const zip = new ZipFile();
  const output = new PassThrough();
  zip.on('error', (error: Error) => output.destroy(error));
  zip.outputStream.pipe(output);
  const packing = new Packing(zip, output);
  const written = createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true });
  const writing = pipeline(output, written, { signal });
  // Whoever waits for a portion hears of it too.
  writing.catch(() => undefined);
  try {
    for (let from = 0; from < files.length; from += PORTION) {
      // Two portions are at hand: while one is packed, the next is read.
      await Promise.race([packing.add(files.slice(from, from + PORTION)), writing]);
      progress(Math.min(from + PORTION, files.length));
    }
    const give = (): Buffer => manifest(packing.done);
    zip.addReadStreamLazy(MANIFEST, { mode: MODE }, (given) => given(null, Readable.from([give()])));
    zip.end({ comment, forceZip64Format: false });
    await writing;
  } finally {
    packing.end();
  }
}

/** Gives a zip its files, no sooner than it needs them. */
class Packing {
  readonly done: ManifestFile[] = [];
  readonly #zip: ZipFile;
  readonly #output: PassThrough;
  readonly #reading = new Set<Readable>();

  constructor(zip: ZipFile, output: PassThrough) {
    this.#zip = zip;
    this.#output = output;
  }

  /** Resolves once those of the call before are in the zip, and these are read. */
  async add(files: readonly SnapshotFile[]): Promise<void> {
    const [first, ...rest] = files;
    if (!first) return;
    // It is asked for when its turn comes: so it tells that the others before it are done.
    await this.#addStream(first);
    const read = await Promise.all(
      rest.map(async (file) => ({ file, bytes: file.size <= SMALL ? await bytesOf(file) : null })),
    );
    for (const { file, bytes } of read) {
      if (bytes === null) {
        void this.#addStream(file);
        continue;
      }
      this.#zip.addBuffer(bytes, file.path, { mtime: file.mtime, mode: MODE });
      this.#know(file.path, bytes.length, createHash('sha256').update(bytes).digest('hex'));
    }
  }

  /** Closes the files that are still open when it was cancelled. */
  end(): void {
    for (const stream of this.#reading) stream.destroy();
  }

  /** Resolves when it is asked for. */
  #addStream(file: SnapshotFile): Promise<void> {
    return new Promise((asked) => {
      this.#zip.addReadStreamLazy(file.path, { mtime: file.mtime, mode: MODE }, (give) => {
        const stream =
          file.size === 0 ? Readable.from([]) : createReadStream(file.source, { end: file.size - 1 });
        this.#reading.add(stream);
        stream.on('error', (error: Error) => this.#output.destroy(error));
        stream.on('close', () => this.#reading.delete(stream));
        give(null, stream.pipe(hashed((size, hash) => this.#know(file.path, size, hash))));
        asked();
      });
    });
  }

  #know(path: string, size: number, sha256: string): void {
    this.done.push({ path, size, sha256 });
  }
}

/** What belongs to the snapshot; the file may have grown since. */
const bytesOf = async ({ source, size }: SnapshotFile): Promise<Buffer> =>
  (await readFile(source)).subarray(0, size);

function hashed(know: (size: number, hash: string) => void): Transform {
  let size = 0;
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk);
      size += chunk.length;
      next(null, chunk);
    },
    flush(next) {
      know(size, hash.digest('hex'));
      next();
    },
  });
}
