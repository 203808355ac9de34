import { ok, type Result } from '../core/result';
import type { SavedChoices } from '../core/saved-choices';
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
    return this.#changeIf((settings) => ok(how(settings)));
  }

  /** @returns all saved choices as they are now; why they stay as they were */
  async changeChoices(
    how: (all: readonly SavedChoices[]) => Result<SavedChoices[]>,
  ): Promise<Result<readonly SavedChoices[]>> {
    const changed = await this.#changeIf((settings) => {
      const choices = how(settings.choices);
      return choices.ok ? ok({ ...settings, choices: choices.value }) : choices;
    });
    return changed.ok ? ok(changed.value.choices) : changed;
  }

  #changeIf(how: (settings: Settings) => Result<Settings>): Promise<Result<Settings>> {
    return this.#queue.run(async () => {
      const next = how(await this.#library.settings());
      if (!next.ok) return next;
      const saved = await this.#library.saveSettings(next.value);
      return saved.ok ? next : saved;
    });
  }
}
