import { ok, type Result } from '../core/result';
import type { Settings } from '../core/schema';
import type { LibraryPort } from './ports';
import { Queue } from './queue';

/** Changes of the settings, one after another, so that none undoes another. */
export class SettingsChanges {
  readonly #library: Pick<LibraryPort, 'settings' | 'saveSettings'>;
  readonly #queue = new Queue();

  constructor(library: Pick<LibraryPort, 'settings' | 'saveSettings'>) {
    this.#library = library;
  }

  /** @returns the settings as they are now; why they could not be saved */
  change(how: (settings: Settings) => Settings): Promise<Result<Settings>> {
    return this.#queue.run(async () => {
      const next = how(await this.#library.settings());
      const saved = await this.#library.saveSettings(next);
      return saved.ok ? ok(next) : saved;
    });
  }
}
