import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Change } from '../../core/operation';
import { written } from '../../core/versions/line';
import { readLog } from '../../core/versions/log';
import { systemCode } from '../failures';
import type { NoteFiles } from '../note-files';
import type { NoteHistory } from './note-history';
import { thin } from './thinning';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** How long the history of a note is kept that another program deleted: it may bring it back. */
const GONE = 30 * DAY;
/** A log that nobody wrote to for so long has nothing more to lose: its last versions are months apart. */
const SETTLED = 40 * DAY;
/** How long after the library was opened it is looked whether the day's round is due. */
const FIRST_LOOK = MINUTE;

const roundSchema = z.object({ schema: z.literal(1), round: z.iso.datetime() });

export interface KeeperParts {
  readonly history: NoteHistory;
  readonly files: NoteFiles;
  /** Epoch, in ms. */
  readonly clock: () => number;
}

/**
 * Thins the history with age, behind the person's back: that of a note an hour after it was last done, all others once a day. One
 * process of a library does this, the window's.
 */
export class Keeper {
  readonly #history: NoteHistory;
  readonly #files: NoteFiles;
  readonly #clock: () => number;
  readonly #thinned = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;
  #working: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor({ history, files, clock }: KeeperParts) {
    this.#history = history;
    this.#files = files;
    this.#clock = clock;
  }

  /** These notes were written. */
  saved(changes: readonly Change[]): void {
    const now = this.#clock();
    for (const { id } of changes) {
      const last = this.#thinned.get(id);
      // A clock that was set back begins anew.
      if (last !== undefined && last <= now && now - last < HOUR) continue;
      this.#thinned.set(id, now);
      if (last !== undefined) this.#work(() => this.#thin(id, now));
    }
  }

  /** From now on looks every hour whether the day's round is due. */
  start(): void {
    if (this.#timer || this.#isClosed) return;
    const look = (): void => {
      this.#work(() => this.roundIfDue());
      this.#timer = setTimeout(look, HOUR).unref();
    };
    this.#timer = setTimeout(look, FIRST_LOOK).unref();
  }

  /** Ends what is under way as soon as it can be. */
  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    // A mistake of ours was heard of where it happened.
    await this.#working.catch(() => undefined);
  }

  /** Goes over all notes, if that was not done within a day. @throws the system's error */
  async roundIfDue(): Promise<void> {
    const now = this.#clock();
    const file = path.join(this.#history.logs.folder, 'round.json');
    const last = await lastRound(file);
    if (last <= now && now - last < DAY) return;
    const { ids } = await this.#files.list(now);
    const notes = new Set(ids);
    const logs = new Set(await this.#history.logs.ids());
    for (const id of logs) {
      if (this.#isClosed) return;
      if (notes.has(id)) await this.#thinUnlessSettled(id, last, now);
      else await this.#forget(id, now);
    }
    for (const id of ids) {
      if (this.#isClosed) return;
      if (!logs.has(id)) await this.#begin(id);
    }
    if (notes.size + logs.size > 0)
      await writeFile(file, `${JSON.stringify({ schema: 1, round: new Date(now).toISOString() })}\n`);
  }

  async #thinUnlessSettled(id: string, last: number, now: number): Promise<void> {
    const { mtimeMs } = await stat(this.#history.logs.fileOf(id));
    if (last > now || mtimeMs + SETTLED >= last) await this.#thin(id, now);
  }

  #thin(id: string, now: number): Promise<void> {
    const { logs } = this.#history;
    return thin(logs.folder, logs.fileOf(id), now);
  }

  /** A note that has no history yet gets its first version, so that there is one should its file be damaged. */
  async #begin(id: string): Promise<void> {
    const stored = await this.#files.read(id);
    if (stored.ok) this.#history.begin(stored.value.note);
    await setImmediate();
  }

  /** A note that is gone may come back: by undo, as long as the app is open, or by another program. */
  async #forget(id: string, now: number): Promise<void> {
    const read = await this.#history.logs.read(id);
    const { gone } = readLog(read?.lines.map((line) => line.toString('utf8')) ?? []);
    if (this.#history.hasDeleted(id)) return;
    if (gone === null) {
      const line = { gone: new Date(now).toISOString(), by: 'outside' };
      this.#history.logs.append(id, () => ({ text: written(line), sum: null }));
      return;
    }
    // What was deleted here is kept by a session that was killed: it may be one of another window, for a day.
    const wait = gone.by === 'outside' ? GONE : DAY;
    if (now - Date.parse(gone.gone) > wait && (await this.#files.stamp(id)) === null) {
      await this.#history.logs.remove(id);
    }
  }

  /** One after another. What the system refuses is tried again the next time. */
  #work(task: () => Promise<void>): void {
    this.#working = this.#working.then(async () => {
      if (this.#isClosed) return;
      await task().catch((error: unknown) => {
        if (systemCode(error) === null) throw error;
      });
    });
  }
}

/** @returns epoch, in ms; as if long ago where it is not known */
async function lastRound(file: string): Promise<number> {
  try {
    return Date.parse(roundSchema.parse(JSON.parse(await readFile(file, 'utf8'))).round);
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}
