import type { Comparison } from './comparison';
import type { Stamp } from './durable';
import { FolderWatcher, type Happened } from './watcher';

/** A file that is gone is believed to be after so long: some programs delete a file and then write it anew. */
const GONE = 300;
/** One that is no note, after so long without a change, in ms: it may be written bit by bit. */
const DAMAGED = 1500;
/** Doubtful files are looked at again together, so often, in ms. */
const AGAIN = 150;
/** Where more files than this changed, all are compared. */
const MANY = 1000;

/** How a file looked that may not be written to its end. */
interface Doubt {
  readonly look: string;
  /** When it began to look so. */
  readonly since: number;
}

/** Tells of what other programs do to the notes' files, as it happens. */
export class Watching {
  readonly #comparison: Pick<Comparison, 'files' | 'everything'>;
  readonly #watcher: FolderWatcher;
  readonly #doubts = new Map<string, Doubt>();
  readonly #clock: () => number;
  #again: NodeJS.Timeout | null = null;
  #looking: Promise<void> = Promise.resolve();
  #isClosed = false;

  /**
   * @param folder of the notes' files, absolute
   * @param clock epoch, in ms
   */
  constructor(folder: string, comparison: Pick<Comparison, 'files' | 'everything'>, clock: () => number) {
    this.#comparison = comparison;
    this.#clock = clock;
    this.#watcher = new FolderWatcher(folder, (names) => this.#look(names));
  }

  start(): void {
    this.#watcher.start();
  }

  /** Ends it, and waits for what is being looked at. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#watcher.close();
    if (this.#again) clearTimeout(this.#again);
    await this.#looking;
  }

  #look(names: Happened): void {
    const doubts = { isDoubtful: (id: string, stamp: Stamp | null) => this.#isDoubtful(id, stamp) };
    this.#looking = this.#looking.then(async () => {
      if (this.#isClosed) return;
      if (names === null || names.length > MANY) await this.#comparison.everything(this.#clock(), doubts);
      else await this.#comparison.files(names, doubts);
    });
  }

  #isDoubtful(id: string, stamp: Stamp | null): boolean {
    const look = stamp ? `${stamp.size} ${stamp.mtime}` : 'gone';
    const now = performance.now();
    const doubt = this.#doubts.get(id);
    const isSame = doubt?.look === look;
    if (isSame && now - doubt.since >= (stamp ? DAMAGED : GONE)) {
      this.#doubts.delete(id);
      return false;
    }
    if (!isSame) this.#doubts.set(id, { look, since: now });
    this.#lookAgain();
    return true;
  }

  /** At all that is doubtful. What turned out to be well is no longer asked about. */
  #lookAgain(): void {
    if (this.#again || this.#isClosed) return;
    this.#again = setTimeout(() => {
      this.#again = null;
      const doubtful = new Map(this.#doubts);
      this.#look([...doubtful.keys()].map((id) => `${id}.json`));
      void this.#looking.then(() => this.#forgetSettled(doubtful));
    }, AGAIN);
    this.#again.unref();
  }

  /** A doubt that was looked at again and not raised again is over. */
  #forgetSettled(before: ReadonlyMap<string, Doubt>): void {
    if (this.#again) return;
    for (const [id, doubt] of before) if (this.#doubts.get(id) === doubt) this.#doubts.delete(id);
  }
}
