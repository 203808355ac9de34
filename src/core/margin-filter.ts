import { parseMarkdown } from './markdown';
import { partsOf } from './mentions';
import type { Annotation } from './schema';
import { isWithin } from './tags';
import { KINDS, type Kind } from './vocabulary';

/** Which annotations of a note are shown. Of each aspect any of the chosen values is enough; none chosen: every one is. */
export interface MarginFilter {
  readonly kinds: ReadonlySet<Kind>;
  readonly states: ReadonlySet<OpenState>;
  /** Empty: the person themself, without a name. */
  readonly authors: ReadonlySet<string>;
  /** Tags that a comment or a reply mentions; a tag contains those below it. */
  readonly tags: ReadonlySet<string>;
}

export type OpenState = 'open' | 'resolved';
export type FilterAspect = keyof MarginFilter;

export const NO_FILTER: MarginFilter = {
  kinds: new Set(),
  states: new Set(),
  authors: new Set(),
  tags: new Set(),
};

const ASPECTS = ['kinds', 'states', 'authors', 'tags'] as const satisfies readonly FilterAspect[];

/** Whether anything is chosen. */
export const isFiltering = (filter: MarginFilter): boolean =>
  ASPECTS.some((aspect) => filter[aspect].size > 0);

/** The filter with a value chosen that was not, or the other way round. */
export function toggled(filter: MarginFilter, aspect: FilterAspect, value: string): MarginFilter {
  const chosen = new Set<string>(filter[aspect]);
  if (!chosen.delete(value)) chosen.add(value);
  return { ...filter, [aspect]: chosen };
}

/** The annotations that a filter lets through; all of them are the very list. */
export const filtered = (annotations: readonly Annotation[], filter: MarginFilter): readonly Annotation[] =>
  isFiltering(filter) ? annotations.filter((annotation) => passes(annotation, filter)) : annotations;

/** Whether a filter lets an annotation through. */
export const passes = (annotation: Annotation, filter: MarginFilter): boolean =>
  ASPECTS.every((aspect) => passesIn(annotation, filter, aspect));

/** A value that can be chosen. */
export interface FilterChoice {
  readonly aspect: FilterAspect;
  readonly value: string;
  readonly isChosen: boolean;
  /** How many annotations have it, of those that the other aspects let through. */
  readonly count: number;
}

/**
 * What can be chosen among the annotations of a note, by aspect: every value that one of them has, and those that are chosen. An
 * aspect that parts nothing is left out.
 */
export function choicesOf(annotations: readonly Annotation[], filter: MarginFilter): FilterChoice[][] {
  return ASPECTS.map((aspect) => {
    const values = new Set<string>([
      ...annotations.flatMap((each) => valuesOf(each, aspect)),
      ...filter[aspect],
    ]);
    const others = { ...filter, [aspect]: new Set() };
    const counted = annotations.filter((annotation) => passes(annotation, others));
    return inOrder(aspect, values).map((value) => ({
      aspect,
      value,
      isChosen: (filter[aspect] as ReadonlySet<string>).has(value),
      count: counted.filter((annotation) => hasValue(annotation, aspect, value)).length,
    }));
  }).filter(([first, more]) => first !== undefined && (more !== undefined || parts(annotations, first)));
}

const parts = (annotations: readonly Annotation[], { aspect, value, isChosen }: FilterChoice): boolean =>
  isChosen || !annotations.every((annotation) => hasValue(annotation, aspect, value));

const FIXED: Partial<Record<FilterAspect, readonly string[]>> = {
  kinds: KINDS,
  states: ['open', 'resolved'],
};

function inOrder(aspect: FilterAspect, values: ReadonlySet<string>): string[] {
  const fixed = FIXED[aspect];
  return fixed ? fixed.filter((value) => values.has(value)) : [...values].sort((a, b) => a.localeCompare(b));
}

function passesIn(annotation: Annotation, filter: MarginFilter, aspect: FilterAspect): boolean {
  const chosen: ReadonlySet<string> = filter[aspect];
  return chosen.size === 0 || [...chosen].some((value) => hasValue(annotation, aspect, value));
}

const hasValue = (annotation: Annotation, aspect: FilterAspect, value: string): boolean =>
  valuesOf(annotation, aspect).some((each) => (aspect === 'tags' ? isWithin(each, value) : each === value));

function valuesOf(annotation: Annotation, aspect: FilterAspect): readonly string[] {
  switch (aspect) {
    case 'kinds':
      return [annotation.kind];
    case 'states':
      return [annotation.resolved === null ? 'open' : 'resolved'];
    case 'authors':
      return [annotation.author];
    case 'tags':
      return mentionedIn(annotation);
  }
}

/** An annotation is never changed in place: its Markdown is read once. */
const mentions = new WeakMap<Annotation, readonly string[]>();

function mentionedIn(annotation: Annotation): readonly string[] {
  const known = mentions.get(annotation);
  if (known) return known;
  const comments = [annotation.comment, ...annotation.replies.map(({ comment }) => comment)];
  const tags = comments
    .filter((comment) => comment.includes('#'))
    .flatMap((comment) => partsOf(parseMarkdown(comment).text).flatMap(({ tag }) => tag ?? []));
  const found = [...new Set(tags)];
  mentions.set(annotation, found);
  return found;
}
