import { z } from 'zod';

/** One edit of a text, in UTF-16 code units: where it begins, how many are taken out, what comes in. */
export const spliceSchema = z.tuple([
  z.number().int().nonnegative(),
  z.number().int().nonnegative(),
  z.string(),
]);
export type Splice = z.infer<typeof spliceSchema>;

/** The smallest splice that makes `after` of `before` without cutting a character in two; null: they are the same. */
export function spliceBetween(before: string, after: string): Splice | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  while (
    end < most - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end += 1;
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end -= 1;
  return [start, before.length - start - end, after.slice(start, after.length - end)];
}

/** The text after a splice. @returns null where the text is too short for it */
export function spliced(text: string, [start, removed, inserted]: Splice): string | null {
  if (start + removed > text.length) return null;
  return text.slice(0, start) + inserted + text.slice(start + removed);
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
