import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../core/operation';
import type { Stamp } from './durable';
import { systemCode } from './failures';
import type { Begun, Journal, Step } from './journal';
import { isAlike } from './known-notes';
import type { NoteFiles } from './note-files';
import { forEachParallel } from './parallel';
import { setAside } from './quarantine';

/** How many files are worked on at a time. */
const WIDTH = 16;

/** A note whose new file is on the disk, and not yet in its place. */
interface Prepared extends Step {
  readonly change: Change;
  /** Of the new file; null: the note is deleted. */
  readonly after: Stamp | null;
}

export interface ManyNotesParts {
  /** The library's folder. */
  readonly folder: string;
  readonly files: NoteFiles;
  readonly journal: Journal;
  /** @returns the note's file as it is now. @throws where that is not what the change was made of */
  readonly check: (change: Change) => Promise<Stamp | null>;
  /** Hears of each note as soon as it is in its place. */
  readonly took: (change: Change, stamp: Stamp | null) => void;
}

/**
 * Changes several notes, all or none, whenever the process is killed: first every new file is brought to the disk beside the one it
 * replaces, then the journal says that they belong together, then they take their places.
 */
export class ManyNotes {
  readonly #parts: ManyNotesParts;

  constructor(parts: ManyNotesParts) {
    this.#parts = parts;
  }

  /** @throws what `check` throws, or the system's error; then no note is changed, as far as the system lets that be */
  async apply(changes: readonly Change[]): Promise<void> {
    const { journal, check } = this.#parts;
    const prepared = await this.#prepare(changes, check);
    const done: Prepared[] = [];
    let begun: Begun;
    try {
      // Writing them took its time.
      await forEachParallel(changes, WIDTH, async (change) => void (await check(change)));
      begun = await journal.begin(prepared.map(stepOf));
    } catch (error) {
      await this.#discard(prepared);
      throw error;
    }
    try {
      await this.#putInPlace(prepared, done);
    } catch (error) {
      await this.#takeBack(begun, prepared, done);
      throw error;
    }
    await journal.end(begun);
  }

  /**
   * Carries out what a process that has ended had begun. A note that was changed since is left as it is; what it was to become goes
   * to the quarantine.
   * @returns how many notes there were, and how many of them were left as they are
   */
  async finish(begun: Begun): Promise<{ notes: number; left: number }> {
    const { folder, files, journal } = this.#parts;
    const reason =
      'it was to be changed together with other notes, and was changed otherwise before that was done';
    let left = 0;
    await forEachParallel(begun.steps, WIDTH, async ({ id, temporary, before }) => {
      const isAsBefore = isAlike(await files.stamp(id), before);
      if (temporary === null) {
        if (isAsBefore) await files.remove(id);
        return;
      }
      if (!(await files.has(temporary))) return;
      if (isAsBefore) return files.putInPlace(id, temporary);
      left += 1;
      await setAside(folder, files.pathOf(temporary), reason, `${id}.json`);
    });
    await files.syncFolder();
    await journal.end(begun);
    return { notes: begun.steps.length, left };
  }

  async #prepare(
    changes: readonly Change[],
    check: (change: Change) => Promise<Stamp | null>,
  ): Promise<Prepared[]> {
    const { files } = this.#parts;
    const prepared: Prepared[] = [];
    try {
      await forEachParallel(changes, WIDTH, async (change) => {
        const before = await check(change);
        const beside = change.after && (await files.writeBeside(change.after));
        const { temporary = null, stamp = null } = beside ?? {};
        prepared.push({ id: change.id, temporary, before, change, after: stamp });
      });
      // What the journal names has to be there.
      await files.syncFolder();
      return prepared;
    } catch (error) {
      await this.#discard(prepared);
      throw error;
    }
  }

  /** @param done those that are in their places, also where this throws */
  async #putInPlace(prepared: readonly Prepared[], done: Prepared[]): Promise<void> {
    const { files, check, took } = this.#parts;
    await forEachParallel(prepared, WIDTH, async (one) => {
      const { id, temporary, change, after } = one;
      try {
        await files.whileClaimed(id, async () => {
          await check(change);
          if (temporary === null) await files.remove(id);
          else await files.putInPlace(id, temporary);
        });
      } catch (error) {
        // Where this takes long, somebody else who opens the library may have done it.
        if (!(await this.#isInPlace(one))) throw error;
      }
      done.push(one);
      took(change, after);
    });
    await files.syncFolder();
  }

  async #isInPlace({ id, temporary, after }: Prepared): Promise<boolean> {
    const { files } = this.#parts;
    const isLeft = temporary !== null && (await files.has(temporary));
    return !isLeft && isAlike(await files.stamp(id), after);
  }

  /** What is in its place already is taken back, unless it has been changed since. Where that fails, the next start ends what was begun. */
  async #takeBack(begun: Begun, prepared: readonly Prepared[], done: readonly Prepared[]): Promise<void> {
    const { files, journal } = this.#parts;
    const stamps = new Map(done.map(({ id, after }) => [id, after]));
    const isOurs = async ({ id }: Change): Promise<boolean> =>
      isDeepStrictEqual(await files.stamp(id), stamps.get(id) ?? null);
    try {
      const back: Change[] = [];
      for (const { change } of done) {
        const { id, before, after } = change;
        if (await isOurs(change)) back.push({ id, before: after, after: before });
      }
      const reverse = await this.#prepare(back, ({ id }) => files.stamp(id));
      const instead = await journal.begin(reverse.map(stepOf), begun);
      await this.#discard(prepared);
      await this.#putBack(reverse);
      await journal.end(instead);
    } catch (error) {
      journal.giveUp(begun);
      if (systemCode(error) === null) throw error;
    }
  }

  async #putBack(reverse: readonly Prepared[]): Promise<void> {
    const { files, took } = this.#parts;
    await forEachParallel(reverse, WIDTH, async ({ id, temporary, change, after }) => {
      if (temporary === null) await files.remove(id);
      else await files.putInPlace(id, temporary);
      took(change, after);
    });
    await files.syncFolder();
  }

  async #discard(prepared: readonly Prepared[]): Promise<void> {
    for (const { temporary } of prepared) if (temporary !== null) await this.#parts.files.discard(temporary);
  }
}

const stepOf = ({ id, temporary, before }: Prepared): Step => ({ id, temporary, before });
