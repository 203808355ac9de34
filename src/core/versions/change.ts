import { z } from 'zod';
import { isSame } from '../equal';
import {
  type AnnotationsChange,
  annotationsChange,
  annotationsChangeSchema,
  changedAnnotations,
} from './annotations-change';
import { type NoteData, noteDataSchema } from './data';
import { type Splice, spliceBetween, spliced, spliceSchema } from './splice';

/** What makes one version of a note of another; what does not stand in it is as it was. */
export const noteChangeSchema = z.object({
  /** Fields of the note, whole. */
  set: z.record(z.string(), z.unknown()).optional(),
  /** Names of fields that are no longer there. */
  unset: z.array(z.string()).optional(),
  text: spliceSchema.optional(),
  annotations: annotationsChangeSchema.optional(),
});
export type NoteChange = z.infer<typeof noteChangeSchema>;

/** The change that makes `to` of `from`. */
export function changeBetween(from: NoteData, to: NoteData): NoteChange {
  const { id: _, text, annotations, ...rest } = to;
  const set: Record<string, unknown> = {};
  for (const [name, value] of Object.entries({ ...rest, id: to.id })) {
    if (value !== undefined && !isSame(from[name], value)) set[name] = value;
  }
  const splice = spliceBetween(from.text, text);
  const changed = annotationsChange(from.annotations, annotations);
  if (changed === 'whole') set.annotations = annotations;
  const unset = Object.keys(from).filter((name) => from[name] !== undefined && to[name] === undefined);
  return {
    ...(Object.keys(set).length > 0 && { set }),
    ...(unset.length > 0 && { unset }),
    ...(splice && { text: splice }),
    ...(changed && changed !== 'whole' && { annotations: changed }),
  };
}

/** The version that a change makes of another. @returns null where the change does not fit it */
export function changed(from: NoteData, change: NoteChange): NoteData | null {
  const text = withText(from.text, change.text);
  const annotations = withAnnotations(from.annotations, change.annotations);
  if (text === null || annotations === null) return null;
  const unset = new Set(change.unset);
  const kept = Object.entries(from).filter(([name]) => !unset.has(name));
  const parsed = noteDataSchema.safeParse({ ...Object.fromEntries(kept), text, annotations, ...change.set });
  return parsed.success ? parsed.data : null;
}

const withText = (text: string, change: Splice | undefined): string | null =>
  change ? spliced(text, change) : text;

const withAnnotations = (annotations: NoteData['annotations'], change: AnnotationsChange | undefined) =>
  change ? changedAnnotations(annotations, change) : annotations;
