import type { Annotation } from '../../core/schema';
import { hasPassage } from '../../core/vocabulary';
import { focusText } from './focus';
import { rangeOf } from './offsets';
import { getWindow } from './store';

/** Puts the caret behind a passage of the text as it is read: from there one goes on selecting with the keyboard. */
export function putCaretBehind({ target: [span] }: Annotation): void {
  const text = document.querySelector('[data-note-text]');
  const range = text && getWindow().mode === 'reading' ? rangeOf(text, span) : null;
  if (range) window.getSelection()?.collapse(range.endContainer, range.endOffset);
}

/** Gives the focus to the passage of an annotation, to go on reading there; if it has none, or the text is being edited, to the text. */
export function readOnAt(id: string | null): void {
  const annotation = getWindow().open?.annotations.find((each) => each.id === id);
  const mark =
    annotation && hasPassage(annotation)
      ? document.querySelector<HTMLElement>(`mark[tabindex][data-annotation="${CSS.escape(annotation.id)}"]`)
      : null;
  if (!annotation || !mark) {
    focusText();
    return;
  }
  mark.focus({ preventScroll: true });
  putCaretBehind(annotation);
}
