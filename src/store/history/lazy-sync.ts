import { open } from 'node:fs/promises';
import { syncFolder } from '../durable';
import { systemCode } from '../failures';
import { forEachParallel } from '../parallel';

/** How long what was written to a log may wait until it is brought to the disk, in ms. */
const WAIT = 5000;
/**
 * So many logs are brought to the disk each time, those written last. After an import of thousands the system, which writes
 * everything within half a minute, is quicker than any program that asks for each.
 */
const AT_ONCE = 64;
const WIDTH = 4;

/** Brings files to the disk some seconds after they were written, all that were written meanwhile together. */
export class LazySync {
  readonly #folder: string;
  readonly #files = new Set<string>();
  #hasNew = false;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();

  /** @param folder that the files are in */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param isNew the file was made: the folder has to be brought to the disk too */
  later(file: string, isNew: boolean): void {
    this.#files.delete(file);
    this.#files.add(file);
    if (isNew) this.#hasNew = true;
    this.#timer ??= setTimeout(() => void this.#flush(), WAIT).unref();
  }

  /** Brings one file to the disk. @throws the system's error */
  async now(file: string): Promise<void> {
    this.#files.delete(file);
    await synced(file);
    await syncFolder(this.#folder);
  }

  /** Brings to the disk what waits. */
  close(): Promise<void> {
    return this.#flush();
  }

  #flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const files = [...this.#files].slice(-AT_ONCE);
    const hasNew = this.#hasNew;
    this.#files.clear();
    this.#hasNew = false;
    this.#running = this.#running.then(async () => {
      await forEachParallel(files, WIDTH, (file) => synced(file).catch(ifOurs));
      if (hasNew) await syncFolder(this.#folder).catch(ifOurs);
    });
    return this.#running;
  }
}

async function synced(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** A log is a second copy: the system writes it by itself, and the next save tries again. */
function ifOurs(error: unknown): void {
  if (systemCode(error) === null) throw error;
}
