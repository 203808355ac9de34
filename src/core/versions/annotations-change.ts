import { z } from 'zod';
import { isSame } from '../equal';
import type { AnnotationData } from './data';
import { noteDataSchema } from './data';

/** What happened to a note's annotations, carried out in this order. */
export const annotationsChangeSchema = z.object({
  /** `[from, by]`: every passage that began at `from` or behind it stands so many code units further on. */
  shift: z.tuple([z.number().int(), z.number().int()]).optional(),
  /** Ids of those that are gone. */
  removed: z.array(z.string()).optional(),
  /** The changed fields of those that were there; others whole. */
  set: z.array(z.looseObject({ id: z.string() })).optional(),
  /** All ids in their order, where that is another than the one by the beginning of the passages. */
  order: z.array(z.string()).optional(),
});
export type AnnotationsChange = z.infer<typeof annotationsChangeSchema>;
type Shift = readonly [number, number];

/**
 * The change that makes the annotations `after` of `before`.
 * @returns null: they are the same; `whole`: it cannot be told, because an id stands twice
 */
export function annotationsChange(
  before: readonly AnnotationData[],
  after: readonly AnnotationData[],
): AnnotationsChange | 'whole' | null {
  if (before === after) return null;
  const [known, wanted] = [byId(before), byId(after)];
  if (known.size !== before.length || wanted.size !== after.length) return 'whole';
  const shift = shiftBetween(before, wanted);
  const set: { id: string }[] = [];
  const removed = before.filter(({ id }) => !wanted.has(id)).map(({ id }) => id);
  for (const annotation of after) {
    const was = known.get(annotation.id);
    const parts = was ? changedParts(shift ? shifted(was, shift) : was, annotation) : annotation;
    if (parts === null) continue;
    // Fields cannot be taken away one by one.
    if (parts === annotation && was) removed.push(annotation.id);
    set.push(parts);
  }
  const change: AnnotationsChange = {
    ...(shift && { shift: [...shift] }),
    ...(removed.length > 0 && { removed }),
    ...(set.length > 0 && { set }),
  };
  const ids = after.map(({ id }) => id);
  if (Object.keys(change).length === 0 && before.every(({ id }, index) => id === ids[index])) return null;
  const usual = changedAnnotations(before, change)?.map(({ id }) => id);
  return isSame(usual, ids) ? change : { ...change, order: ids };
}

/** The annotations after a change. @returns null where it does not fit them */
export function changedAnnotations(
  before: readonly AnnotationData[],
  { shift, removed = [], set = [], order }: AnnotationsChange,
): AnnotationData[] | null {
  const gone = new Set(removed);
  const parts = new Map<string, { id: string }>(set.map((one) => [one.id, one]));
  const kept = before
    .filter(({ id }) => !gone.has(id))
    .map((one) => ({ ...(shift ? shifted(one, shift) : one), ...parts.get(one.id) }));
  const there = new Set(kept.map(({ id }) => id));
  const parsed = noteDataSchema.shape.annotations.safeParse([
    ...kept,
    ...set.filter(({ id }) => !there.has(id)),
  ]);
  if (!parsed.success) return null;
  return order ? inOrder(parsed.data, order) : parsed.data.sort(byPassage);
}

function inOrder(annotations: AnnotationData[], order: readonly string[]): AnnotationData[] | null {
  const known = byId(annotations);
  const found = order.flatMap((id) => known.get(id) ?? []);
  return found.length === annotations.length ? found : null;
}

/** What is different; the whole annotation where a field is gone; null: nothing. */
function changedParts(before: AnnotationData, after: AnnotationData): { id: string } | null {
  if (before === after) return null;
  if (Object.keys(before).some((name) => before[name] !== undefined && after[name] === undefined))
    return after;
  const parts = Object.entries(after).filter(
    ([name, value]) => value !== undefined && !isSame(before[name], value),
  );
  return parts.length > 0 ? { ...Object.fromEntries(parts), id: after.id } : null;
}

/** An edit moves everything behind it alike: the passages at the end tell how far, and from where on. */
function shiftBetween(
  before: readonly AnnotationData[],
  after: ReadonlyMap<string, AnnotationData>,
): Shift | null {
  let shift: Shift | null = null;
  for (const was of before.filter(({ id }) => after.has(id)).sort((a, b) => startOf(b) - startOf(a))) {
    const now = after.get(was.id);
    if (!now) continue;
    const by = startOf(now) - startOf(was);
    if (by === 0 || now.target[0].end - was.target[0].end !== by || (shift && shift[1] !== by)) break;
    shift = [startOf(was), by];
  }
  return shift;
}

function shifted(annotation: AnnotationData, [from, by]: Shift): AnnotationData {
  const [position, quote] = annotation.target;
  if (position.start < from) return annotation;
  return {
    ...annotation,
    target: [{ ...position, start: position.start + by, end: position.end + by }, quote],
  };
}

const startOf = ({ target: [{ start }] }: AnnotationData): number => start;
const byPassage = (a: AnnotationData, b: AnnotationData): number => startOf(a) - startOf(b);
const byId = (annotations: readonly AnnotationData[]): Map<string, AnnotationData> =>
  new Map(annotations.map((one) => [one.id, one]));
