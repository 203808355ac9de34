import { z } from 'zod';
import {
  annotationSchema,
  detailsSchema,
  idSchema,
  type Note,
  type NoteSummary,
  sourceSchema,
} from './schema';
import { isWithin } from './tags';
import { KINDS, MAX_EDITS, MAX_IMPORTED_ANNOTATIONS } from './vocabulary';

const ids = z.array(idSchema).min(1).max(200_000);
const onAnnotation = { note: idSchema, annotation: idSchema };
/** A passage of the plain text; `base`: the text (Markdown) that it was selected in, if it may be another one by now. */
const passage = {
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  base: z.string().optional(),
};

const offset = z.number().int().nonnegative();
const textEdit = z.object({ from: offset, to: offset, length: offset });
/** What an editor did to a text: the stretch from `from` to `to` is now `length` characters long. In UTF-16 code units. */
export type TextEdit = Readonly<z.infer<typeof textEdit>>;

/** Everything that can be done to a library. Whatever a window or a command line asks for is one of these. */
export const operationSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('create'),
    title: z.string().max(2000),
    text: z.string(),
    tags: z.array(z.string()),
  }),
  // `base`: what the edit was made of. Where the note no longer holds that, the two are merged; without it the edit replaces it.
  z.object({
    type: z.literal('edit-title'),
    note: idSchema,
    title: z.string().max(2000),
    base: z.string().optional(),
  }),
  // `edits`: how an editor made `text` of `base`; they tell which of equal passages stayed.
  z.object({
    type: z.literal('edit-text'),
    note: idSchema,
    text: z.string(),
    base: z.string().optional(),
    edits: z.array(textEdit).max(MAX_EDITS).optional(),
  }),
  z.object({
    type: z.literal('edit-source'),
    note: idSchema,
    source: sourceSchema,
    base: sourceSchema.optional(),
  }),
  z.object({
    type: z.literal('edit-details'),
    note: idSchema,
    details: detailsSchema,
    base: detailsSchema.optional(),
  }),
  z.object({ type: z.literal('tag'), notes: ids, add: z.array(z.string()), remove: z.array(z.string()) }),
  z.object({
    type: z.literal('annotate'),
    note: idSchema,
    kind: z.enum(KINDS),
    ...passage,
    comment: z.string(),
  }),
  z.object({
    type: z.literal('edit-annotation'),
    ...onAnnotation,
    change: z.object({
      comment: z.string().optional(),
      kind: z.enum(KINDS).optional(),
      who: z.string().max(500).optional(),
      by: z.string().max(500).optional(),
    }),
  }),
  /** Gives an annotation another passage: an orphan is linked again, a range is changed. */
  z.object({
    type: z.literal('link-annotation'),
    ...onAnnotation,
    ...passage,
  }),
  z.object({ type: z.literal('resolve'), ...onAnnotation, resolved: z.boolean() }),
  z.object({ type: z.literal('delete-annotation'), ...onAnnotation }),
  z.object({ type: z.literal('reply'), ...onAnnotation, comment: z.string() }),
  z.object({ type: z.literal('edit-reply'), ...onAnnotation, reply: idSchema, comment: z.string() }),
  z.object({ type: z.literal('delete-reply'), ...onAnnotation, reply: idSchema }),
  /** Annotations that were read from a file. Those that the note has already stay as they are. */
  z.object({
    type: z.literal('import-annotations'),
    note: idSchema,
    annotations: z.array(annotationSchema).max(MAX_IMPORTED_ANNOTATIONS),
  }),
  z.object({ type: z.literal('pin'), notes: ids, pinned: z.boolean() }),
  z.object({ type: z.literal('archive'), notes: ids, archived: z.boolean() }),
  /** Makes a copy of each, with annotations of their own. */
  z.object({ type: z.literal('duplicate'), notes: ids }),
  /** In every note that has the tag or one below it, also in the archive and the trash. */
  z.object({ type: z.literal('rename-tag'), from: z.string(), to: z.string() }),
  z.object({ type: z.literal('remove-tag'), tag: z.string() }),
  z.object({ type: z.literal('trash'), notes: ids }),
  z.object({ type: z.literal('restore'), notes: ids }),
  /** Makes the note say what it said in one of its versions. */
  z.object({ type: z.literal('restore-version'), note: idSchema, version: idSchema }),
  /** For ever. */
  z.object({ type: z.literal('delete'), notes: ids }),
]);

export type Operation = z.infer<typeof operationSchema>;

/** One note before and after; null: not there. */
export interface Change {
  readonly id: string;
  readonly before: Note | null;
  readonly after: Note | null;
}

/** What an operation did to the library: what the store writes, the view shows and undo turns round. */
export interface Diff {
  /** `import`: notes were read from files. Only the app itself adds those, never a window. */
  readonly operation: Operation['type'] | 'import';
  readonly changes: readonly Change[];
}

/**
 * The notes that must be at hand to carry out an operation.
 * @param rows every note of the library
 */
export function notesOf(
  operation: Operation,
  rows: Iterable<Pick<NoteSummary, 'id' | 'tags'>>,
): readonly string[] {
  if (operation.type === 'rename-tag') return withTag(rows, operation.from);
  if (operation.type === 'remove-tag') return withTag(rows, operation.tag);
  if ('notes' in operation) return operation.notes;
  return 'note' in operation ? [operation.note] : [];
}

function withTag(rows: Iterable<Pick<NoteSummary, 'id' | 'tags'>>, parent: string): string[] {
  const ids: string[] = [];
  for (const { id, tags } of rows) if (tags.some((tag) => isWithin(tag, parent))) ids.push(id);
  return ids;
}

/** The operation on some of its notes only. One that finds its notes by their tags is the same for any of them. */
export const onlyOn = (operation: Operation, ids: readonly string[]): Operation =>
  'notes' in operation ? { ...operation, notes: [...ids] } : operation;
