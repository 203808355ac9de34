import { resolve } from './anchor';
import { anchoredAnew, byPosition } from './annotation';
import { plainText } from './markdown';
import { withReplies } from './replies';
import type { Annotation, Note } from './schema';
import { type AnchorState, hasPassage } from './vocabulary';

/**
 * What became of annotations that were imported: how sure their passages are, how many the note had already, and how many replies
 * came to those.
 */
export type ImportCounts = Readonly<Record<AnchorState | 'known' | 'replies', number>>;

/**
 * The annotations of a note with further ones, which were made on this text or on one like it. Each is looked for by its
 * selectors alone; where they do not decide, it is ambiguous, and where its words are not in the text, an orphan.
 * @param incoming of those that the note has, by id or word for word at the same passage, only replies are taken that it has not
 * @returns the note's own list where nothing is added
 */
export function withImported(note: Note, incoming: readonly Annotation[]): Annotation[] {
  const text = plainText(note.text);
  const all = [...note.annotations];
  const places = new Map(all.map(({ id }, place) => [id, place]));
  const byContent = new Map(all.map((each, place) => [contentOf(each), place]));
  let isOther = false;
  for (const each of incoming) {
    const anchored = places.has(each.id) ? each : anchoredIn(text, each);
    const place = places.get(each.id) ?? byContent.get(contentOf(anchored)) ?? all.length;
    const same = all[place];
    const now = same ? withRepliesOf(same, anchored) : anchored;
    if (now === same) continue;
    isOther = true;
    all[place] = now;
    places.set(now.id, place);
  }
  return isOther ? all.sort(byPosition) : note.annotations;
}

function withRepliesOf(annotation: Annotation, { replies: incoming }: Annotation): Annotation {
  const replies = withReplies(annotation.replies, incoming);
  return replies === annotation.replies ? annotation : { ...annotation, replies: [...replies] };
}

/** How the annotations of an import stand in the note after it. */
export function countImported(before: Note, after: Note, incoming: readonly Annotation[]): ImportCounts {
  const earlier = new Set(before.annotations.map(({ id }) => id));
  const asked = new Set(incoming.map(({ id }) => id));
  const added = after.annotations.filter(({ id }) => asked.has(id) && !earlier.has(id));
  const counts = { exact: 0, moved: 0, changed: 0, ambiguous: 0, orphan: 0, known: 0 };
  for (const { state } of added) counts[state] += 1;
  const replies = repliesIn(after) - repliesIn(before) - repliesIn({ annotations: added });
  return { ...counts, known: incoming.length - added.length, replies };
}

const repliesIn = ({ annotations }: Pick<Note, 'annotations'>): number =>
  annotations.reduce((count, { replies }) => count + replies.length, 0);

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
