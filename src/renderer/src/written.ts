import type { CommentDraft } from '../../core/schema';

/** What a person writes in the margin: the comment of an annotation (`reply` is null), a reply to it, or a new one (`NEW_REPLY`). */
export type Written = Pick<CommentDraft, 'annotation' | 'reply'>;

/** How it is called in the window's state; a comment is called as its annotation. */
export const keyOf = ({ annotation, reply }: Written): string =>
  reply === null ? annotation : `${annotation}/${reply}`;

/** The annotation that something is written for. */
export const annotationOf = (key: string): string => key.split('/', 1)[0] ?? key;
