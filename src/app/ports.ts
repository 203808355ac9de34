import type { Briefing } from '../core/briefing';
import type { Change } from '../core/library';
import type { Result, Warning } from '../core/result';
import type { Note, NoteSummary, Settings } from '../core/schema';
import type { EventName, Events, Notice } from '../shared/contract';

/** What the app needs from outside. The window and the command line each give it their own. */
export interface Ports {
  readonly library: LibraryPort;
  readonly files: FilesPort;
  readonly dialogs: DialogsPort;
  readonly typesetter: TypesetterPort;
  /** Now, ISO 8601. */
  readonly now: () => string;
  /** A new id (`idSchema`), never given before; later ones sort after earlier ones. */
  readonly newId: () => string;
  readonly emit: <E extends EventName>(event: E, payload: Events[E]) => void;
}

/** All notes of one user. Nothing above it knows that they are files. */
export interface LibraryPort {
  /**
   * Opens the library, or makes it. `isNew`: it was not there before, so the first note has to be brought in;
   * `summaries`: every note, in no particular order.
   */
  open(): Promise<Result<{ isNew: boolean; summaries: NoteSummary[]; notices: Notice[] }>>;
  read(id: string): Promise<Result<Note>>;
  /** Every note, one after another, for what has to look at all of them. Unreadable ones are passed over. */
  readAll(): AsyncIterable<Note>;
  /** Carries out the changes; resolves when they are on the disk. Changes of one note never overtake each other. */
  apply(changes: readonly Change[]): Promise<Result<void>>;
  settings(): Promise<Settings>;
  saveSettings(settings: Settings): Promise<Result<void>>;
  view(): Promise<View>;
  saveView(view: View): Promise<void>;
  /** Writes what is still to be written. */
  close(): Promise<void>;
}

/** What the next start shows again. */
export interface View {
  readonly note: string | null;
  readonly scroll: number;
}

export interface FilesPort {
  /** The whole of a file; refuses one of more than `most` bytes without reading it. */
  read(path: string, most: number): Promise<Result<Uint8Array>>;
  /** Writes beside the target and renames, so that the file is there whole or as it was before. */
  write(path: string, bytes: Uint8Array): Promise<Result<void>>;
  /** The files to import that a path stands for: itself, or what a folder holds. */
  expand(path: string): Promise<Result<string[]>>;
  /** The last name of a path. */
  nameOf(path: string): string;
  /** The note that the app is shipped with. */
  firstNote(): Promise<Result<Uint8Array>>;
}

export interface DialogsPort {
  /** Paths of files to import; empty: closed. */
  chooseImport(): Promise<readonly string[]>;
  /** Where to save; null: closed. The dialog itself asks before a file is replaced. */
  chooseSave(suggestedName: string, extension: string): Promise<string | null>;
  reveal(path: string): void;
}

export interface TypesetRequest {
  readonly briefing: Briefing;
  /** base64 by name. */
  readonly images: ReadonlyMap<string, string>;
  /** Attached to the PDF: the note itself. */
  readonly attachment: { readonly name: string; readonly bytes: Uint8Array };
}

export interface Typeset {
  readonly pdf: Uint8Array;
  /** `pdf-not-accessible` when the file is made without the claim to be PDF/UA, with what prevents it. */
  readonly warnings: readonly Warning[];
}

export interface TypesetterPort {
  /** Gets ready, so that the next `typeset` is quick. */
  prepare(): void;
  /** Sets a briefing. Aborting ends it at once (`cancelled`). */
  typeset(request: TypesetRequest, signal: AbortSignal): Promise<Result<Typeset>>;
}
