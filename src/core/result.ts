/** Every expected failure of the app, in one list. The words for a person are in `src/shared/locales/`, under `error.CODE`. */
export type ErrorCode =
  | 'bad-input'
  | 'note-not-found'
  | 'note-ambiguous'
  | 'note-damaged'
  | 'note-changed-outside'
  | 'note-exists'
  | 'annotation-not-found'
  | 'reply-not-found'
  | 'version-not-found'
  | 'version-damaged'
  | 'history-not-kept'
  | 'quote-not-found'
  | 'quote-ambiguous'
  | 'quote-nth'
  | 'passage-empty'
  | 'clipboard-refused'
  | 'tag-invalid'
  | 'comment-too-long'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'file-not-found'
  | 'file-not-on-disk'
  | 'file-unreadable'
  | 'file-empty'
  | 'file-binary'
  | 'file-too-large'
  | 'file-not-a-note'
  | 'file-of-several-notes'
  | 'pdf-without-note'
  | 'pdf-protected'
  | 'pdf-password-wrong'
  | 'file-newer-version'
  | 'file-without-annotations'
  | 'annotations-too-many'
  | 'format-unknown'
  | 'format-not-writable'
  | 'pack-format'
  | 'print-failed'
  | 'folder-empty'
  | 'folder-needed'
  | 'folder-missing'
  | 'folder-not-writable'
  | 'library-missing'
  | 'library-unusable'
  | 'library-read-only'
  | 'disk-full'
  | 'file-busy'
  | 'not-a-file'
  | 'write-failed'
  | 'too-many-files'
  | 'repeats-not-available'
  | 'layout-unknown'
  | 'layout-broken'
  | 'layout-import-refused'
  | 'own-layout-gone'
  | 'own-layout-name'
  | 'own-layout-taken'
  | 'own-layout-manifest'
  | 'own-layout-without-template'
  | 'own-layout-too-large'
  | 'choices-unknown'
  | 'choices-name-taken'
  | 'choices-full'
  | 'typeset-failed'
  | 'archive-with-password'
  | 'password-unusable'
  | 'password-too-long'
  | 'typeset-timeout'
  | 'typeset-memory'
  | 'cancelled'
  | 'file-exists'
  | 'name-too-long'
  | 'backup-folder-not-chosen'
  | 'backup-folder-inside'
  | 'backup-not-verified'
  | 'not-a-backup'
  | 'backup-refused'
  | 'backup-damaged'
  | 'folder-not-empty'
  | 'library-busy'
  | 'restore-interrupted'
  | 'unexpected';

export type Details = Readonly<Record<string, string | number>>;

/** What went wrong, as data: a code and the values that its message names (never a path of the machine's own folders). */
export interface Failure {
  readonly code: ErrorCode;
  readonly details: Details;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

export function ok(): Result<void>;
export function ok<T>(value: T): Result<T>;
export function ok<T>(value?: T): Result<T | undefined> {
  return { ok: true, value };
}

export const fail = (code: ErrorCode, details: Details = {}): { ok: false; error: Failure } => ({
  ok: false,
  error: { code, details },
});

/** Marks a `switch` as exhaustive: the compiler refuses a case that was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}

/** Something that a person should know of though it worked; the words are in the locales under `warning.CODE`. */
export interface Warning {
  readonly code: WarningCode;
  readonly details: Details;
}

/** Something that a person should know without having asked. */
export type Notice =
  | { readonly level: 'info'; readonly what: Warning }
  | { readonly level: 'error'; readonly what: Failure };

export type WarningCode =
  | 'repeated-paragraphs'
  | 'encoding-guessed'
  | 'year-inferred'
  | 'front-matter-ignored'
  | 'fields-left-out'
  | 'annotation-skipped'
  | 'annotations-elsewhere'
  | 'pdf-not-accessible'
  | 'pdf-not-archive'
  | 'image-left-out'
  | 'glyphs-missing'
  | 'orphans-listed'
  | 'note-set-aside'
  | 'note-replaced'
  | 'index-rebuilt'
  | 'file-set-aside'
  | 'change-finished'
  | 'change-set-aside'
  | 'partly-done'
  | 'changed-by-both'
  | 'note-brought-back'
  | 'copy-set-aside'
  | 'trash-emptied'
  | 'notes-not-readable';
