import { z } from 'zod';
import { type AnnotationList, annotationFilterSchema } from '../core/annotation-list';
import { choicesNameSchema, exportChoicesSchema } from '../core/export-choices';
import { operationSchema } from '../core/operation';
import type { Order } from '../core/order';
import type { OwnLayout } from '../core/own-layout';
import type { Failure, Notice, Warning } from '../core/result';
import { saidOnceShape } from '../core/said-once';
import type { SavedChoices } from '../core/saved-choices';
import {
  type CommentDraft,
  commentDraftSchema,
  idSchema,
  type Note,
  type NoteSummary,
  noteSchema,
  orderSchema,
  type Settings,
  settingsSchema,
} from '../core/schema';
import type { Version } from '../core/versions/version';
import { MAX_EXPORTED_NOTES, MAX_LABEL, MAX_PACK_TITLE, type Reported } from '../core/vocabulary';

const taskSchema = z.string().max(40);

/** The notes in their order, and the title of several. */
const exportedShape = {
  notes: z.array(idSchema).min(1).max(MAX_EXPORTED_NOTES),
  title: z.string().max(MAX_PACK_TITLE).optional(),
};

/**
 * Everything the page may ask of the app: for each method the schema of its input and the type of its answer. Main, the
 * preload and the page all read it here; the page takes its types only.
 */
export const contract = {
  /** What the window shows first. */
  'library.start': method<Start>()(z.object({})),
  /** All rows of the list, some thousand at a time; `next`: where to go on, null when these were the last. */
  'library.rest': method<{ summaries: readonly NoteSummary[]; next: number | null }>()(
    z.object({ from: z.number().int().nonnegative() }),
  ),
  'note.open': method<Note>()(z.object({ note: idSchema })),
  /** `task` names it for progress and Cancel, where it may be long work. */
  'library.apply': method<ViewChange>()(
    z.object({ operation: operationSchema, task: taskSchema.optional() }),
  ),
  'history.undo': method<ViewChange>()(z.object({ task: taskSchema.optional() })),
  'history.redo': method<ViewChange>()(z.object({ task: taskSchema.optional() })),
  /** The versions of a note, the newest first. */
  'history.versions': method<{ versions: readonly Version[] }>()(z.object({ note: idSchema })),
  /** The note as it was in one of them. */
  'history.version': method<Note>()(z.object({ note: idSchema, version: idSchema })),
  /** Names a version, which is then kept for ever; an empty name takes it away. */
  'history.label': method<null>()(
    z.object({ note: idSchema, version: idSchema, label: z.string().max(MAX_LABEL) }),
  ),
  /** Reads what a search looks through, so that the first one is quick. */
  'library.search-soon': method<null>()(z.object({})),
  /** Ids of the notes that hold every word, in the order of the list. */
  'library.search': method<{ notes: string[] }>()(z.object({ query: z.string().max(1000) })),
  /** Some hundred annotations of a list over many notes; `total`: how many it has. */
  'annotations.list': method<AnnotationList & { readonly total: number }>()(
    z.object({ filter: annotationFilterSchema, from: z.number().int().nonnegative() }),
  ),
  /** Asks for files in a dialog and imports them; null: the dialog was closed. */
  'import.choose': method<ImportReport | null>()(z.object({})),
  /** Imports files that were dropped on the window; their paths come from the preload, never from the page. */
  'import.dropped': method<ImportReport>()(z.object({})),
  /** Imports a file that was told to be `locked`, with its password; null: it was forgotten meanwhile. */
  'import.unlock': method<ImportReport | null>()(
    z.object({ locked: z.string().max(40), password: z.string().max(1000) }),
  ),
  /** Puts the repeated paragraphs of an imported note back. */
  'import.keep-repeats': method<ViewChange>()(z.object({ note: idSchema })),
  /** Brings the annotations of a file to a note: of the one that was dropped, else the person is asked for one; null: the dialog was closed. */
  'annotations.import': method<AnnotationsReport | null>()(z.object({ note: idSchema })),
  /** Starts what an export needs, so that the export itself is quick. */
  'export.prepare': method<null>()(z.object({})),
  /** The pages that an export with these choices would have. `task` names it for Cancel. */
  'export.preview': method<ExportPreview>()(
    z.object({
      ...exportedShape,
      choices: exportChoicesSchema,
      task: taskSchema,
      ...saidOnceShape,
    }),
  ),
  /**
   * Asks where to, exports, and answers with the file's name; null: the dialog was closed. `task` names it for progress and Cancel.
   * `password` opens the PDF; `each`: every note has a file of its own, in a folder that is asked for.
   */
  'export.save': method<ExportReport | null>()(
    z.object({
      ...exportedShape,
      each: z.boolean().optional(),
      choices: exportChoicesSchema,
      task: taskSchema,
      password: z.string().max(1000).optional(),
      ...saidOnceShape,
    }),
  ),
  /** Prints the sheets that the page has laid out for paper; `width` and `height` of each, in points. */
  'export.print': method<null>()(
    z.object({ width: z.number().min(72).max(5000), height: z.number().min(72).max(5000) }),
  ),
  /** Shows the last exported file in the system's file manager. */
  'export.reveal': method<null>()(z.object({})),
  'task.cancel': method<null>()(z.object({ task: taskSchema })),
  'settings.change': method<WindowSettings>()(
    z.object({ settings: settingsSchema.pick({ author: true, theme: true }).partial() }),
  ),
  /** Layouts in the layouts folder, also those that cannot be used. */
  'layouts.list': method<readonly OwnLayout[]>()(z.object({})),
  /** Shows the layouts folder in the system's file manager; it is made if it is not there. */
  'layouts.open-folder': method<null>()(z.object({})),
  /** Choices of exports that were saved, in the order of their names. The methods that change them answer with all. */
  'choices.list': method<readonly SavedChoices[]>()(z.object({})),
  /** Under a name; those that had it are replaced. */
  'choices.save': method<readonly SavedChoices[]>()(
    z.object({ name: choicesNameSchema, choices: exportChoicesSchema }),
  ),
  'choices.rename': method<readonly SavedChoices[]>()(
    z.object({ from: choicesNameSchema, to: choicesNameSchema }),
  ),
  'choices.delete': method<readonly SavedChoices[]>()(z.object({ name: choicesNameSchema })),
  'backup.state': method<BackupState>()(z.object({})),
  /** Asks for the folder in a dialog; null: it was closed. */
  'backup.choose-folder': method<BackupState | null>()(z.object({})),
  'backup.daily': method<BackupState>()(z.object({ daily: z.boolean() })),
  /** Makes a backup; where no folder is chosen it asks for one first; null: the dialog was closed. */
  'backup.now': method<{ file: string } | null>()(z.object({ task: taskSchema })),
  /** Asks for a backup and for an empty folder, and makes a new library there; null: a dialog was closed. */
  'restore.new': method<Restored | null>()(z.object({ task: taskSchema })),
  /** Asks for a backup and puts it in the place of the library, of which a backup is made before; null: the dialog was closed. */
  'restore.here': method<RestoredHere | null>()(z.object({ task: taskSchema })),
  /** Shows the last backup, or what was last restored, in the system's file manager. */
  'backup.reveal': method<null>()(z.object({})),
  /** What the next start shows again. */
  'view.remember': method<null>()(
    z.object({ note: idSchema.nullable(), scroll: z.number().nonnegative(), order: orderSchema.optional() }),
  ),
  /** Keeps a comment or a reply that is being written, so that it is offered again after a kill; null: it was saved, or given up. */
  'draft.keep': method<null>()(
    z.object({
      note: idSchema,
      annotation: idSchema,
      reply: commentDraftSchema.shape.reply,
      words: commentDraftSchema.omit({ note: true, annotation: true, reply: true }).nullable(),
    }),
  ),
  /**
   * Saves a note elsewhere, as Markdown, with what could not be saved in the library; asks where to. It needs nothing of the library.
   * Answers with the file's name; null: the dialog was closed.
   */
  'note.save-copy': method<{ file: string } | null>()(
    z.object({ note: noteSchema, operations: z.array(operationSchema).max(100) }),
  ),
  /** The page's answer to `closing` and `save-elsewhere`: whether nothing that was typed would be lost; answered with the same. */
  'window.close': method<boolean>()(z.object({ saved: z.boolean() })),
  /** The page shows the open note's text (asked for by the start-up measurement and the screenshot). */
  'view.painted': method<null>()(z.object({})),
} as const;

export type { Notice };
export type MethodName = keyof typeof contract;
export type Input<M extends MethodName> = z.input<(typeof contract)[M]['input']>;
export type Output<M extends MethodName> = (typeof contract)[M]['output'];
export type Reply<M extends MethodName> =
  | { readonly ok: true; readonly value: Output<M> }
  | { readonly ok: false; readonly error: Failure };

/** What the app tells the page without being asked. */
export interface Events {
  /** The library changed otherwise than by this page's own call. */
  changed: ViewChange;
  /** Files were imported that were given to the app at its start. */
  imported: ImportReport;
  /** A command was chosen in the menu. */
  command: { readonly command: string };
  progress: Progress;
  /** Something that the person should know. */
  message: Notice;
  /** The window is about to close: drafts are saved now, then `window.close` says whether they could be. */
  closing: Record<string, never>;
  /** What could not be saved in the library is saved elsewhere now; then `window.close` says whether it was. */
  'save-elsewhere': Record<string, never>;
  /** The machine goes to sleep or is locked: what is being typed is brought to the disk. */
  'save-now': Record<string, never>;
}
export type EventName = keyof Events;

/** The settings that the page knows; it never hears of folders of the machine. */
export type WindowSettings = Pick<Settings, 'author' | 'theme'>;

export interface Start {
  /** The first rows of the list: more than the window shows at once. */
  readonly summaries: readonly NoteSummary[];
  /** Where `library.rest` is to begin, which has all rows; null: these are all. */
  readonly next: number | null;
  /** The note that was open, or the first one. */
  readonly open: Note | null;
  /** Distance that its text was scrolled by, in CSS pixels. */
  readonly scroll: number;
  readonly order: Order;
  readonly settings: WindowSettings;
  /** Comments and replies that were being written when the app ended unexpectedly. */
  readonly drafts: readonly CommentDraft[];
  /** A newer version of the app made the library: every change is refused. */
  readonly readOnly: boolean;
  readonly notices: readonly Notice[];
}

export interface BackupState {
  /** The name of the chosen folder; null: none is chosen. */
  readonly folder: string | null;
  readonly daily: boolean;
  /** `minute`: local time, `2026-11-24 17.05`. `size` in bytes. */
  readonly last: { readonly file: string; readonly minute: string; readonly size: number } | null;
}

export interface Restored {
  /** How many notes are there now. */
  readonly notes: number;
  /** The name of the new library's folder. */
  readonly folder: string;
}

export interface RestoredHere {
  readonly notes: number;
  /** The names of the backup that was restored, and of that of what was there. */
  readonly from: string;
  readonly kept: string;
}

/** What the page has to change in what it shows. */
export interface ViewChange {
  readonly summaries: readonly NoteSummary[];
  readonly removed: readonly string[];
  /** The changed notes themselves, where there are few; for others `note.open` has the new state. */
  readonly notes: readonly Note[];
  /** What was done, undone or redone: a key under `operation` in the locale. */
  readonly operation: string | null;
  /** What it was done with; null: nothing changed, or it was not done here. */
  readonly about: About | null;
  readonly undo: string | null;
  readonly redo: string | null;
}

/** The notes that something was done with. */
export interface About {
  readonly count: number;
  /** Of those that it was to be done with: how many it was cancelled before. */
  readonly left: number;
  /** Of the first one, and its id if it is still there. */
  readonly title: string;
  readonly note: string | null;
}

export interface ImportReport {
  readonly change: ViewChange;
  readonly files: readonly ImportedFile[];
}
export type ImportedFile =
  | {
      readonly file: string;
      readonly note: string;
      readonly title: string;
      readonly warnings: readonly Warning[];
    }
  /** `locked` names it for `import.unlock`, where a password would open it. */
  | { readonly file: string; readonly error: Failure; readonly locked?: string };

export interface AnnotationsReport {
  readonly file: string;
  readonly change: ViewChange;
  /** `elsewhere`: about other pages than the note's; `unread`: parts of the file that are no annotation, or cannot be kept. */
  readonly counts: Readonly<Record<Reported, number>>;
  readonly warnings: readonly Warning[];
}

export interface ExportReport {
  /** The name of the file, without its folder; of many files that of their folder. */
  readonly file: string;
  /** How many files there are, where each note has its own. */
  readonly count?: number;
  readonly warnings: readonly Warning[];
}

export interface ExportPreview {
  /** The PDF that would be saved. */
  readonly pdf: Uint8Array;
  readonly warnings: readonly Warning[];
}

export interface Progress {
  readonly task: string;
  /** Key under `task` in the locale. */
  readonly label:
    | 'typesetting'
    | 'drawing'
    | 'exporting'
    | 'importing'
    | 'saving'
    | 'changing'
    | 'reading'
    | 'backing-up'
    | 'verifying'
    | 'restoring';
  /** Between 0 and 1; null: not known. */
  readonly done: number | null;
  /** Of how many things, where the label names them. */
  readonly count?: number;
}

function method<O>() {
  return <S extends z.ZodType>(input: S): { readonly input: S; readonly output: O } => ({
    input,
    output: undefined as O,
  });
}
