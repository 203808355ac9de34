import type { Span } from '../../core/highlight';
import { drawText } from './drawing';
import { focusText } from './focus';
import { rangeOf } from './offsets';
import { bringIntoSight } from './scroll';
import { setWindow } from './store';
import { NARROW } from './ui/useMedia';

/** Its look is in reader/reader.css. */
const POINTED_OUT = 'pointed-out';
const TOUCHES = ['pointerdown', 'keydown'] as const;

/** Brings a passage of the text as it is read into sight, and points it out until the person does something. */
export function pointOut(span: Span): void {
  const text = document.querySelector('[data-note-text]');
  drawText(span.end);
  // While it is being edited it has other places.
  const range = text && rangeOf(text, span);
  if (!range) return;
  // A drawer would cover it.
  if (window.matchMedia(NARROW).matches) {
    setWindow(({ panes }) => ({ panes: { ...panes, margin: false } }));
    focusText();
  }
  bringIntoSight(range);
  CSS.highlights.set(POINTED_OUT, new Highlight(range));
  const end = (): void => {
    CSS.highlights.delete(POINTED_OUT);
    for (const touch of TOUCHES) window.removeEventListener(touch, end, true);
  };
  for (const touch of TOUCHES) window.addEventListener(touch, end, true);
}
