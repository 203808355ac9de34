import { z } from 'zod';
import { carryAnchors } from '../annotation';
import { plainText, plainTextAs2 } from '../markdown';
import { annotationSchema, type Note } from '../schema';
import type { NoteData } from '../versions/data';
import type { Step } from './chain';

/** Until version 2 what looks like a footnote was text as it is written; now its reference is no part of the plain text. */
export const noteFrom2: Step = (old) => {
  const { text, annotations } = old;
  if (typeof text !== 'string' || !text.includes('[^')) return old;
  const parsed = z.array(annotationSchema).safeParse(annotations);
  if (!parsed.success) return old;
  return { ...old, annotations: carryAnchors(parsed.data, plainTextAs2(text), plainText(text)) };
};

/** A note as version 2 had it, if it says the same there: by that it is known in what was written then. */
export const noteAs2 = (note: Note): NoteData => ({ ...note, schema: 2 });
