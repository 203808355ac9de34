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

const defaults: Settings = { schema: 1, author: '', theme: 'system' };

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
  data.schema > defaults.schema;

/** What is no JSON may be replaced; what the system does not let be read may not. */
function ifBroken(error: unknown): null {
  if (error instanceof SyntaxError) return null;
  throw error;
}

const viewSchema = z.object({ note: idSchema.nullable(), scroll: z.number().nonnegative() });

/** `view.json`: what the next start shows again. Nothing is lost with it, so nobody is told when it cannot be read or written. */
export class ViewFile {
  readonly #low: Low<unknown>;

  constructor(folder: string) {
    this.#low = new Low<unknown>(new JsonFile(path.join(folder, 'view.json')), null);
  }

  async read(): Promise<View> {
    await this.#low.read().catch(() => undefined);
    const parsed = viewSchema.safeParse(this.#low.data);
    return parsed.success ? parsed.data : { note: null, scroll: 0 };
  }

  async write(view: View): Promise<void> {
    this.#low.data = view;
    await this.#low.write().catch((error: unknown) => {
      if (systemCode(error) === null) throw error;
    });
  }
}
