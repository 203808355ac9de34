import { z } from 'zod';
import { idSchema } from '../schema';
import { noteChangeSchema } from './change';
import { noteDataSchema } from './data';

const head = {
  version: idSchema,
  at: z.iso.datetime(),
  by: z.string(),
  sum: z.string(),
  beside: z.literal(true).optional(),
};
const wholeSchema = z.object({ ...head, note: noteDataSchema });
const changeSchema = z.object({ ...head, from: idSchema, change: noteChangeSchema });
const labelSchema = z.object({ label: z.string(), of: idSchema });
const goneSchema = z.object({ gone: z.iso.datetime(), by: z.string() });
/** When the note was gone, and by what: `outside` where another program deleted it. */
export type Gone = z.infer<typeof goneSchema>;
const headSchema = z.object({ schema: z.number().int(), history: idSchema });
const lineSchema = z.union([changeSchema, wholeSchema, labelSchema, goneSchema, headSchema]);

/**
 * One version of a note, whole or as the change that makes it of an earlier one. `sum` tells whether it was put together right;
 * `beside`: the note never was so, it is what could not be merged into it.
 */
export type VersionLine = z.infer<typeof wholeSchema> | z.infer<typeof changeSchema>;
/** A line of a note's log. */
export type Line = z.infer<typeof lineSchema>;

/** A line as it was written. @returns null where it is damaged, or of a kind that is not known here */
export function readLine(text: string): Line | null {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** A line as it is written. */
export const written = (line: Line): string => `${JSON.stringify(line)}\n`;

export const isVersion = (line: Line): line is VersionLine => 'version' in line;
