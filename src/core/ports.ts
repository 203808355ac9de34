import type { Change } from './operation';
import type { Order } from './order';
import type { OwnLayout, OwnLayoutFiles } from './own-layout';
import type { Notice, Result } from './result';
import type { CommentDraft, DraftPlace, Note, NoteSummary, Settings } from './schema';
import type { TrashLog } from './trash';
import type { Version, VersionCause } from './versions/version';

/** All notes of one user. Nothing above it knows that they are files. */
export interface LibraryPort {
  /**
   * Opens the library, or makes it, without looking at its notes.
   * @returns `isNew`: it was not there, so the first note has to be brought in. `isReadOnly`: a newer version of the app made it, so
   *   every change is refused (`library-read-only`); `library-unusable`
   */
  open(): Promise<Result<{ isNew: boolean; isReadOnly: boolean; notices: Notice[] }>>;
  /**
   * What is known at once of the notes that stand first in the usual order (pinned ones, then those that changed last); null: only
   * `load` can tell.
   * @param count how many are wanted; there may be fewer. `whole`: these are all
   */
  newest(count: number): Promise<{ summaries: NoteSummary[]; whole: boolean } | null>;
  /**
   * Every note's summary, in no particular order. Nothing may be changed before it has resolved.
   * @returns `whole`: false where the others become known only by `reconcile`; `library-unusable`
   */
  load(): Promise<Result<{ summaries: NoteSummary[]; whole: boolean }>>;
  read(id: string): Promise<Result<Note>>;
  /** Every note, one after another, for what has to look at all of them. Unreadable ones are passed over. */
  readAll(): AsyncIterable<Note>;
  /**
   * Carries out the changes, all or none; resolves when they are on the disk. Changes of one note never overtake each other.
   * What they make of the notes is kept as versions.
   * @param by what made them
   * @returns `note-changed-outside` where a note is not what its change was made of, after the listener has heard how it is now;
   *   `note-exists` where one that is to be added is there already
   */
  apply(changes: readonly Change[], by: VersionCause): Promise<Result<void>>;
  readonly versions: VersionsPort;
  /** Tells of what another program changed, and of files that had to be set aside. One listener. */
  listen(listener: (found: Found) => void): void;
  /** Compares the library with what is really there; the listener hears of every difference before it resolves. */
  reconcile(onProgress?: OnProgress): Promise<void>;
  /**
   * From now on, until it is closed, the listener hears of differences as they come about, where the system can tell of them. Called
   * again it begins anew.
   */
  watch(): void;
  settings(): Promise<Settings>;
  saveSettings(settings: Settings): Promise<Result<void>>;
  view(): Promise<View>;
  saveView(view: View): Promise<void>;
  /** For how long notes were seen in the trash. */
  trash(): Promise<TrashLog>;
  saveTrash(log: TrashLog): Promise<void>;
  /** Comments and replies that were being written and were neither saved nor given up. */
  drafts(): Promise<readonly CommentDraft[]>;
  /** Keeps one of them as it is now; null: it was saved, or given up. */
  keepDraft(on: DraftPlace, draft: CommentDraft | null): Promise<Result<void>>;
  /** Everything was replaced by other files: all that is known is compared with them, as by `reconcile`. */
  reread(): Promise<void>;
  /** Writes what is still to be written. */
  close(): Promise<void>;
}

/** What the notes were, at every moment at which one was saved. */
export interface VersionsPort {
  /** The newest first. @returns `file-unreadable` */
  list(note: string): Promise<Result<Version[]>>;
  /** The note as it was. @returns `version-not-found`; `version-damaged`, `file-unreadable` */
  read(note: string, version: string): Promise<Result<Note>>;
  /** Names a version, which is then kept for ever; an empty name takes it away. When it resolves that is on the disk. */
  label(note: string, version: string, label: string): Promise<Result<void>>;
  /**
   * Keeps what could not be merged into a note as a version beside the others. When it resolves that is on the disk.
   * @returns the version's id
   */
  keep(note: Note, by: VersionCause): Promise<Result<string>>;
}

/** Hears of how many notes have been looked at, of how many. */
export type OnProgress = (done: number, all: number) => void;

/** What was found to be otherwise than it was known. */
export interface Found {
  readonly changed: readonly NoteSummary[];
  readonly removed: readonly string[];
  readonly notices: readonly Notice[];
}

/** What the next start shows again. */
export interface View {
  readonly note: string | null;
  readonly scroll: number;
  readonly order: Order;
}

/** What long work with backups hears and tells. */
export interface BackupWork {
  readonly signal: AbortSignal;
  /** @param done between 0 and 1; null: not known */
  readonly progress: (label: 'backing-up' | 'verifying' | 'restoring', done: number | null) => void;
}

/** A backup in a folder. */
export interface Backup {
  /** Its name, without the folder. */
  readonly file: string;
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** When it was made, in local time: `2026-11-24 17.05`. */
  readonly minute: string;
}

/** Copies of the library, each one file. All paths are absolute. */
export interface BackupPort {
  /**
   * Makes a backup, reads it back, and only then removes those of this library that have had their time.
   * @param inTurn runs what needs that no operation is half done
   * @returns `since`: epoch, in ms; what was written later is not in it. Where it fails nothing is left of it:
   *   `backup-folder-inside`, `backup-not-verified`, `cancelled`, or why it cannot be written
   */
  backUp(
    options: BackupWork & { readonly to: string; readonly inTurn: <T>(task: () => Promise<T>) => Promise<T> },
  ): Promise<Result<Backup & { readonly since: number }>>;
  /** The last backup of this library in a folder. */
  last(folder: string): Promise<Backup | null>;
  /** Whether there is none of today. */
  isDue(folder: string): Promise<boolean>;
  /** Looks through a backup: whether it can be one. @returns `not-a-backup`, `backup-refused`, `backup-damaged`, … */
  check(file: string): Promise<Result<void>>;
  /** Makes a new library of a backup, in a folder that is new or empty. Where it fails the folder is as it was. */
  restoreTo(
    folder: string,
    options: BackupWork & { readonly from: string },
  ): Promise<Result<{ notes: number }>>;
  /**
   * Puts a backup in the place of this library, while nothing else is done with it. At every moment it is the one or the other.
   * @param backup stays what the settings say of backups
   * @param since epoch, in ms: notes that another program wrote later are kept in the quarantine
   */
  restoreHere(
    options: BackupWork & {
      readonly from: string;
      readonly backup: Settings['backup'];
      readonly since: number;
    },
  ): Promise<Result<{ notes: number }>>;
  /** The folder that a file is in. */
  folderOf(file: string): Promise<string>;
  /** Removes what killed processes left behind. */
  sweep(): Promise<void>;
}

export interface FilesPort {
  /** The whole of a file; refuses one of more than `most` bytes without reading it. */
  read(path: string, most: number): Promise<Result<Uint8Array>>;
  /** When the file was last changed, as an ISO 8601 moment in UTC. */
  changed(path: string): Promise<Result<string>>;
  /** Writes beside the target and renames, so that the file is there whole or as it was before. */
  write(path: string, bytes: Uint8Array): Promise<Result<void>>;
  /** A path in a folder at which there is nothing yet: where the name is taken, with a number. */
  free(folder: string, name: string): Promise<string>;
  /**
   * The files that a path stands for: itself, or what a folder and its folders hold, in the order of their names.
   * @param extensions the kinds to take from a folder, `.md`
   */
  expand(path: string, extensions: readonly string[]): Promise<Result<string[]>>;
  /** The last name of a path. */
  nameOf(path: string): string;
  /** The note that the app is shipped with. */
  firstNote(): Promise<Result<Uint8Array>>;
}

/** The layouts folder of the user. */
export interface OwnLayoutsPort {
  /** Those that are there, in the order of their ids, also those that cannot be used. */
  list(): Promise<readonly OwnLayout[]>;
  /** @returns `own-layout-gone`, or why it cannot be used */
  files(id: string): Promise<Result<OwnLayoutFiles>>;
  /** Its path; made if it is not there. */
  folder(): Promise<Result<string>>;
}
