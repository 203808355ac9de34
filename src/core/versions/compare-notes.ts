import { isSame } from '../equal';
import { byCreation } from '../replies';
import type { Annotation, Note, Reply } from '../schema';
import { compareWords, type Piece } from './compare-text';

/** A field of the note that says something else. */
export interface ComparedField {
  /** `title`, `language`, `source.agency`, `details.to`, … */
  readonly name: string;
  readonly pieces: readonly Piece[];
}

/** What became of an annotation. */
export interface ComparedAnnotation {
  readonly is: 'added' | 'removed' | 'changed';
  /** As it was last. */
  readonly annotation: Annotation;
  /** What of it is otherwise. */
  readonly parts: readonly AnnotationPart[];
  readonly comment: readonly Piece[];
  /** Those that came, went or were changed. */
  readonly replies: readonly ComparedReply[];
}

/** What became of a reply. */
export interface ComparedReply {
  /** As it was last. */
  readonly reply: Reply;
  readonly comment: readonly Piece[];
}

export type AnnotationPart = 'kind' | 'passage' | 'comment' | 'state' | 'resolved' | 'who' | 'by' | 'replies';

/** What became of a note between two of its versions. */
export interface ComparedNotes {
  readonly fields: readonly ComparedField[];
  /** Tags that came or went. */
  readonly tags: readonly Piece[];
  readonly annotations: readonly ComparedAnnotation[];
  /** The text is another one (`comparedLines` says what became of it). */
  readonly isOtherText: boolean;
}

/** Compares what two versions of a note say; not where they stood and when they were saved. */
export function compareNotes(before: Note, after: Note): ComparedNotes {
  return {
    fields: changedFields(before, after),
    tags: changedTags(before.tags, after.tags),
    annotations: changedAnnotations(before.annotations, after.annotations),
    isOtherText: before.text !== after.text,
  };
}

/** Whether nothing that is compared is otherwise. */
export const isAlike = ({ fields, tags, annotations, isOtherText }: ComparedNotes): boolean =>
  fields.length + tags.length + annotations.length === 0 && !isOtherText;

function changedFields(before: Note, after: Note): ComparedField[] {
  const [earlier, later] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(earlier), ...Object.keys(later)])].flatMap((name) => {
    const [was, is] = [earlier[name] ?? '', later[name] ?? ''];
    return was === is ? [] : [{ name, pieces: compareWords(was, is) }];
  });
}

function fieldsOf({ title, language, source, details }: Note): Readonly<Record<string, string>> {
  const named = (prefix: string, parts: Readonly<Record<string, string | undefined>>) =>
    Object.entries(parts).map(([name, value]): [string, string] => [`${prefix}.${name}`, value ?? '']);
  return Object.fromEntries([
    ['title', title],
    ['language', language],
    ...named('source', source),
    ...named('details', details),
  ]);
}

function changedTags(before: readonly string[], after: readonly string[]): Piece[] {
  const removed = before.filter((tag) => !after.includes(tag));
  const added = after.filter((tag) => !before.includes(tag));
  return [
    ...removed.map((text): Piece => ({ is: 'removed', text })),
    ...added.map((text): Piece => ({ is: 'added', text })),
  ];
}

function changedAnnotations(
  before: readonly Annotation[],
  after: readonly Annotation[],
): ComparedAnnotation[] {
  const earlier = new Map(before.map((one) => [one.id, one]));
  const ids = new Set(after.map(({ id }) => id));
  const removed = before
    .filter(({ id }) => !ids.has(id))
    .map((one) => ({ is: 'removed', ...whole(one, 'removed') }) as const);
  const others = after.flatMap((annotation): ComparedAnnotation[] => {
    const was = earlier.get(annotation.id);
    if (!was) return [{ is: 'added', ...whole(annotation, 'added') }];
    const parts = changedParts(was, annotation);
    if (parts.length === 0) return [];
    const comment = compareWords(was.comment, annotation.comment);
    const replies = changedReplies(was.replies, annotation.replies);
    return [{ is: 'changed', annotation, parts, comment, replies }];
  });
  return [...removed, ...others].sort((a, b) => startOf(a) - startOf(b));
}

const whole = (annotation: Annotation, is: Piece['is']) => ({
  annotation,
  parts: [],
  comment: annotation.comment === '' ? [] : [{ is, text: annotation.comment }],
  replies: annotation.replies.map((reply) => wholeReply(reply, is)),
});

function changedReplies(before: readonly Reply[], after: readonly Reply[]): ComparedReply[] {
  const earlier = new Map(before.map((one) => [one.id, one]));
  const ids = new Set(after.map(({ id }) => id));
  const removed = before.filter(({ id }) => !ids.has(id)).map((reply) => wholeReply(reply, 'removed'));
  const others = after.flatMap((reply): ComparedReply[] => {
    const was = earlier.get(reply.id);
    if (!was) return [wholeReply(reply, 'added')];
    return was.comment === reply.comment
      ? []
      : [{ reply, comment: compareWords(was.comment, reply.comment) }];
  });
  return [...removed, ...others].sort((a, b) => byCreation(a.reply, b.reply));
}

const wholeReply = (reply: Reply, is: Piece['is']): ComparedReply => ({
  reply,
  comment: [{ is, text: reply.comment }],
});

const startOf = ({ annotation }: ComparedAnnotation): number => annotation.target[0].start;

function changedParts(before: Annotation, after: Annotation): AnnotationPart[] {
  const parts: AnnotationPart[] = [];
  if (before.target[1].exact !== after.target[1].exact) parts.push('passage');
  for (const name of ['kind', 'comment', 'state', 'resolved', 'who', 'by', 'replies'] as const)
    if (!isSame(before[name], after[name])) parts.push(name);
  return parts;
}
