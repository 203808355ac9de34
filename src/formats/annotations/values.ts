import { annotationSchema } from '../../core/schema';

/** A value of JSON that has fields; nothing of them is trusted. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** In JSON-LD one value may stand for a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The first of these that is a text and not empty. */
export const firstText = (...values: readonly unknown[]): string =>
  values.find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? '';

/** A text of JSON-LD, which may be written with its language; several are lines. Null: it is none. */
export function textOf(value: unknown): string | null {
  const texts = listOf(value).map((each) => (isFields(each) ? each['@value'] : each));
  return texts.length > 0 && texts.every((each) => typeof each === 'string') ? texts.join('\n') : null;
}

const moment = annotationSchema.shape.created;

/** A moment as notes have it, however a file writes it; what is none becomes `otherwise`. */
export function momentOf(value: unknown, otherwise: string): string {
  if (typeof value !== 'string') return otherwise;
  if (moment.safeParse(value).success) return value;
  const epoch = Date.parse(value);
  const at = Number.isNaN(epoch) ? '' : new Date(epoch).toISOString();
  return moment.safeParse(at).success ? at : otherwise;
}

/** The range of a position selector; null where it is none. */
export function positionOf({ start, end }: Fields): { start: number; end: number } | null {
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end >= start
    ? { start, end }
    : null;
}
