import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { idSchema } from '../core/schema';
import { type Stamp, sweep, syncFolder } from './durable';
import { systemCode } from './failures';
import { JsonFile } from './json-file';
import { isRunning } from './processes';
import { setAside } from './quarantine';

/** Version of these files. */
const SCHEMA = 1;
/** Whoever writes a journal needs it for less than this, in ms; after it, a process of that number is another one. */
export const LONGEST = 60_000;

const stampSchema = z.object({ size: z.number(), mtime: z.number() });
const journalSchema = z.object({
  schema: z.literal(SCHEMA),
  host: z.string(),
  pid: z.number(),
  notes: z.array(
    z.object({
      id: idSchema,
      temporary: z
        .string()
        .regex(/^\.[\w.-]+\.tmp$/)
        .nullable(),
      before: stampSchema.nullable(),
    }),
  ),
});

/** What is to be done with one note. */
export interface Step {
  readonly id: string;
  /** The name of the file beside the note's own that is to take its place; null: the note is deleted. */
  readonly temporary: string | null;
  /** The note's file as it is until then; null: there is none. */
  readonly before: Stamp | null;
}

/** A change that was begun, maybe by a process that has ended since. */
export interface Begun {
  readonly file: string;
  readonly steps: readonly Step[];
}

/** Changes that are being carried out by this process, which may have opened a library twice. */
const underWay = new Set<string>();

/**
 * `journal/`: each change of several notes whose new files are on the disk and are now put in their places. It stands there only
 * meanwhile; one that is found later is to be finished (docs/adr/0010-changes-of-many-notes.md).
 */
export class Journal {
  readonly #library: string;
  readonly #folder: string;

  constructor(library: string) {
    this.#library = library;
    this.#folder = path.join(library, 'journal');
  }

  /**
   * From the moment this resolves, the change will be carried out, whatever happens.
   * @param instead of this change, which is no longer to be carried out
   * @throws the system's error
   */
  async begin(steps: readonly Step[], instead?: Begun): Promise<Begun> {
    const file = instead?.file ?? path.join(this.#folder, `${randomBytes(8).toString('hex')}.json`);
    await mkdir(this.#folder, { recursive: true });
    underWay.add(file);
    try {
      const data = { schema: SCHEMA, host: hostname(), pid: process.pid, notes: steps };
      await new Low<typeof data>(new JsonFile(file), data).write();
      await syncFolder(this.#folder);
      return { file, steps };
    } catch (error) {
      if (!instead) this.giveUp({ file, steps });
      throw error;
    }
  }

  /** The change is carried out. */
  async end(begun: Begun): Promise<void> {
    await rm(begun.file, { force: true }).catch((error: unknown) => {
      // Found later, nothing of it is left to be done.
      if (systemCode(error) === null) throw error;
    });
    this.giveUp(begun);
  }

  /** The change can at present be neither carried out nor taken back: whoever opens the library next finds it. */
  giveUp({ file }: Begun): void {
    underWay.delete(file);
  }

  /**
   * The changes that nobody is carrying out any more.
   * @param now epoch, in ms
   * @param onSetAside hears the name of a file that could not be used
   */
  async leftBehind(now: number, onSetAside: (name: string) => void): Promise<Begun[]> {
    const found: Begun[] = [];
    await sweep(this.#folder, now);
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const file = path.join(this.#folder, name);
      if (!name.endsWith('.json') || name.startsWith('.') || underWay.has(file)) continue;
      const begun = await this.#read(file, now);
      if (begun === 'broken')
        await setAside(this.#library, file, 'it is not a list of notes to be changed').then(
          () => onSetAside(name),
          () => undefined,
        );
      else if (begun) found.push(begun);
    }
    return found;
  }

  async #read(file: string, now: number): Promise<Begun | 'broken' | null> {
    try {
      const { mtimeMs } = await stat(file);
      const data = await new JsonFile<unknown>(file).read();
      if (isNewer(data)) return null;
      const parsed = journalSchema.safeParse(data);
      if (!parsed.success) return 'broken';
      const { host, pid, notes } = parsed.data;
      const isYoung = Math.abs(now - mtimeMs) < LONGEST;
      const isOther = host !== hostname() || (pid !== process.pid && isRunning(pid));
      if (isYoung && isOther) return null;
      return { file, steps: notes };
    } catch (error) {
      return error instanceof SyntaxError ? 'broken' : null;
    }
  }
}

/** What a newer version wrote is for a newer version to finish. */
const isNewer = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  'schema' in data &&
  typeof data.schema === 'number' &&
  data.schema > SCHEMA;
