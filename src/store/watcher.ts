import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import { systemCode } from './failures';

/** What happens in one go is told together, so long after its last event … */
const QUIET = 60;
/** … and so long after its first at the latest, in ms. */
const LONGEST = 300;
/** A folder that cannot be watched is tried again after so long. */
const AGAIN = 1000;

/** Names of files that something happened to; null: to any of them. */
export type Happened = readonly string[] | null;

/**
 * Watches a folder, also while it goes and comes back. Where the system cannot tell (network drives, too many watches), it hears of
 * nothing: whoever needs to know has to look now and then, too.
 */
export class FolderWatcher {
  readonly #folder: string;
  readonly #happened: (names: Happened) => void;
  #watchers: FSWatcher[] = [];
  #names: Set<string> | null = new Set();
  #since = 0;
  #telling: NodeJS.Timeout | null = null;
  #again: NodeJS.Timeout | null = null;
  #isClosed = false;

  /** @param folder absolute */
  constructor(folder: string, happened: (names: Happened) => void) {
    this.#folder = folder;
    this.#happened = happened;
  }

  /** Begins, or begins anew: what is watched may have been put in the place of what was. */
  start(): void {
    if (this.#isClosed) return;
    this.#stop();
    const parent = path.dirname(this.#folder);
    const [name, parentName] = [path.basename(this.#folder), path.basename(parent)];
    try {
      this.#watch(parent, (changed) => {
        // A folder tells of its own end under its own name.
        if (changed === null || changed === name || changed === parentName) this.#startAgain();
      });
      this.#watch(this.#folder, (changed) => {
        if (changed === null) this.#tellAll();
        else this.#note(changed);
      });
    } catch (error) {
      if (systemCode(error) === null) throw error;
      this.#tryAgain();
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
    if (this.#telling) clearTimeout(this.#telling);
  }

  #watch(folder: string, listener: (name: string | null) => void): void {
    const watcher = watch(folder, { persistent: false }, (_, name) => listener(name));
    watcher.on('error', () => this.#tryAgain());
    this.#watchers.push(watcher);
  }

  #startAgain(): void {
    this.start();
    this.#tellAll();
  }

  #tryAgain(): void {
    if (this.#again || this.#isClosed) return;
    this.#again = setTimeout(() => this.#startAgain(), AGAIN);
    this.#again.unref();
  }

  #stop(): void {
    if (this.#again) clearTimeout(this.#again);
    this.#again = null;
    for (const watcher of this.#watchers.splice(0)) watcher.close();
  }

  #note(name: string): void {
    this.#names?.add(name);
    this.#tellSoon();
  }

  #tellAll(): void {
    this.#names = null;
    this.#tellSoon();
  }

  #tellSoon(): void {
    const now = performance.now();
    if (this.#telling) clearTimeout(this.#telling);
    else this.#since = now;
    const wait = Math.max(0, Math.min(QUIET, this.#since + LONGEST - now));
    this.#telling = setTimeout(() => {
      this.#telling = null;
      const names = this.#names && [...this.#names];
      this.#names = new Set();
      this.#happened(names);
    }, wait);
    this.#telling.unref();
  }
}
