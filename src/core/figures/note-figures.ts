import { plainText } from '../markdown';
import type { Annotation, Note } from '../schema';
import { hasPassage } from '../vocabulary';
import { checkFigures, type FigureCheck } from './check';
import type { FigureSource } from './source';

/** Where the user wrote figures: in the comment of an annotation, in the title, or in the purpose. */
export type WrittenIn =
  | { readonly part: 'comment'; readonly annotation: Annotation }
  | { readonly part: 'title' | 'purpose' };

export interface WrittenFigures {
  readonly written: WrittenIn;
  readonly checks: readonly FigureCheck[];
}

/** The figures of a comment, compared with the passage it is about and the text around it. */
export const commentFigures = (source: FigureSource, annotation: Annotation): FigureCheck[] =>
  MAY_HOLD_FIGURES.test(annotation.comment)
    ? checkFigures(
        source,
        plainText(annotation.comment),
        hasPassage(annotation) ? annotation.target[0] : null,
      )
    : [];

/** Digits, or letters enough for a number in words. */
const MAY_HOLD_FIGURES = /[\p{N}]|\p{L}{3}/u;

/**
 * Every figure that the user wrote into a note, in the order of title, purpose and comments.
 * @param source of this note
 * @param ofComment what is known of a comment, if it was compared before
 */
export function noteFigures(
  note: Note,
  source: FigureSource,
  ofComment: (annotation: Annotation) => readonly FigureCheck[] = (annotation) =>
    commentFigures(source, annotation),
): WrittenFigures[] {
  const parts = (['title', 'purpose'] as const).map((part) => ({
    written: { part },
    checks: checkFigures(source, (part === 'title' ? note.title : note.details.purpose) ?? '', null),
  }));
  const comments = note.annotations.map((annotation) => ({
    written: { part: 'comment' as const, annotation },
    checks: ofComment(annotation),
  }));
  return [...parts, ...comments].filter(({ checks }) => checks.length > 0);
}

/** A check whose figure someone should look at. */
export const isToLookAt = ({ state }: FigureCheck): boolean => state !== 'found';
