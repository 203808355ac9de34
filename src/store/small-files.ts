import path from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { readVersioned } from '../core/migrations/read';
import { defaultOrder } from '../core/order';
import type { View } from '../core/ports';
import { fail, ok, type Result } from '../core/result';
import { idSchema, orderSchema, type Settings, settingsSchema } from '../core/schema';
import { SETTINGS_SCHEMA, VIEW_SCHEMA } from '../core/vocabulary';
import { syncFolder } from './durable';
import { libraryFailure, systemCode } from './failures';
import { JsonFile } from './json-file';
import { setAside } from './quarantine';

const defaults: Settings = {
  schema: SETTINGS_SCHEMA,
  author: '',
  theme: 'system',
  backup: { folder: null, daily: true },
  choices: [],
};

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

  /** @param onSetAside hears of it when the file could not be used; null: then it stays where it is */
  read(onSetAside: (() => void) | null): Promise<Settings> {
    this.#settings ??= this.#read(onSetAside);
    return this.#settings;
  }

  /** Reads the file again when it is next asked for. */
  forget(): void {
    this.#settings = null;
  }

  /** @returns `file-newer-version` where a newer version wrote them: what they mean is not known here, so they are left as they are */
  async write(settings: Settings): Promise<Result<void>> {
    try {
      const stored = await this.#file.read().catch(ifBroken);
      if (parse(stored).is === 'newer') return fail('file-newer-version', { file: 'settings.json' });
      this.#low.data = settings;
      await this.#low.write();
      await syncFolder(this.#folder);
    } catch (error) {
      return libraryFailure(error);
    }
    this.#settings = Promise.resolve(settings);
    return ok();
  }

  async #read(onSetAside: (() => void) | null): Promise<Settings> {
    try {
      // Where the file is gone, lowdb would keep what was read before.
      this.#low.data = defaults;
      await this.#low.read();
      const parsed = parse(this.#low.data);
      if (parsed.is === 'read') return parsed.value;
      if (parsed.is === 'newer') return parsed.value ?? defaults;
    } catch (error) {
      // Where the system does not let it be read it is not broken: it stays where it is.
      if (!(error instanceof SyntaxError)) return defaults;
    }
    if (onSetAside === null) return defaults;
    const kept = setAside(this.#folder, path.join(this.#folder, 'settings.json'), 'these are not settings');
    await kept.then(onSetAside, () => undefined);
    return defaults;
  }
}

const parse = (content: unknown) => readVersioned('settings', settingsSchema, content);

/** What is no JSON may be replaced; what the system does not let be read may not. */
function ifBroken(error: unknown): null {
  if (error instanceof SyntaxError) return null;
  throw error;
}

export const viewSchema = z.object({
  schema: z.literal(VIEW_SCHEMA),
  note: idSchema.nullable(),
  scroll: z.number().nonnegative(),
  // What the order is called by another version does not matter.
  order: orderSchema.catch(defaultOrder),
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
    const parsed = parseView(this.#low.data);
    if (parsed.is !== 'read') return { note: null, scroll: 0, order: defaultOrder };
    const { note, scroll, order } = parsed.value;
    return { note, scroll, order };
  }

  async write({ note, scroll, order }: View): Promise<void> {
    if (parseView(await this.#file.read().catch(() => null)).is === 'newer') return;
    this.#low.data = { schema: VIEW_SCHEMA, note, scroll, order };
    await this.#low.write().catch((error: unknown) => {
      if (systemCode(error) === null) throw error;
    });
  }
}

const parseView = (content: unknown) => readVersioned('view', viewSchema, content);
