import type { Note } from '../schema';
import type { NoteData } from '../versions/data';
import { type Step, withEach } from './chain';

/** Version 1 had no replies. */
export const noteFrom1: Step = (old) => ({
  ...old,
  annotations: withEach(old.annotations, (annotation) => ({ ...annotation, replies: [] })),
});

/** A note as version 1 had it, if it could have it: by that a note is known in what was written before there were replies. */
export function noteAs1(note: Note): NoteData | null {
  if (note.annotations.some(({ replies }) => replies.length > 0)) return null;
  const annotations = note.annotations.map(({ replies: _, ...annotation }) => annotation);
  return { ...note, schema: 1, annotations };
}
