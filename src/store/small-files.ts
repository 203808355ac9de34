import path from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import type { View } from '../core/ports';
import { fail, ok, type Result } from '../core/result';
import { idSchema, type Settings, settingsSchema } from '../core/schema';
import { syncFolder } from './durable';
import { libraryFailure, systemCode } from './failures';
import { JsonFile } from './json-file';
import { setAside } from './quarantine';

/** Version of these files. */
const SCHEMA = 1;
const defaults: Settings = { schema: SCHEMA, author: '', theme: 'system' };

/** `settings.json`. */
export class SettingsFile {
  readonly #folder: string;
  readonly #file: JsonFile<unknown>;
  readonly #low: Low<unknown>;
  #settings: Promise<Settings> | null = null;

  constructor(folder: string) {
    this.#folder = folder;
    this.#file = new JsonFile(path.join(folder, 'settings.json'));
    this.#low = new Low<unknown>(this.#file, defaults);
  }

  /** @param onSetAside hears of it when the file could not be used */
  read(onSetAside: () => void): Promise<Settings> {
    this.#settings ??= this.#read(onSetAside);
    return this.#settings;
  }

  /** @returns `file-newer-version` where a newer version wrote them: what they mean is not known here, so they are left as they are */
  async write(settings: Settings): Promise<Result<void>> {
    try {
      const stored = await this.#file.read().catch(ifBroken);
      if (isNewer(stored)) return fail('file-newer-version', { file: 'settings.json' });
      this.#low.data = settings;
      await this.#low.write();
      await syncFolder(this.#folder);
    } catch (error) {
      return libraryFailure(error);
    }
    this.#settings = Promise.resolve(settings);
    return ok();
  }

  async #read(onSetAside: () => void): Promise<Settings> {
    try {
      await this.#low.read();
      const parsed = settingsSchema.safeParse(this.#low.data);
      if (parsed.success) return parsed.data;
      if (isNewer(this.#low.data)) return defaults;
    } catch (error) {
      // Where the system does not let it be read it is not broken: it stays where it is.
      if (!(error instanceof SyntaxError)) return defaults;
    }
    const kept = setAside(this.#folder, path.join(this.#folder, 'settings.json'), 'these are not settings');
    await kept.then(onSetAside, () => undefined);
    return defaults;
  }
}

const isNewer = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  'schema' in data &&
  typeof data.schema === 'number' &&
  data.schema > SCHEMA;

/** What is no JSON may be replaced; what the system does not let be read may not. */
function ifBroken(error: unknown): null {
  if (error instanceof SyntaxError) return null;
  throw error;
}

/** Files of the first versions have no number. */
const viewSchema = z.object({
  schema: z.literal(SCHEMA).default(SCHEMA),
  note: idSchema.nullable(),
  scroll: z.number().nonnegative(),
});

/** `view.json`: what the next start shows again. Nothing is lost with it, so nobody is told when it cannot be read or written. */
export class ViewFile {
  readonly #file: JsonFile<unknown>;
  readonly #low: Low<unknown>;

  constructor(folder: string) {
    this.#file = new JsonFile(path.join(folder, 'view.json'));
    this.#low = new Low<unknown>(this.#file, null);
  }

  async read(): Promise<View> {
    await this.#low.read().catch(() => undefined);
    const parsed = viewSchema.safeParse(this.#low.data);
    if (!parsed.success) return { note: null, scroll: 0 };
    const { note, scroll } = parsed.data;
    return { note, scroll };
  }

  async write({ note, scroll }: View): Promise<void> {
    if (isNewer(await this.#file.read().catch(() => null))) return;
    this.#low.data = { schema: SCHEMA, note, scroll };
    await this.#low.write().catch((error: unknown) => {
      if (systemCode(error) === null) throw error;
    });
  }
}
