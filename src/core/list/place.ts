import type { NoteSummary } from '../schema';
import { isWithin } from '../tags';

/** What the list is narrowed to by the left pane. */
export type Place =
  | { readonly type: 'all' | 'pinned' | 'archive' | 'trash' }
  | { readonly type: 'tag'; readonly tag: string };

/** The places that every library has, in their order. */
export const PLACES = ['all', 'pinned', 'archive', 'trash'] as const;
export type Counts = Readonly<Record<(typeof PLACES)[number], number>>;

const FITS = {
  all: (note: NoteSummary) => !note.trashed && !note.archived,
  pinned: (note: NoteSummary) => !note.trashed && note.pinned,
  archive: (note: NoteSummary) => !note.trashed && note.archived,
  trash: (note: NoteSummary) => note.trashed !== null,
} as const;

/** Whether notes are listed at a place. The same tags come again and again, so each is compared once. */
export function placeFits(place: Place): (note: NoteSummary) => boolean {
  if (place.type !== 'tag') return FITS[place.type];
  const within = new Map<string, boolean>();
  const fits = (tag: string): boolean => {
    const known = within.get(tag) ?? isWithin(tag, place.tag);
    within.set(tag, known);
    return known;
  };
  return (note) => FITS.all(note) && note.tags.some(fits);
}

/** Where a note is listed, whatever the list is narrowed to now. */
export const homeOf = (note: Pick<NoteSummary, 'trashed' | 'archived'>): Place =>
  note.trashed ? { type: 'trash' } : { type: note.archived ? 'archive' : 'all' };
