import type { Annotation } from '../../../core/schema';
import { spokenComment } from '../../../core/spoken';
import { t } from '../../../shared/text';
import { kindName } from './kinds';

/** So much of a comment is said with its passage, in UTF-16 code units; all of it with its card. */
const LONGEST = 200;

/** What a screen reader says of a passage beside its words: the kind of its annotation, the comment, and whether that is resolved. */
export function spokenOfPassage({ kind, comment, resolved }: Annotation): string {
  const said = [kindName(kind), spokenComment(comment.slice(0, LONGEST))].filter(Boolean).join(': ');
  return resolved === null ? said : `${said}, ${t('window.resolved')}`;
}

/** What a screen reader says of a card beside its name, which is its kind and quote: comment, state, and how often it was answered. */
export function spokenOfCard({ comment, state, resolved, replies }: Annotation): string {
  return [
    spokenComment(comment),
    state !== 'exact' && t(`window.anchor.${state}`),
    resolved !== null && t('window.resolved'),
    replies.length > 0 && t('annotations.replies', { count: replies.length }),
  ]
    .filter(Boolean)
    .join('; ');
}
