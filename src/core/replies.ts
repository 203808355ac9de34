import { cleanText } from './clean';
import { fail, ok, type Result } from './result';
import type { Annotation, Reply } from './schema';
import { MAX_COMMENT } from './vocabulary';

/** What can be done with the replies to an annotation. */
export type ReplyChange =
  | { readonly type: 'reply'; readonly comment: string }
  | { readonly type: 'edit-reply'; readonly reply: string; readonly comment: string }
  | { readonly type: 'delete-reply'; readonly reply: string };

/** Who does it, when, and with which new id. */
interface Writing {
  readonly at: string;
  readonly author: string;
  readonly newId: () => string;
}

/**
 * An annotation after one of its replies was written, changed or deleted. What it says itself, and when that was said, stays.
 * @returns the very annotation where nothing is said; `reply-not-found`, `comment-too-long`
 */
export function changeReplies(
  annotation: Annotation,
  change: ReplyChange,
  { at, author, newId }: Writing,
): Result<Annotation> {
  const { replies } = annotation;
  if (change.type === 'reply') {
    const comment = checkedComment(change.comment);
    if (!comment.ok) return comment;
    if (comment.value.trim() === '') return ok(annotation);
    const made: Reply = { id: newId(), author, created: at, updated: at, comment: comment.value };
    return ok({ ...annotation, replies: [...replies, made] });
  }
  const reply = replies.find(({ id }) => id === change.reply);
  if (!reply) return fail('reply-not-found', { reply: change.reply });
  if (change.type === 'delete-reply') {
    return ok({ ...annotation, replies: replies.filter((each) => each !== reply) });
  }
  const comment = checkedComment(change.comment);
  if (!comment.ok) return comment;
  if (comment.value.trim() === '' || comment.value === reply.comment) return ok(annotation);
  const edited = { ...reply, comment: comment.value, updated: at };
  return ok({ ...annotation, replies: replies.map((each) => (each === reply ? edited : each)) });
}

/** A comment or reply as it is stored. @returns `comment-too-long` */
export function checkedComment(comment: string): Result<string> {
  if (comment.length > MAX_COMMENT) {
    return fail('comment-too-long', { length: comment.length, max: MAX_COMMENT });
  }
  return ok(cleanText(comment));
}

/**
 * Replies with further ones, which were written elsewhere.
 * @param incoming those that are known, by id or word for word, are passed over
 * @returns the very list where nothing is added
 */
export function withReplies(known: readonly Reply[], incoming: readonly Reply[]): readonly Reply[] {
  const ids = new Set(known.map(({ id }) => id));
  const contents = new Set(known.map(contentOf));
  const added = incoming.filter((reply) => !ids.has(reply.id) && !contents.has(contentOf(reply)));
  return added.length === 0 ? known : [...known, ...added].sort(byCreation);
}

/** What makes two replies the same although they have two ids. */
const contentOf = ({ author, created, comment }: Reply): string =>
  JSON.stringify([author, created, comment.trim()]);

/** The order of replies that were written in different places. */
export const byCreation = (a: Reply, b: Reply): number =>
  a.created < b.created ? -1 : a.created > b.created ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
