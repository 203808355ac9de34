import { type Anchored, describe, type Edit, type Place, reanchor, resolve } from './anchor';
import { remains } from './anchor/remains';
import { plainText } from './markdown';
import { assertNever } from './result';
import type { Annotation, Target } from './schema';
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
      return now ? withRemains(annotation, anchoredAnew(annotation, after, now)) : annotation;
    })
    .sort((a, b) => a.target[0].start - b.target[0].start);
}

/** An annotation after an edit; one that was changed before and of whose first words too little is left has lost its passage. */
function withRemains(annotation: Annotation, now: Annotation): Annotation {
  const words = now.target[1].exact;
  const isEdited = annotation.quoted !== undefined && words !== annotation.target[1].exact;
  if (!isEdited || now.quoted === undefined || remains(now.quoted, words)) return now;
  return { ...annotation, state: 'orphan' };
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
      const original = annotation.quoted ?? annotation.target[1].exact;
      const { start, end } = wholeAgain(text, original, now);
      const target = describe(text, start, end);
      const { quoted: _, ...rest } = annotation;
      if (target[1].exact === original) return { ...rest, target, state: laterState(annotation, now.state) };
      return { ...rest, target, state: 'changed', quoted: original };
    }
    default:
      return assertNever(now);
  }
}

/**
 * Where the first words of a passage stand again, about what was left of them or in what was added to them: they were edited bit by
 * bit, and that was undone. No single one of these edits says that what is typed beside a passage was once a part of it.
 */
function wholeAgain(text: string, words: string, { start, end }: Place): Place {
  const from = Math.max(0, Math.min(start, end - words.length));
  const around = text.slice(from, Math.max(end, start + words.length));
  const at = around.indexOf(words);
  if (at < 0 || around.includes(words, at + 1)) return { start, end };
  return { start: from + at, end: from + at + words.length };
}

/** A word as short as this, in UTF-16 code units, is only itself where all stands beside it that stood there. */
const SHORT_WORD = 3;

/** Where a lost passage stands again: what was last followed of it, or the words that it was first. */
function returned({ target, quoted }: Annotation, before: string, after: string): Anchored | undefined {
  const back = returnedWords(target, before, after);
  if (back || quoted === undefined) return back;
  const [{ type, start }, quote] = target;
  const first: Target = [
    { type, start, end: start + quoted.length },
    { ...quote, exact: quoted },
  ];
  return returnedWords(first, before, after);
}

/** Where words stand again, if this edit brought them back: a place that was there before it is another. */
function returnedWords(target: Target, before: string, after: string): Anchored | undefined {
  const found = resolve(after, target);
  if (found.state !== 'exact' && found.state !== 'moved') return undefined;
  const [, { exact, prefix, suffix }] = target;
  if (exact.length <= SHORT_WORD && !after.startsWith(prefix + exact + suffix, found.start - prefix.length))
    return undefined;
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
