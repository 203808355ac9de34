import { carryAnchors } from '../annotation';
import { isSame } from '../equal';
import { plainText } from '../markdown';
import type { Annotation, Note } from '../schema';
import { hasPassage, MAX_COMMENT } from '../vocabulary';
import { laterOf, mergeFields, type Preferred } from './fields';
import { mergeReplies } from './replies';
import { mergeText } from './text';

/**
 * The annotations of two sides on the merged text. One that either side made is there; one that a side deleted is gone unless the
 * other side changed it.
 * @param text the merged text, Markdown
 */
export function mergeAnnotations(
  base: Note,
  mine: Note,
  theirs: Note,
  text: string,
): { annotations: Annotation[]; clash: boolean } {
  const on = (note: Note): readonly Annotation[] =>
    note.text === text || note.annotations.length === 0
      ? note.annotations
      : carryAnchors(note.annotations, plainText(note.text), plainText(text));
  const [carriedMine, carriedTheirs] = [byId(on(mine)), byId(on(theirs))];
  const [before, left, right] = [byId(base.annotations), byId(mine.annotations), byId(theirs.annotations)];
  const annotations: Annotation[] = [];
  let clash = false;
  for (const id of new Set([...left.keys(), ...right.keys()])) {
    const [was, one, other] = [before.get(id), left.get(id), right.get(id)];
    const [placedOne, placedOther] = [carriedMine.get(id), carriedTheirs.get(id)];
    if (one && other && placedOne && placedOther) {
      const merged = mergeOne(was, { is: one, placed: placedOne }, { is: other, placed: placedOther });
      annotations.push(merged.annotation);
      clash ||= merged.clash;
      continue;
    }
    const [kept, placed] = one ? [one, placedOne] : [other, placedOther];
    if (kept && placed && !(was && saysSame(was, kept))) {
      annotations.push(placed);
      clash ||= was !== undefined;
    }
  }
  return { annotations: annotations.sort(inOrder), clash };
}

/** One side's annotation: as it is there, and on the merged text. */
interface Side {
  readonly is: Annotation;
  readonly placed: Annotation;
}

function mergeOne(
  was: Annotation | undefined,
  mine: Side,
  theirs: Side,
): { annotation: Annotation; clash: boolean } {
  if (was && isSame(theirs.is, was)) return { annotation: mine.placed, clash: false };
  if (was && isSame(mine.is, was)) return { annotation: theirs.placed, clash: false };
  const preferred = laterOf(mine.is, theirs.is);
  const { target, state, quoted } = placeOf(was, mine, theirs, preferred);
  const { value, clash } = mergeFields<Words>(
    was ? wordsOf(was) : {},
    wordsOf(mine.is),
    wordsOf(theirs.is),
    preferred,
  );
  const comment = mergeText(was?.comment ?? '', mine.is.comment, theirs.is.comment);
  const replies = mergeReplies(was?.replies ?? [], mine.is.replies, theirs.is.replies);
  const fits = comment.text.length <= MAX_COMMENT;
  const later = (preferred === 'mine' ? mine : theirs).is;
  return {
    annotation: {
      ...value,
      comment: fits ? comment.text : later.comment,
      replies: replies.replies,
      target,
      state,
      ...(quoted !== undefined && { quoted }),
      updated: later.updated,
    },
    clash: clash || comment.clash || !fits || replies.clash,
  };
}

/** What a person says with an annotation, and about it; not where it stands. */
type Words = Omit<Annotation, 'target' | 'state' | 'quoted' | 'updated' | 'comment' | 'replies'>;

const wordsOf = ({
  target: _,
  state: __,
  quoted: ___,
  updated: ____,
  comment: _____,
  replies: ______,
  ...words
}: Annotation): Words => words;

const saysSame = (a: Annotation, b: Annotation): boolean =>
  a.comment === b.comment &&
  a.updated === b.updated &&
  isSame(a.replies, b.replies) &&
  isSame(wordsOf(a), wordsOf(b));

/** The passage of the side that was changed by a person, else of the one that knows its place better. */
function placeOf(was: Annotation | undefined, mine: Side, theirs: Side, preferred: Preferred): Annotation {
  const [changedMine, changedTheirs] = [mine, theirs].map(({ is }) => is.updated !== was?.updated);
  if (changedMine !== changedTheirs) return (changedMine ? mine : theirs).placed;
  const [lostMine, lostTheirs] = [mine, theirs].map(({ placed }) => !hasPassage(placed));
  if (lostMine !== lostTheirs) return (lostMine ? theirs : mine).placed;
  return (preferred === 'mine' ? mine : theirs).placed;
}

const byId = (annotations: readonly Annotation[]): Map<string, Annotation> =>
  new Map(annotations.map((annotation) => [annotation.id, annotation]));

const inOrder = (a: Annotation, b: Annotation): number =>
  a.target[0].start - b.target[0].start ||
  a.target[0].end - b.target[0].end ||
  (a.created < b.created ? -1 : a.created > b.created ? 1 : a.id < b.id ? -1 : 1);
