import type { Comparison } from './comparison';
import type { Stamp } from './durable';
import { FolderWatcher, type Happened } from './watcher';

/** A file that is gone is looked at again after so long: some programs delete a file and then write it anew, … */
const GONE = 300;
/** … and one that is no note, after so long without a change, in ms: it may be written bit by bit. */
const DAMAGED = 1500;
/** Where more files than this changed, all are compared. */
const MANY = 1000;

/** Tells of what other programs do to the notes' files, as it happens. */
export class Watching {
  readonly #comparison: Pick<Comparison, 'files'>;
  readonly #everything: () => Promise<void>;
  readonly #watcher: FolderWatcher;
  /** How the files looked that may not be written to their end. */
  readonly #doubtful = new Map<string, string>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #looking: Promise<void> = Promise.resolve();

  /**
   * @param folder of the notes' files, absolute
   * @param everything compares all that is in it
   */
  constructor(folder: string, comparison: Pick<Comparison, 'files'>, everything: () => Promise<void>) {
    this.#comparison = comparison;
    this.#everything = everything;
    this.#watcher = new FolderWatcher(folder, (names) => this.#look(names));
  }

  start(): void {
    this.#watcher.start();
  }

  /** Ends it, and waits for what is being looked at. */
  async close(): Promise<void> {
    this.#watcher.close();
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#looking;
  }

  #look(names: Happened): void {
    this.#looking = this.#looking.then(() =>
      names === null || names.length > MANY
        ? this.#everything()
        : this.#comparison.files(names, { isDoubtful: (id, stamp) => this.#isDoubtful(id, stamp) }),
    );
  }

  /** A file is believed when it looks the same for the second time. */
  #isDoubtful(id: string, stamp: Stamp | null): boolean {
    const look = stamp ? `${stamp.size} ${stamp.mtime}` : 'gone';
    const isSame = this.#doubtful.get(id) === look;
    if (isSame) {
      this.#doubtful.delete(id);
      return false;
    }
    this.#doubtful.set(id, look);
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        this.#look([`${id}.json`]);
        void this.#looking.then(() => {
          if (this.#doubtful.get(id) === look) this.#doubtful.delete(id);
        });
      },
      stamp ? DAMAGED : GONE,
    );
    timer.unref();
    this.#timers.add(timer);
    return true;
  }
}
