import { fail, ok, type Result } from '../core/result';
import type { BackupState, Restored, RestoredHere } from '../shared/contract';
import type { Library } from './library';
import type { Backup, BackupWork, Ports } from './ports';
import { Queue } from './queue';
import type { SettingsChanges } from './settings';
import type { Tasks } from './tasks';

/** The name of the daily backup for its progress. */
const DAILY = 'daily-backup';

/** Copies of the library, by hand and once a day, and what is made of them. */
export class Backups {
  readonly #ports: Ports;
  readonly #library: Library;
  readonly #settings: SettingsChanges;
  readonly #tasks: Tasks;
  /** One at a time: two would only be in each other's way. */
  readonly #queue = new Queue();
  readonly #closing = new AbortController();
  /** The day of the last attempt by itself: what failed is tried again the next day, or at the next start. */
  #tried = '';
  /** What can be shown in the file manager. */
  #shown: string | null = null;

  constructor(ports: Ports, library: Library, settings: SettingsChanges, tasks: Tasks) {
    this.#ports = ports;
    this.#library = library;
    this.#settings = settings;
    this.#tasks = tasks;
  }

  async state(): Promise<Result<BackupState>> {
    const { folder, daily } = (await this.#ports.library.settings()).backup;
    const last = folder === null ? null : await this.#ports.backups.last(folder);
    return ok({
      folder: folder === null ? null : this.#ports.files.nameOf(folder) || folder,
      daily,
      last: last && { file: last.file, minute: last.minute, size: last.size },
    });
  }

  /** Asks for the folder that backups go to. @returns null: the dialog was closed */
  async chooseFolder(): Promise<Result<BackupState | null>> {
    const folder = await this.#ports.dialogs.chooseFolder('backup');
    if (folder === null) return ok(null);
    const set = await this.#settings.change((now) => ({ ...now, backup: { ...now.backup, folder } }));
    return set.ok ? this.state() : set;
  }

  async setDaily(daily: boolean): Promise<Result<BackupState>> {
    const set = await this.#settings.change((now) => ({ ...now, backup: { ...now.backup, daily } }));
    return set.ok ? this.state() : set;
  }

  /** Makes a backup now; where no folder is chosen, asks for one. @returns null: the dialog was closed */
  async now(task: string): Promise<Result<{ file: string } | null>> {
    if ((await this.#folder()) === null) {
      const chosen = await this.chooseFolder();
      if (!chosen.ok || chosen.value === null) return chosen.ok ? ok(null) : chosen;
    }
    const made = await this.#task(task, (work) => this.make(null, work));
    if (made.ok) this.#shown = made.value.path;
    return made.ok ? ok({ file: made.value.file }) : made;
  }

  /** @param to absolute; null: the folder that is chosen in the settings */
  async make(to: string | null, work: BackupWork): Promise<Result<Backup>> {
    if (this.#library.isReadOnly) return fail('library-read-only');
    const folder = to ?? (await this.#folder());
    if (folder === null) return fail('backup-folder-not-chosen');
    const inTurn = <T>(task: () => Promise<T>): Promise<T> => this.#library.alone(task);
    return this.#queue.run(() => this.#ports.backups.backUp({ ...work, to: folder, inTurn }));
  }

  /** The backup of the day, if there is to be one and there is none yet. Whoever follows the messages hears of a failure. */
  async daily(): Promise<void> {
    const today = this.#ports.now().slice(0, 10);
    if (this.#library.isReadOnly || this.#tried === today) return;
    this.#tried = today;
    await this.#ports.backups.sweep();
    const { folder, daily } = (await this.#ports.library.settings()).backup;
    if (folder === null || !daily || !(await this.#ports.backups.isDue(folder))) return;
    const made = await this.#task(DAILY, (work) => this.make(folder, work));
    if (!made.ok && made.error.code !== 'cancelled')
      this.#library.notice({ level: 'error', what: made.error });
  }

  /** Asks for a backup and a folder, and makes a new library there. @returns null: a dialog was closed */
  async restoreNew(task: string): Promise<Result<Restored | null>> {
    const from = await this.#ports.dialogs.chooseBackup(await this.#folder());
    if (from === null) return ok(null);
    const checked = await this.#ports.backups.check(from);
    if (!checked.ok) return checked;
    const folder = await this.#ports.dialogs.chooseFolder('restore');
    if (folder === null) return ok(null);
    const restored = await this.#task(task, (work) => this.restoreTo(folder, from, work));
    if (restored.ok) this.#shown = folder;
    return restored.ok ? ok({ ...restored.value, folder: this.#ports.files.nameOf(folder) }) : restored;
  }

  restoreTo(folder: string, from: string, work: BackupWork): Promise<Result<{ notes: number }>> {
    return this.#queue.run(() => this.#ports.backups.restoreTo(folder, { ...work, from }));
  }

  /**
   * Asks for a backup and puts it in the place of the library, after a backup of what is there. @returns null: the dialog was closed
   */
  async restoreHere(task: string): Promise<Result<RestoredHere | null>> {
    if (this.#library.isReadOnly) return fail('library-read-only');
    const { backup } = await this.#ports.library.settings();
    const from = await this.#ports.dialogs.chooseBackup(backup.folder);
    if (from === null) return ok(null);
    const { backups } = this.#ports;
    const checked = await backups.check(from);
    if (!checked.ok) return checked;
    const to = backup.folder ?? (await backups.folderOf(from));
    // Nothing else is done with the library from the copy of it to the end.
    return this.#task(task, (work) =>
      this.#queue.run(() =>
        this.#library.alone(async () => {
          const kept = await backups.backUp({ ...work, to, inTurn: (each) => each() });
          if (!kept.ok) return kept;
          const { file, since } = kept.value;
          const restored = await backups.restoreHere({ ...work, from, backup, since });
          if (!restored.ok) return restored;
          await this.#library.replaced();
          return ok({ ...restored.value, from: this.#ports.files.nameOf(from), kept: file });
        }),
      ),
    );
  }

  /** Shows the last thing that was made in the file manager. */
  reveal(): void {
    if (this.#shown !== null) this.#ports.dialogs.reveal(this.#shown);
  }

  /** Ends what is under way; nothing of it is left. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#queue.run(async () => undefined);
  }

  async #folder(): Promise<string | null> {
    return (await this.#ports.library.settings()).backup.folder;
  }

  #task<T>(name: string, run: (work: BackupWork) => Promise<T>): Promise<T> {
    return this.#tasks.run(name, (signal, progress) =>
      run({ signal: AbortSignal.any([signal, this.#closing.signal]), progress }),
    );
  }
}
