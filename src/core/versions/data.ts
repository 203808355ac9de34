import { z } from 'zod';

/** An annotation as a version holds it: what a change has to know of it, and whatever else it has. */
const annotationDataSchema = z.looseObject({
  id: z.string(),
  target: z.tuple([
    z.looseObject({ start: z.number(), end: z.number() }),
    z.looseObject({ exact: z.string() }),
  ]),
});

/**
 * A note as a version holds it, of whatever schema version it was when it was written: only once it is put together is it made
 * a note of today.
 */
export const noteDataSchema = z.looseObject({
  id: z.string(),
  text: z.string(),
  annotations: z.array(annotationDataSchema),
});

export type AnnotationData = z.infer<typeof annotationDataSchema>;
export type NoteData = z.infer<typeof noteDataSchema>;
