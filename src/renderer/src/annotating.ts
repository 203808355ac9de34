import type { Span } from '../../core/highlight';
import type { Annotation } from '../../core/schema';
import { hasPassage, type Kind, NEW_REPLY } from '../../core/vocabulary';
import { t } from '../../shared/text';
import { apply, sayFailure } from './actions';
import { saveDrafts } from './drafts';
import { focusFilter, reveal, shownIn } from './filtering';
import { focusCard, focusText, isFocusIn } from './focus';
import { putCaretBehind } from './reading-on';
import { getWindow, say, setWindow, type WindowState } from './store';
import { kindName } from './ui/kinds';
import { NARROW } from './ui/useMedia';
import { sayWithUndo } from './undoing';
import { annotationOf, keyOf, type Written } from './written';

/** An annotation and its note, as operations name them. */
export interface OnAnnotation {
  readonly note: string;
  readonly annotation: string;
}

/**
 * Annotates the selected passage. A comment that is being written is saved first.
 * @param then whether the comment is written now, or the person goes on reading
 */
export async function annotate(kind: Kind, then: 'comment' | 'done' = 'comment'): Promise<void> {
  const { open, selection } = getWindow();
  if (!open || !selection) return sayFailure({ code: 'passage-empty', details: {} });
  if (!(await saveDrafts())) return;
  const known = new Set(open.annotations.map(({ id }) => id));
  const change = await apply({
    type: 'annotate',
    note: open.id,
    kind,
    ...selection,
    base: open.text,
    comment: '',
  });
  const made = change?.notes[0]?.annotations.find(({ id }) => !known.has(id));
  if (!made) return;
  reveal(made.id);
  window.getSelection()?.removeAllRanges();
  if (then === 'done') {
    const announcement = t('window.highlighted', { kind: kindName(kind), quote: made.target[1].exact });
    setWindow({ active: made.id, selection: null, announcement });
    // Once it is drawn.
    requestAnimationFrame(() => putCaretBehind(made));
    return;
  }
  setWindow(({ panes }) => ({
    active: made.id,
    writing: made.id,
    selection: null,
    panes: { ...panes, margin: true },
  }));
}

/** Begins to write a comment or a reply; another one that is being written is saved first. */
export async function write(written: Written): Promise<void> {
  if (await saveDrafts()) setWindow({ active: written.annotation, writing: keyOf(written) });
}

/** Begins to reply to the annotation that is looked at. */
export function replyToActive(): void {
  const { active } = getWindow();
  if (active === null) return;
  setWindow(({ panes }) => ({ panes: { ...panes, margin: true } }));
  void write({ annotation: active, reply: NEW_REPLY });
}

/** Marks an annotation as resolved, or takes that back. If its comment is being written, that is saved and done with. */
export async function resolveAnnotation(on: OnAnnotation, resolved: boolean): Promise<void> {
  if (!(await saveDrafts())) return;
  setWindow(({ writing }) => ({
    writing: writing !== null && annotationOf(writing) === on.annotation ? null : writing,
  }));
  const before = shownIn(getWindow());
  if (await apply({ type: 'resolve', ...on, resolved })) goOnWithout(on.annotation, before);
}

/** Where an annotation is no longer shown, the focus goes to the card after it; without one to the filter, or to the text. */
function goOnWithout(id: string, before: readonly Annotation[]): void {
  const shown = new Set(shownIn(getWindow()).map((each) => each.id));
  if (shown.has(id)) return;
  const from = before.findIndex((each) => each.id === id);
  const next = [...before.slice(from + 1), ...before.slice(0, from).reverse()].find((each) =>
    shown.has(each.id),
  );
  setWindow({ active: next?.id ?? null, hovered: null });
  if (!isFocusIn('.margin')) return;
  if (next) focusCard(next.id);
  else if ((getWindow().open?.annotations.length ?? 0) > 0) focusFilter();
  else focusText();
}

/** Gives an annotation another passage. @returns false when it could not be done (the person has been told) */
export async function linkAnnotation(on: OnAnnotation, { start, end }: Span): Promise<boolean> {
  const { open } = getWindow();
  if (!(await saveDrafts())) return false;
  const base = open?.id === on.note ? { base: open.text } : {};
  const change = await apply({ type: 'link-annotation', ...on, start, end, ...base });
  if (change) showAnnotation(on.annotation);
  return change !== null;
}

/** Gives the selected passage to the annotation that is looked at if it has lost its own, else to the only one that has. */
export function linkSelection(): void {
  const { open, active, selection } = getWindow();
  const lost = lostOf(getWindow());
  const meant = lost.find(({ id }) => id === active) ?? (lost.length === 1 ? lost[0] : undefined);
  if (!open || !selection) return;
  if (!meant) {
    say('info', t('window.choose-lost'));
    return;
  }
  window.getSelection()?.removeAllRanges();
  void linkAnnotation({ note: open.id, annotation: meant.id }, selection);
}

/** Gives the focus to the end of the passage of the annotation that is looked at, to be moved with the keyboard. */
export function movePassageEnds(): void {
  // A drawer would cover them.
  if (window.matchMedia(NARROW).matches) setWindow(({ panes }) => ({ panes: { ...panes, margin: false } }));
  document.querySelector<HTMLElement>('.passage-handle.end')?.focus();
}

/** The annotations of the open note that have lost their passage. */
export const lostOf = ({ open }: Pick<WindowState, 'open'>): Annotation[] =>
  open?.annotations.filter((annotation) => !hasPassage(annotation)) ?? [];

/**
 * Deletes an annotation; what was being written is saved first, so that undo brings all of it back.
 * @param goesOn the focus goes to the next card, as for who has no mouse; else nothing comes into sight by itself
 */
export async function deleteAnnotation(on: OnAnnotation, goesOn: boolean): Promise<void> {
  if (!(await saveDrafts())) return;
  const before = shownIn(getWindow());
  setWindow({ writing: null, active: null, hovered: null });
  if (!(await apply({ type: 'delete-annotation', ...on }))) return;
  if (goesOn) goOnWithout(on.annotation, before);
  sayWithUndo(t('window.annotation-deleted'));
}

/** Deletes a reply; the focus goes to the card that it stood on. */
export async function deleteReply(
  note: string,
  written: Written & { readonly reply: string },
): Promise<void> {
  if (!(await saveDrafts())) return;
  setWindow(({ writing }) => ({ writing: writing === keyOf(written) ? null : writing }));
  if (!(await apply({ type: 'delete-reply', note, ...written }))) return;
  focusCard(written.annotation);
  sayWithUndo(t('window.reply-deleted'));
}

/** Goes to the next (1) or previous (-1) annotation that is shown, in the order of the text. */
export function stepAnnotation(by: 1 | -1): void {
  const { active } = getWindow();
  const ids = shownIn(getWindow()).map(({ id }) => id);
  if (ids.length === 0) return;
  const known = active === null ? -1 : ids.indexOf(active);
  const at = known < 0 && by === -1 ? 0 : known;
  const next = ids[(at + by + ids.length) % ids.length] ?? null;
  if (next) showAnnotation(next);
}

/** Looks at an annotation: its passage and card come into sight, and the card has the focus. */
export function showAnnotation(id: string): void {
  reveal(id);
  setWindow(({ panes }) => ({ active: id, panes: { ...panes, margin: true } }));
  focusCard(id);
}
