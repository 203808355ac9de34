import { isSame } from '../equal';
import { byCreation } from '../replies';
import type { Reply } from '../schema';
import { MAX_COMMENT } from '../vocabulary';
import { laterOf, mergeFields } from './fields';
import { mergeText } from './text';

export interface MergedReplies {
  readonly replies: Reply[];
  /** Both sides changed the same reply, or one changed what the other deleted; it is there. */
  readonly clash: boolean;
}

/**
 * The replies of two sides, one by one. One that either side wrote is there; one that a side deleted is gone unless the other side
 * changed it.
 */
export function mergeReplies(
  base: readonly Reply[],
  mine: readonly Reply[],
  theirs: readonly Reply[],
): MergedReplies {
  if (isSame(mine, theirs) || isSame(theirs, base)) return { replies: [...mine], clash: false };
  if (isSame(mine, base)) return { replies: [...theirs], clash: false };
  const [before, left, right] = [byId(base), byId(mine), byId(theirs)];
  const replies: Reply[] = [];
  let clash = false;
  for (const id of new Set([...left.keys(), ...right.keys()])) {
    const [was, one, other] = [before.get(id), left.get(id), right.get(id)];
    if (one && other) {
      const merged = mergeOne(was, one, other);
      replies.push(merged.reply);
      clash ||= merged.clash;
      continue;
    }
    const kept = one ?? other;
    if (kept && !isSame(kept, was)) {
      replies.push(kept);
      clash ||= was !== undefined;
    }
  }
  return { replies: replies.sort(byCreation), clash };
}

function mergeOne(was: Reply | undefined, mine: Reply, theirs: Reply): { reply: Reply; clash: boolean } {
  const preferred = laterOf(mine, theirs);
  const later = preferred === 'mine' ? mine : theirs;
  const { value, clash } = mergeFields<Head>(was ? headOf(was) : {}, headOf(mine), headOf(theirs), preferred);
  const comment = mergeText(was?.comment ?? '', mine.comment, theirs.comment);
  const fits = comment.text.length <= MAX_COMMENT;
  return {
    reply: { ...value, comment: fits ? comment.text : later.comment, updated: later.updated },
    clash: clash || comment.clash || !fits,
  };
}

/** Who wrote it, and when: what no side changes but by a program of its own. */
type Head = Omit<Reply, 'comment' | 'updated'>;
const headOf = ({ comment: _, updated: __, ...head }: Reply): Head => head;

const byId = (replies: readonly Reply[]): Map<string, Reply> =>
  new Map(replies.map((reply) => [reply.id, reply]));
