import path from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import type { LibraryPort } from '../core/ports';
import { emptyTrashLog, type TrashLog } from '../core/trash';
import { systemCode } from './failures';
import { JsonFile } from './json-file';

const SCHEMA = 1;
export const trashSchema = z.object({
  schema: z.literal(SCHEMA),
  looked: z.iso.datetime().nullable(),
  waited: z.record(z.string(), z.object({ trashed: z.iso.datetime(), ms: z.number().nonnegative() })),
});

/** A library but for its trash, which is the same file however the library is dealt with. */
export type WithoutTrash = Omit<LibraryPort, 'trash' | 'saveTrash'>;

/** `trash.json`: for how long notes were seen in the trash. Without it they wait anew, so nobody is told when it cannot be used. */
export class TrashFile {
  readonly #low: Low<unknown>;

  constructor(folder: string) {
    this.#low = new Low<unknown>(new JsonFile(path.join(folder, 'trash.json')), null);
  }

  async read(): Promise<TrashLog> {
    this.#low.data = null;
    await this.#low.read().catch(() => undefined);
    const parsed = trashSchema.safeParse(this.#low.data);
    if (!parsed.success) return emptyTrashLog;
    const { looked, waited } = parsed.data;
    return { looked, waited };
  }

  async write({ looked, waited }: TrashLog): Promise<void> {
    this.#low.data = { schema: SCHEMA, looked, waited };
    await this.#low.write().catch((error: unknown) => {
      if (systemCode(error) === null) throw error;
    });
    this.#low.data = null;
  }
}
