import { z } from 'zod';
import { idSchema, type Note } from './schema';
import { fold, holdsAll, queryWords } from './search';
import { isWithin } from './tags';
import { type AnchorState, hasPassage, KINDS, type Kind, quoteOf } from './vocabulary';

/** An annotation as a list over many notes shows it. */
export interface ListedAnnotation {
  readonly note: string;
  /** Of the note. */
  readonly title: string;
  readonly tags: readonly string[];
  readonly id: string;
  readonly kind: Kind;
  readonly quote: string;
  readonly comment: string;
  /** How many there are. */
  readonly replies: number;
  readonly state: AnchorState;
  readonly resolved: boolean;
  /** Empty: the person themself, without a name. */
  readonly author: string;
  /** A moment. */
  readonly created: string;
}

export const annotationFilterSchema = z.object({
  /** Only those of one note; null: of the whole library. */
  note: idSchema.nullable(),
  /** Only these kinds; none: all. */
  kinds: z.array(z.enum(KINDS)).max(KINDS.length),
  state: z.enum(['any', 'open', 'resolved', 'lost']),
  author: z.string().max(200).nullable(),
  /** A tag of the note, or one below it. */
  tag: z.string().max(200).nullable(),
  /** Words that all stand in quote, comment, replies or the note's title. */
  query: z.string().max(1000),
  order: z.enum(['newest', 'oldest', 'note']),
});
export type AnnotationFilter = z.infer<typeof annotationFilterSchema>;

/** What a list is found by. */
export interface Listed {
  readonly annotation: ListedAnnotation;
  /** Folded words. */
  readonly text: string;
}

/** The annotations of a note, in the order of its text; none of a note in the trash. */
export function listedOf(note: Note): Listed[] {
  if (note.trashed) return [];
  return note.annotations.map((annotation) => {
    const { id, kind, comment, replies, state, resolved, author, created } = annotation;
    const quote = quoteOf(annotation);
    return {
      annotation: {
        ...{ note: note.id, title: note.title, tags: note.tags },
        ...{
          id,
          kind,
          quote,
          comment,
          replies: replies.length,
          state,
          resolved: resolved !== null,
          author,
          created,
        },
      },
      text: fold(
        [
          note.title,
          quote,
          comment,
          ...replies.map((reply) => reply.comment),
          annotation.quoted,
          annotation.who,
        ]
          .filter(Boolean)
          .join('\n'),
      ),
    };
  });
}

/** A list, with how many there would be of each kind and state if those were not chosen. */
export interface AnnotationList {
  readonly annotations: readonly ListedAnnotation[];
  readonly kinds: Readonly<Record<Kind, number>>;
  readonly states: Readonly<Record<AnnotationFilter['state'], number>>;
  /** Of all annotations that are looked through, sorted. */
  readonly authors: readonly string[];
}

/** Those that a filter lets through, in its order. */
export function listAnnotations(all: Iterable<Listed>, filter: AnnotationFilter): AnnotationList {
  const words = queryWords(filter.query);
  const found: ListedAnnotation[] = [];
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  const states = { any: 0, open: 0, resolved: 0, lost: 0 };
  const authors = new Set<string>();
  for (const { annotation, text } of all) {
    if (filter.note !== null && annotation.note !== filter.note) continue;
    authors.add(annotation.author);
    if (filter.author !== null && annotation.author !== filter.author) continue;
    const { tag } = filter;
    if (tag !== null && !annotation.tags.some((each) => isWithin(each, tag))) continue;
    if (!holdsAll(text, words)) continue;
    const isOfKind = filter.kinds.length === 0 || filter.kinds.includes(annotation.kind);
    if (isInState(annotation, filter.state)) kinds[annotation.kind] += 1;
    if (!isOfKind) continue;
    for (const state of STATES) if (isInState(annotation, state)) states[state] += 1;
    if (isInState(annotation, filter.state)) found.push(annotation);
  }
  return { annotations: found.sort(ORDERS[filter.order]), kinds, states, authors: [...authors].sort() };
}

const STATES = ['any', 'open', 'resolved', 'lost'] as const;

function isInState(annotation: ListedAnnotation, state: AnnotationFilter['state']): boolean {
  if (state === 'any') return true;
  if (state === 'lost') return !hasPassage(annotation);
  return annotation.resolved === (state === 'resolved');
}

const titles = new Intl.Collator(undefined, { numeric: true });
type Order = (a: ListedAnnotation, b: ListedAnnotation) => number;
const newest: Order = (a, b) => (a.created < b.created ? 1 : a.created > b.created ? -1 : 0);
/** Sorting is stable: what an order does not part stays in the order of the text. */
const ORDERS: Readonly<Record<AnnotationFilter['order'], Order>> = {
  newest,
  oldest: (a, b) => newest(b, a),
  note: (a, b) => titles.compare(a.title, b.title) || (a.note < b.note ? -1 : a.note > b.note ? 1 : 0),
};
