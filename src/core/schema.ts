import { z } from 'zod';
import { keptChoices } from './kept-choices';
import { MAX_CHOICES_NAME, MAX_SAVED_CHOICES } from './saved-choices';
import {
  ANCHOR_STATES,
  DRAFTS_SCHEMA,
  KINDS,
  MAX_COMMENT,
  NEW_REPLY,
  NOTE_SCHEMA,
  SETTINGS_SCHEMA,
  SORT_KEYS,
  THEMES,
} from './vocabulary';

/** An ISO 8601 moment in UTC, `2025-01-30T08:15:00.000Z`. */
const moment = z.iso.datetime();
/** A calendar day, `2025-01-30`. */
const day = z.iso.date();
export const idSchema = z.string().regex(/^[0-9a-z]{8,40}$/);

export const positionSelectorSchema = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export const quoteSelectorSchema = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
export const targetSchema = z.tuple([positionSelectorSchema, quoteSelectorSchema]);

/** What somebody answered to an annotation. */
export const replySchema = z.object({
  id: idSchema,
  author: z.string(),
  created: moment,
  updated: moment,
  /** Markdown. */
  comment: z.string().max(MAX_COMMENT),
});

export const annotationSchema = z.object({
  id: idSchema,
  kind: z.enum(KINDS),
  /** W3C selectors on the note's plain text, in UTF-16 code units, half-open. */
  target: targetSchema,
  state: z.enum(ANCHOR_STATES),
  /** The words as they were when they were annotated; present once the passage has changed. */
  quoted: z.string().optional(),
  /** Markdown. */
  comment: z.string().max(MAX_COMMENT),
  author: z.string(),
  created: moment,
  updated: moment,
  resolved: moment.nullable(),
  /** For an action: who does it, and by when. */
  who: z.string().optional(),
  by: z.string().optional(),
  /** In the order in which they were written. */
  replies: z.array(replySchema),
});

export const sourceSchema = z.object({
  agency: z.string().optional(),
  place: z.string().optional(),
  date: day.optional(),
  author: z.string().optional(),
  /** Where the text was found (http or https). */
  address: z.string().optional(),
  /** As printed: `MINSK, 30 January (BelTA) –`. */
  dateline: z.string().optional(),
  /** The day the address was looked up. */
  accessed: day.optional(),
});

export const detailsSchema = z.object({
  reference: z.string().optional(),
  to: z.string().optional(),
  from: z.string().optional(),
  date: day.optional(),
  for: z.enum(['information', 'discussion', 'decision']).optional(),
  /** By when the reader has to decide, as the author puts it. */
  by: z.string().optional(),
  purpose: z.string().optional(),
});

export const noteSchema = z.object({
  schema: z.literal(NOTE_SCHEMA),
  id: idSchema,
  title: z.string(),
  /** Markdown (CommonMark with GitHub's tables, task lists, strikethrough and footnotes). */
  text: z.string(),
  /** BCP 47. */
  language: z.string(),
  source: sourceSchema,
  details: detailsSchema,
  /** Paths such as `trade/exports`, sorted, each once. */
  tags: z.array(z.string()),
  annotations: z.array(annotationSchema),
  created: moment,
  updated: moment,
  pinned: z.boolean(),
  archived: z.boolean(),
  /** When it was put in the trash. */
  trashed: moment.nullable(),
});

/** What the list and the tag tree need of a note; the library's index holds one for each note. */
export const summarySchema = z.object({
  id: idSchema,
  title: z.string(),
  excerpt: z.string(),
  source: sourceSchema.pick({ agency: true, place: true, date: true }),
  tags: z.array(z.string()),
  annotations: z.number().int().nonnegative(),
  created: moment,
  updated: moment,
  pinned: z.boolean(),
  archived: z.boolean(),
  trashed: moment.nullable(),
});

/** In what order the list stands (`core/order.ts`). */
export const orderSchema = z.object({ by: z.enum(SORT_KEYS), descending: z.boolean() });

export const settingsSchema = z.object({
  schema: z.literal(SETTINGS_SCHEMA),
  /** The name that signs annotations and exports; empty: not given yet. */
  author: z.string().max(200),
  theme: z.enum(THEMES),
  backup: z.object({
    /** An absolute path on this machine; null: none is chosen, and there are no backups. */
    folder: z.string().nullable(),
    /** By itself, once a day. */
    daily: z.boolean(),
  }),
  /** Choices of exports under their names. What stands in them is read by `keptChoices`: another version may have known more. */
  choices: z
    .array(
      z.object({
        name: z.string().min(1).max(MAX_CHOICES_NAME),
        choices: z.record(z.string(), z.unknown()).transform(keptChoices),
      }),
    )
    .max(MAX_SAVED_CHOICES),
});

/** A comment or a reply that was being written and waits for its Save. */
export const commentDraftSchema = z.object({
  note: idSchema,
  annotation: idSchema,
  /** The reply that is written; null: the comment is. */
  reply: z.union([z.literal(NEW_REPLY), idSchema]).nullable(),
  comment: z.string().max(MAX_COMMENT),
  who: z.string().max(500),
  by: z.string().max(500),
});

export const draftsSchema = z.object({
  schema: z.literal(DRAFTS_SCHEMA),
  comments: z.array(commentDraftSchema),
});

export type Target = z.infer<typeof targetSchema>;
export type Reply = z.infer<typeof replySchema>;
export type Annotation = z.infer<typeof annotationSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type BriefingDetails = z.infer<typeof detailsSchema>;
export type Note = z.infer<typeof noteSchema>;
export type NoteSummary = z.infer<typeof summarySchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type CommentDraft = z.infer<typeof commentDraftSchema>;
/** What a draft is one of. */
export type DraftPlace = Pick<CommentDraft, 'note' | 'annotation' | 'reply'>;
