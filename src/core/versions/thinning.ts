/** What thinning has to know of a version. */
export interface Aged {
  readonly id: string;
  /** ISO 8601, as the clock of whoever wrote it said. */
  readonly at: string;
  /** The person gave it a name. */
  readonly isLabelled: boolean;
  /** The note never was so. */
  readonly isBeside: boolean;
}

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const MONTH = 31 * DAY;

/** How much of a moment (ISO 8601) tells versions of one hour, day or month apart. */
const LENGTHS = { hour: 13, day: 10, month: 7 };

/**
 * Which versions are kept: all of the last hour, the last one of each hour for a day, of each day for a month, of each month for
 * ever; and always the first, the newest and those with a name.
 *
 * A clock may have been set back: a version is never older than one that was written before it. What seems to come from the
 * future is as good as new.
 * @param versions in the order they were written
 * @param now epoch, in ms
 * @returns their ids
 */
export function keptVersions(versions: readonly Aged[], now: number): Set<string> {
  const kept = new Set<string>();
  const ofItsTime = new Map<string, string>();
  let latest = Number.NEGATIVE_INFINITY;
  for (const { id, at, isLabelled, isBeside } of versions) {
    const moment = Date.parse(at);
    if (moment <= now) latest = Math.max(latest, moment);
    const bucket = moment > now ? null : bucketOf(latest, now - latest);
    if (isLabelled || bucket === null) kept.add(id);
    else ofItsTime.set(`${bucket}${isBeside ? ' beside' : ''}`, id);
  }
  for (const id of ofItsTime.values()) kept.add(id);
  const own = versions.filter(({ isBeside }) => !isBeside);
  for (const one of [versions[0], own[0], own.at(-1), versions.at(-1)]) if (one) kept.add(one.id);
  return kept;
}

/** The hour, day or month that a version of this age is one of; null: it is kept by itself. */
function bucketOf(moment: number, age: number): string | null {
  if (age <= HOUR) return null;
  const part = age <= DAY ? 'hour' : age <= MONTH ? 'day' : 'month';
  return new Date(moment).toISOString().slice(0, LENGTHS[part]);
}
