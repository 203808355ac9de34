import { resolve } from './anchor';
import { anchoredAnew, byPosition } from './annotation';
import { plainText } from './markdown';
import type { Annotation, Note } from './schema';
import { type AnchorState, hasPassage } from './vocabulary';

/** What became of annotations that were imported: how sure their passages are, and how many the note had already. */
export type ImportCounts = Readonly<Record<AnchorState | 'known', number>>;

/**
 * The annotations of a note with further ones, which were made on this text or on one like it. Each is looked for by its
 * selectors alone; where they do not decide, it is ambiguous, and where its words are not in the text, an orphan.
 * @param incoming those that the note has, by id or word for word at the same passage, are passed over
 * @returns the note's own list where nothing is added
 */
export function withImported(note: Note, incoming: readonly Annotation[]): Annotation[] {
  const text = plainText(note.text);
  const ids = new Set(note.annotations.map(({ id }) => id));
  const contents = new Set(note.annotations.map(contentOf));
  const added: Annotation[] = [];
  for (const each of incoming) {
    if (ids.has(each.id)) continue;
    const anchored = anchoredIn(text, each);
    if (contents.has(contentOf(anchored))) continue;
    ids.add(each.id);
    added.push(anchored);
  }
  return added.length === 0 ? note.annotations : [...note.annotations, ...added].sort(byPosition);
}

/** How the annotations of an import stand in the note after it. */
export function countImported(before: Note, after: Note, incoming: readonly Annotation[]): ImportCounts {
  const earlier = new Set(before.annotations.map(({ id }) => id));
  const asked = new Set(incoming.map(({ id }) => id));
  const added = after.annotations.filter(({ id }) => asked.has(id) && !earlier.has(id));
  const counts = { exact: 0, moved: 0, changed: 0, ambiguous: 0, orphan: 0, known: 0 };
  for (const { state } of added) counts[state] += 1;
  return { ...counts, known: incoming.length - added.length };
}

/** One that had lost its passage where it comes from is only put where there is no doubt. */
function anchoredIn(text: string, annotation: Annotation): Annotation {
  const found = resolve(text, annotation.target);
  if (!hasPassage(annotation) && found.state !== 'exact') return annotation;
  return anchoredAnew(annotation, text, found);
}

/** What makes two annotations the same although they have two ids. */
function contentOf(annotation: Annotation): string {
  const [{ start, end }, { exact, prefix, suffix }] = annotation.target;
  const place = hasPassage(annotation) ? [start, end] : [exact, prefix, suffix];
  return JSON.stringify([annotation.kind, annotation.author, annotation.comment.trim(), place]);
}
