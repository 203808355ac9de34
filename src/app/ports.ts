import type { Typeset, TypesetRequest } from '../core/briefing';
import type { BackupPort, FilesPort, LibraryPort, OwnLayoutsPort } from '../core/ports';
import type { Result } from '../core/result';
import type { EventName, Events } from '../shared/contract';

export type { Typeset, TypesetRequest } from '../core/briefing';
export type { Backup, BackupPort, BackupWork, FilesPort, Found, LibraryPort, View } from '../core/ports';

/** What the app needs from outside. The window and the command line each give it their own. */
export interface Ports {
  readonly library: LibraryPort;
  readonly files: FilesPort;
  readonly backups: BackupPort;
  readonly dialogs: DialogsPort;
  readonly typesetter: TypesetterPort;
  readonly layouts: OwnLayoutsPort;
  /** Now, ISO 8601. */
  readonly now: () => string;
  /** A new id (`idSchema`), never given before; later ones sort after earlier ones. */
  readonly newId: () => string;
  readonly emit: <E extends EventName>(event: E, payload: Events[E]) => void;
}

export interface DialogsPort {
  /** Paths of files to import; empty: closed. */
  chooseImport(): Promise<readonly string[]>;
  /** Path of a file with annotations; null: closed. */
  chooseAnnotations(): Promise<string | null>;
  /** Where to save; null: closed. The dialog itself asks before a file is replaced. */
  chooseSave(suggestedName: string, extension: string): Promise<string | null>;
  /** Where backups go, a new library is made of one, or notes are exported to; null: closed. */
  chooseFolder(purpose: 'backup' | 'restore' | 'export'): Promise<string | null>;
  /** A backup; null: closed. @param folder where to begin; null: where the last dialog was */
  chooseBackup(folder: string | null): Promise<string | null>;
  reveal(path: string): void;
  /**
   * Prints what the page shows for paper, after the system's own dialog.
   * @param sheet its width and height, in points
   * @returns `cancelled`, `print-failed`
   */
  print(sheet: { readonly width: number; readonly height: number }): Promise<Result<void>>;
}

export interface TypesetterPort {
  /** Gets ready, so that the next `typeset` is quick. */
  prepare(): void;
  /** Sets a briefing. Aborting ends it at once (`cancelled`). */
  typeset(request: TypesetRequest, signal: AbortSignal): Promise<Result<Typeset>>;
}
