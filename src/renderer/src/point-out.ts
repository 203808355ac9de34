import type { Span } from '../../core/highlight';
import { focusText } from './focus';
import { scroller } from './scroll';
import { setWindow } from './store';
import { NARROW } from './ui/useMedia';

/** Its look is in reader/reader.css. */
const POINTED_OUT = 'pointed-out';
const TOUCHES = ['pointerdown', 'keydown'] as const;

/** Brings a passage of the text as it is read into sight, and points it out until the person does something. */
export function pointOut(span: Span): void {
  const range = rangeOf(span);
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

function bringIntoSight(range: Range): void {
  const element = scroller();
  if (!element) return;
  const [seen, { top, bottom }] = [element.getBoundingClientRect(), range.getBoundingClientRect()];
  if (top < seen.top || bottom > seen.bottom) element.scrollTop += top - seen.top - seen.height / 3;
}

/** A passage as a range of the page; null: it is not shown, for the text is being edited. */
function rangeOf({ start, end }: Span): Range | null {
  const runs = [...document.querySelectorAll<HTMLElement>('[data-note-text] [data-start]')];
  const [from, to] = [placeOf(runs, start), placeOf(runs, end)];
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

function placeOf(runs: readonly HTMLElement[], at: number): { node: Node; offset: number } | null {
  const run = runs.findLast(({ dataset }) => Number(dataset.start) <= at);
  const node = run?.firstChild;
  if (!run || !(node instanceof Text)) return null;
  return { node, offset: Math.min(at - Number(run.dataset.start), node.length) };
}
