import { z } from 'zod';
import { detailsSchema, type Note } from './schema';
import { MAX_PRESENTATION } from './vocabulary';

const { reference, to, from, date } = detailsSchema.shape;

/** Of what is said for one export alone, and kept in no note, each field by itself. */
export const saidOnceShape = {
  /** How a decision is presented, where a tradition has a place for it; of several notes of none. */
  presentation: z.string().max(MAX_PRESENTATION).optional(),
  /** What the head says otherwise than the note does; an empty string: nothing. Of several notes each keeps its own. */
  head: z.object({ reference, to, from, date: z.literal('').or(date) }).optional(),
};
const saidOnceSchema = z.object(saidOnceShape);

export type SaidOnce = Readonly<z.infer<typeof saidOnceSchema>>;
/** By the names of the details. */
export type HeadChange = NonNullable<SaidOnce['head']>;

/** The note as the head of one export has it. */
export const withHead = (note: Note, head: HeadChange): Note => ({
  ...note,
  details: { ...note.details, ...head },
});
