import { type Anchored, describe, type Edit, reanchor, resolve } from './anchor';
import { plainText } from './markdown';
import { assertNever } from './result';
import type { Annotation } from './schema';
import { hasPassage } from './vocabulary';

export { describe };

/**
 * The annotations of a text after it was edited. None is dropped: one whose passage is gone becomes an orphan and keeps its
 * quote, and finds back when its words return.
 * @param before plain text that the annotations are anchored in
 * @param after plain text after the edit
 * @param edits what was edited, where that is known
 */
export function carryAnchors(
  annotations: readonly Annotation[],
  before: string,
  after: string,
  edits?: readonly Edit[],
): Annotation[] {
  if (before === after) return [...annotations];
  const anchored = reanchor(
    before,
    after,
    annotations.map(({ target }) => target),
    edits,
  );
  return annotations
    .map((annotation, index): Annotation => {
      const now = hasPassage(annotation) ? anchored[index] : returned(annotation, before, after);
      return now ? anchoredAnew(annotation, after, now) : annotation;
    })
    .sort((a, b) => a.target[0].start - b.target[0].start);
}

/** An annotation where it was found in a text. Its first words are kept as long as the ones there now are others. */
export function anchoredAnew(annotation: Annotation, text: string, now: Anchored): Annotation {
  switch (now.state) {
    case 'ambiguous':
    case 'orphan':
      return { ...annotation, state: now.state };
    case 'exact':
    case 'moved':
    case 'changed': {
      const target = describe(text, now.start, now.end);
      const original = annotation.quoted ?? annotation.target[1].exact;
      const { quoted: _, ...rest } = annotation;
      if (target[1].exact === original) return { ...rest, target, state: laterState(annotation, now.state) };
      return { ...rest, target, state: 'changed', quoted: original };
    }
    default:
      return assertNever(now);
  }
}

/** Where the words of a lost passage stand again, if this edit brought them back: a place that was there before it is another. */
function returned({ target }: Annotation, before: string, after: string): Anchored | undefined {
  const found = resolve(after, target);
  if (found.state !== 'exact' && found.state !== 'moved') return undefined;
  const earlier = resolve(before, target);
  return earlier.state === 'exact' || earlier.state === 'moved' ? undefined : found;
}

/** A passage that once moved stays `moved` while its words stay the same, until a person links it anew. */
function laterState(annotation: Annotation, now: 'exact' | 'moved' | 'changed'): 'exact' | 'moved' {
  return now === 'moved' || annotation.state === 'moved' ? 'moved' : 'exact';
}

/**
 * Annotations that came with a text from outside. Where the words at a passage's place are not the quoted ones, the passage is
 * looked for as if the text had been edited.
 * @param markdown the text they came with
 */
export function fitAnchors(annotations: readonly Annotation[], markdown: string): Annotation[] {
  if (annotations.length === 0) return [];
  const text = plainText(markdown);
  return annotations.map((annotation): Annotation => {
    const [{ start, end }, { exact }] = annotation.target;
    if (!hasPassage(annotation) || (text.slice(start, end) === exact && start < end)) return annotation;
    const found = resolve(text, annotation.target);
    if (found.state === 'orphan' || found.state === 'ambiguous') return { ...annotation, state: found.state };
    const target = describe(text, found.start, found.end);
    if (found.state === 'exact') return { ...annotation, target };
    if (found.state === 'moved') return { ...annotation, target, state: 'moved' };
    return { ...annotation, target, state: 'changed', quoted: annotation.quoted ?? exact };
  });
}

/** The order that a note keeps its annotations in: that of their passages. */
export const byPosition = (a: Annotation, b: Annotation): number =>
  a.target[0].start - b.target[0].start ||
  a.target[0].end - b.target[0].end ||
  a.created.localeCompare(b.created);
