import { isSame } from '../equal';
import type { Note } from '../schema';

/**
 * A note as it was in one of its versions. What it is beside its content stays as it is: its id, when it was made, and whether it
 * is pinned, archived or in the trash.
 * @param at the moment it is done, ISO 8601
 * @returns the very note where it is so already
 */
export function restored(note: Note, version: Note, at: string): Note {
  const { id, created, updated, pinned, archived, trashed } = note;
  const back = { ...version, id, created, updated, pinned, archived, trashed };
  return isSame(back, note) ? note : { ...back, updated: at };
}
