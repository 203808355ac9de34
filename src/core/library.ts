import { byPosition, carryAnchors, describe } from './annotation';
import { cleanText, cleanTexts } from './clean';
import { type Span, withoutOuterSpace } from './highlight';
import { withImported } from './import-annotations';
import { detectLanguage } from './language';
import { plainText } from './markdown';
import { newNote } from './note';
import { type Change, type Diff, notesOf, type Operation, type TextEdit } from './operation';
import { plainEdits } from './plain-edits';
import { changeReplies, checkedComment, type ReplyChange } from './replies';
import { assertNever, fail, ok, type Result } from './result';
import type { Annotation, Note } from './schema';
import { changeTags, isWithin, parseTag, renameTag } from './tags';
import { restored } from './versions/restoring';

/** What an operation needs from outside, so that the same input gives the same diff. */
export interface Circumstances {
  /** ISO 8601. */
  readonly at: string;
  readonly author: string;
  readonly newId: () => string;
  /** What the copy of a note is called, in the language of the interface. */
  readonly copyTitle: (title: string) => string;
  /** The version that is to be restored. */
  readonly version?: Note;
}

/**
 * Carries out an operation.
 * @param notes the notes that `notesOf` names, or those of them that it is to be carried out on (`onlyOn`)
 * @returns the diff (notes that stay as they are do not stand in it), or why it cannot be done; then nothing is done
 */
export function operate(
  notes: ReadonlyMap<string, Note>,
  operation: Operation,
  circumstances: Circumstances,
): Result<Diff> {
  const { at } = circumstances;
  if (operation.type === 'create') {
    const tags = parseTags(operation.tags);
    if (!tags.ok) return tags;
    const note = newNote(circumstances.newId(), at, {
      title: cleanText(operation.title),
      text: cleanText(operation.text),
      language: detectLanguage(operation.text) ?? 'en',
      tags: changeTags([], { add: tags.value, remove: [] }),
    });
    return ok({ operation: 'create', changes: [{ id: note.id, before: null, after: note }] });
  }
  const changes: Change[] = [];
  // What has no notes of its own is on all that are given.
  const named = notesOf(operation, []);
  for (const id of named.length > 0 ? named : notes.keys()) {
    const before = notes.get(id);
    if (!before) return fail('note-not-found', { note: id });
    if (operation.type === 'duplicate') {
      const copy = copyOf(before, circumstances);
      changes.push({ id: copy.id, before: null, after: copy });
      continue;
    }
    const changed = changeNote(before, operation, circumstances);
    if (!changed.ok) return changed;
    if (changed.value !== before) changes.push({ id, before, after: changed.value });
  }
  return ok({ operation: operation.type, changes });
}

/** A note of its own: what is done with one of the two does not touch the other. */
function copyOf(note: Note, { at, newId, copyTitle }: Circumstances): Note {
  return {
    ...note,
    id: newId(),
    title: copyTitle(note.title),
    annotations: note.annotations.map((annotation) => ({
      ...annotation,
      id: newId(),
      replies: annotation.replies.map((reply) => ({ ...reply, id: newId() })),
    })),
    created: at,
    updated: at,
    pinned: false,
    trashed: null,
  };
}

type NoteOperation = Exclude<Operation, { type: 'create' | 'duplicate' }>;

function changeNote(note: Note, operation: NoteOperation, circumstances: Circumstances): Result<Note | null> {
  const { at } = circumstances;
  // A clock that was set back does not make the note older than it was.
  const updated = at.localeCompare(note.updated) < 0 ? note.updated : at;
  const changed = (parts: Partial<Note>): Result<Note> => ok({ ...note, ...parts, updated });
  const withTags = (tags: string[]): Result<Note> =>
    tags.join('\n') === note.tags.join('\n') ? ok(note) : changed({ tags });
  switch (operation.type) {
    case 'edit-title':
      return operation.title === note.title ? ok(note) : changed({ title: cleanText(operation.title) });
    case 'edit-text':
      return operation.text === note.text
        ? ok(note)
        : changed(withText(note, cleanText(operation.text), operation.edits));
    case 'edit-source':
      return changed({ source: cleanTexts(operation.source) });
    case 'edit-details':
      return changed({ details: cleanTexts(operation.details) });
    case 'tag': {
      const [add, remove] = [parseTags(operation.add), parseTags(operation.remove)];
      if (!add.ok) return add;
      if (!remove.ok) return remove;
      // Removing a parent removes what stands below it: a parent contains its children.
      const below = note.tags.filter((tag) => remove.value.some((removed) => isWithin(tag, removed)));
      return withTags(changeTags(note.tags, { add: add.value, remove: below }));
    }
    case 'rename-tag': {
      const tags = renameTag(note.tags, operation);
      return tags.ok ? withTags(tags.value) : tags;
    }
    case 'remove-tag':
      return withTags(note.tags.filter((tag) => !isWithin(tag, operation.tag)));
    case 'pin':
      return note.pinned === operation.pinned ? ok(note) : ok({ ...note, pinned: operation.pinned });
    case 'archive':
      return note.archived === operation.archived ? ok(note) : ok({ ...note, archived: operation.archived });
    case 'trash':
      return note.trashed ? ok(note) : ok({ ...note, trashed: at });
    case 'restore':
      return note.trashed ? ok({ ...note, trashed: null }) : ok(note);
    case 'restore-version': {
      const { version } = circumstances;
      return version ? ok(restored(note, version, at)) : fail('version-not-found');
    }
    case 'delete':
      return ok(null);
    case 'annotate':
    case 'edit-annotation':
    case 'link-annotation':
    case 'resolve':
    case 'delete-annotation':
    case 'reply':
    case 'edit-reply':
    case 'delete-reply': {
      const annotations = changeAnnotations(note, operation, circumstances);
      if (!annotations.ok) return annotations;
      return annotations.value === note.annotations ? ok(note) : changed({ annotations: annotations.value });
    }
    case 'import-annotations': {
      const annotations = withImported(note, cleanTexts(operation.annotations));
      return annotations === note.annotations ? ok(note) : changed({ annotations });
    }
    default:
      return assertNever(operation);
  }
}

function withText(note: Note, text: string, edits?: readonly TextEdit[]): Partial<Note> {
  const language = languageOf(note, text);
  if (note.annotations.length === 0) return { text, language };
  const known = edits && plainEdits(note.text, text, edits);
  const before = known?.before ?? plainText(note.text);
  const after = known?.after ?? plainText(text);
  return { text, language, annotations: carryAnchors(note.annotations, before, after, known?.edits) };
}

/** The language follows the text, unless it was given by somebody who knows better. */
function languageOf(note: Note, text: string): string {
  const after = detectLanguage(text) ?? note.language;
  if (after === note.language) return after;
  const before = detectLanguage(note.text);
  return before === null || before === note.language ? after : note.language;
}

type AnnotationOperation = Extract<
  Operation,
  {
    type:
      | 'annotate'
      | 'edit-annotation'
      | 'link-annotation'
      | 'resolve'
      | 'delete-annotation'
      | ReplyChange['type'];
  }
>;

function changeAnnotations(
  note: Note,
  operation: AnnotationOperation,
  circumstances: Circumstances,
): Result<Annotation[]> {
  const { at, author, newId } = circumstances;
  if (operation.type === 'annotate') {
    const target = passage(note, operation);
    if (!target.ok) return target;
    const comment = checkedComment(operation.comment);
    if (!comment.ok) return comment;
    const made: Annotation = {
      id: newId(),
      kind: operation.kind,
      target: target.value,
      state: 'exact',
      comment: comment.value,
      author,
      created: at,
      updated: at,
      resolved: null,
      replies: [],
    };
    return ok([...note.annotations, made].sort(byPosition));
  }
  const annotation = note.annotations.find(({ id }) => id === operation.annotation);
  if (!annotation) return fail('annotation-not-found', { annotation: operation.annotation });
  const replaced = (by: Annotation): Annotation[] =>
    note.annotations.map((each) => (each === annotation ? by : each)).sort(byPosition);
  switch (operation.type) {
    case 'delete-annotation':
      return ok(note.annotations.filter((each) => each !== annotation));
    case 'resolve':
      if ((annotation.resolved !== null) === operation.resolved) return ok(note.annotations);
      return ok(replaced({ ...annotation, resolved: operation.resolved ? at : null, updated: at }));
    case 'link-annotation': {
      const target = passage(note, operation);
      if (!target.ok) return target;
      const { quoted: _, ...rest } = annotation;
      return ok(replaced({ ...rest, target: target.value, state: 'exact', updated: at }));
    }
    case 'edit-annotation': {
      const comment = checkedComment(operation.change.comment ?? annotation.comment);
      if (!comment.ok) return comment;
      const { kind = annotation.kind, who, by } = operation.change;
      return ok(
        replaced({
          ...annotation,
          kind,
          ...(who !== undefined && { who: cleanText(who) }),
          ...(by !== undefined && { by: cleanText(by) }),
          comment: comment.value,
          updated: at,
        }),
      );
    }
    case 'reply':
    case 'edit-reply':
    case 'delete-reply': {
      const replied = changeReplies(annotation, operation, circumstances);
      if (!replied.ok) return replied;
      return ok(replied.value === annotation ? note.annotations : replaced(replied.value));
    }
    default:
      return assertNever(operation);
  }
}

function passage(note: Note, asked: Span): Result<Annotation['target']> {
  const text = plainText(note.text);
  const { start, end } = withoutOuterSpace(text, asked);
  if (start >= end) return fail('passage-empty');
  return ok(describe(text, start, end));
}

function parseTags(typed: readonly string[]): Result<string[]> {
  const tags: string[] = [];
  for (const one of typed) {
    const tag = parseTag(one);
    if (!tag.ok) return tag;
    tags.push(tag.value);
  }
  return ok(tags);
}
