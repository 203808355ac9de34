import type { Briefing, BriefingAnnotation } from '../../core/briefing';
import { dutyOf } from '../../core/briefing-parts';
import { plainBlocks } from '../../core/plain-blocks';
import { clean } from '../prepare';

/** What is said in a PDF, by whom and when. */
export interface Said {
  readonly id: string;
  readonly words: string;
  /** Empty: not known. */
  readonly author: string;
  /** ISO 8601. */
  readonly created: string;
  readonly updated: string;
}

/** An annotation as a comment of the PDF itself. */
export interface PdfComment extends Said {
  /** The name of its kind. */
  readonly kind: string;
  /** What says that it is resolved; null: it is not. */
  readonly resolved: string | null;
  readonly replies: readonly Said[];
}

/** The annotations of a briefing by their place in it: `0-2` is number 2 of its first note. */
export const commentsOf = ({ notes, labels }: Briefing): Map<string, PdfComment> =>
  new Map(
    notes.flatMap(({ annotations }, note) =>
      annotations.map((annotation): [string, PdfComment] => [
        `${note}-${annotation.number}`,
        commentOf(annotation, labels),
      ]),
    ),
  );

function commentOf(annotation: BriefingAnnotation, labels: Briefing['labels']): PdfComment {
  const kind = labels[annotation.kind] ?? '';
  const words = [plainBlocks(annotation.comment), dutyOf(annotation, labels)].filter((part) => part !== '');
  return {
    ...said(annotation, [kind, words.join('\n')].filter((part) => part !== '').join(': ')),
    kind,
    resolved: annotation.resolved ? (labels.resolved ?? '') : null,
    replies: annotation.replies.map((reply) => said(reply, plainBlocks(reply.comment))),
  };
}

const said = (
  { id, author, created, updated }: Pick<Said, 'id' | 'author' | 'created' | 'updated'>,
  words: string,
): Said => ({ id, words: clean(words), author: clean(author), created, updated });
