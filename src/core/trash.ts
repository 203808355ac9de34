/** How long a note is in the trash before it is deleted, in days. */
export const TRASH_DAYS = 30;
const DAY = 86_400_000;
/** A look is worth no more time than this: who did not look for longer, or whose clock jumped, waits the longer. In days. */
const LONGEST_LOOK = 7;
/** More often than this it is not looked, in ms. */
const PAUSE = 3_600_000;

/** What is known of the time that notes have spent in the trash. */
export interface TrashLog {
  /** The last look, ISO 8601; null: none yet. */
  readonly looked: string | null;
  /** By the note's id: when it was put there, and for how long it was seen there, in ms. */
  readonly waited: Readonly<Record<string, { readonly trashed: string; readonly ms: number }>>;
}

export const emptyTrashLog: TrashLog = { looked: null, waited: {} };

/**
 * Looks into the trash. A clock can be wrong by a year, and then be put right: that must not delete a note that was put in the trash
 * yesterday. So the time that a note has waited is not taken from the clock; it is added up from look to look, and a single step
 * counts for a week at most. A note is due when both the clock and that sum say 30 days.
 * @param trashed the notes in the trash, and when each was put there
 * @param now ISO 8601
 * @returns null where it was looked a moment ago; else what is known now, and the notes that are due
 */
export function lookIntoTrash(
  log: TrashLog,
  trashed: readonly { readonly id: string; readonly trashed: string }[],
  now: string,
): { log: TrashLog; due: string[] } | null {
  const time = Date.parse(now);
  const since = log.looked === null ? 0 : time - Date.parse(log.looked);
  if (log.looked !== null && since >= 0 && since < PAUSE) return null;
  const step = Math.min(Math.max(since, 0), LONGEST_LOOK * DAY);
  const due: string[] = [];
  const waited: Record<string, { trashed: string; ms: number }> = {};
  for (const { id, trashed: moment } of trashed) {
    const before = log.waited[id];
    const age = time - Date.parse(moment);
    const seen = before?.trashed === moment ? before.ms : 0;
    // It may have been put there after the last look.
    const ms = seen + Math.min(step, Math.max(age, 0));
    waited[id] = { trashed: moment, ms };
    if (Math.min(ms, age) >= TRASH_DAYS * DAY) due.push(id);
  }
  return { log: { looked: now, waited }, due };
}
