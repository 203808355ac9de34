import { ok, type Result } from '../core/result';
import type { NoteSummary } from '../core/schema';
import { isWithin } from '../core/tags';
import type { Session } from './session';

/** The options that narrow a list of notes. */
export const LISTED_OPTIONS = { tag: { type: 'string' }, search: { type: 'string' } } as const;

/**
 * The notes that are not in the trash, newest change first.
 * @param narrowed to a tag and those below it, and to what holds all words
 */
export async function listed(
  session: Session,
  { tag, search = '' }: { readonly tag?: string; readonly search?: string },
): Promise<Result<NoteSummary[]>> {
  const opened = await session.open();
  const all = opened.ok ? await session.app.summaries() : opened;
  if (!all.ok) return all;
  const found = await session.app.handlers['library.search']({ query: search }, { paths: [] });
  if (!found.ok) return found;
  const ids = new Set(found.value.notes);
  return ok(
    all.value.filter(
      ({ id, tags, trashed }) =>
        trashed === null && ids.has(id) && (tag === undefined || tags.some((each) => isWithin(each, tag))),
    ),
  );
}
