import { isSame } from '../equal';
import type { Note } from '../schema';
import { changeTags, foldTag } from '../tags';
import { mergeAnnotations } from './annotations';
import { laterOf, mergeField, mergeFields } from './fields';
import { mergeText } from './text';

/** What a person has to look at after a merge. */
export type ClashingField = 'title' | 'text' | 'source' | 'details' | 'annotations';

export interface MergedNote {
  readonly note: Note;
  /** Where both sides changed the same. Of title, source and details one side's change is not in the note. */
  readonly clashes: readonly ClashingField[];
}

/**
 * What two sides made of one note, as one note, whichever is called mine. The text is merged by lines and words (`mergeText`), tags and
 * annotations one by one, everything else field by field; where both sides changed the same field, the note that was changed last has it.
 * @param base the note that both began with
 */
export function mergeNotes(base: Note, mine: Note, theirs: Note): MergedNote {
  if (isSame(mine, theirs) || isSame(theirs, base)) return { note: mine, clashes: [] };
  if (isSame(mine, base)) return { note: theirs, clashes: [] };
  const preferred = laterOf(mine, theirs);
  const field = <K extends keyof Note>(name: K) =>
    mergeField(base[name], mine[name], theirs[name], preferred);
  const title = field('title');
  const text = mergeText(base.text, mine.text, theirs.text);
  const source = mergeFields<Note['source']>(base.source, mine.source, theirs.source, preferred);
  const details = mergeFields<Note['details']>(base.details, mine.details, theirs.details, preferred);
  const annotations = mergeAnnotations(base, mine, theirs, text.text);
  const note: Note = {
    ...mine,
    title: title.value,
    text: text.text,
    language: field('language').value,
    source: source.value,
    details: details.value,
    tags: mergeTags(base.tags, mine.tags, theirs.tags),
    annotations: annotations.annotations,
    created: [mine.created, theirs.created].sort()[0] ?? mine.created,
    updated: (preferred === 'mine' ? mine : theirs).updated,
    pinned: field('pinned').value,
    archived: field('archived').value,
    trashed: field('trashed').value,
  };
  const clashes = Object.entries({ title, text, source, details, annotations }).flatMap(
    ([name, { clash }]) => (clash ? [name as ClashingField] : []),
  );
  return { note, clashes };
}

/** A tag is there where either side put it, and gone where either side took it away. A new spelling is another tag. */
function mergeTags(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const [one, other, before] = [mine, theirs, base].map((tags) => new Set(tags));
  const all = [...new Set([...mine, ...theirs])].sort();
  const kept = all.filter((tag) => (before?.has(tag) ? one?.has(tag) && other?.has(tag) : true));
  // Both may have put the same one there, each in a spelling of its own.
  const spellings = new Map(kept.map((tag) => [foldTag(tag), tag]));
  return changeTags([], { add: [...spellings.values()], remove: [] });
}
