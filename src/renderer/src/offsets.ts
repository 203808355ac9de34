import { firstIndex } from '../../core/first-index';
import type { Span } from '../../core/highlight';

/**
 * The place in the plain text where a boundary of a page selection stands.
 * @param root element that holds the rendered document
 * @returns offset in UTF-16 code units, or null where the boundary is outside
 */
function offsetAt(root: Element, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null;
  const run = runAround(node);
  if (run) return startOf(run) + (node instanceof Text ? offset : offset === 0 ? 0 : lengthOf(run));
  // Between elements: the end of the last run before it, or the start of the first one after it.
  const boundary = document.createRange();
  boundary.setStart(root, 0);
  boundary.setEnd(node, offset);
  let last: HTMLElement | null = null;
  for (const each of root.querySelectorAll<HTMLElement>('[data-start]')) {
    const place = boundary.comparePoint(each, 0);
    if (place > 0) return last ? startOf(last) + lengthOf(last) : startOf(each);
    last = each;
  }
  return last ? startOf(last) + lengthOf(last) : 0;
}

/** The selected passage of the plain text, or null where nothing of it is selected. */
export function selectedSpan(root: Element, selection: Selection | null): Span | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const from = root.contains(range.startContainer)
    ? offsetAt(root, range.startContainer, range.startOffset)
    : null;
  const to = root.contains(range.endContainer) ? offsetAt(root, range.endContainer, range.endOffset) : null;
  // A selection that begins or ends beside the text (a triple click ends in the next block) takes in what lies inside.
  if (from === null && to === null) return null;
  const start = from ?? 0;
  const end = to ?? lastOffset(root);
  return end > start ? { start, end } : null;
}

/**
 * The place in the plain text under a point of the window.
 * @returns offset in UTF-16 code units, or null where there is no text
 */
export function offsetAtPoint(root: Element, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y);
  return caret ? offsetAt(root, caret.offsetNode, caret.offset) : null;
}

/** A boundary between two characters, as the page knows it. */
interface Boundary {
  readonly node: Text;
  readonly offset: number;
}

/**
 * Where a boundary between characters of the plain text stands in the page.
 * @param side of the boundary whose character counts: a passage ends on the line of its last character
 */
function boundaryAt(runs: Runs, offset: number, side: 'before' | 'after'): Boundary | null {
  const character = side === 'before' ? offset - 1 : offset;
  const run = runs[firstIndex(runs, (each) => startOf(each) > character) - 1];
  if (!run || !(run.firstChild instanceof Text) || character - startOf(run) >= lengthOf(run)) return null;
  return { node: run.firstChild, offset: offset - startOf(run) };
}

/** The runs of words of a text, as the page has them, in their order. */
export type Runs = ArrayLike<HTMLElement>;

export const runsIn = (root: Element): Runs => root.querySelectorAll<HTMLElement>('[data-start]');

/**
 * The page's range of a passage of the plain text, or null where it is not shown.
 * @param runs those of the text, where many passages of it are asked for
 */
export function rangeOf(root: Element, { start, end }: Span, runs = runsIn(root)): Range | null {
  const from = boundaryAt(runs, start, 'after');
  const to = boundaryAt(runs, end, 'before');
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

const runAround = (node: Node): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]') ?? null;
/** Where a run begins in the plain text. */
export const startOf = (run: HTMLElement): number => Number(run.dataset.start);
const lengthOf = (run: HTMLElement): number => run.textContent?.length ?? 0;

function lastOffset(root: Element): number {
  const runs = root.querySelectorAll<HTMLElement>('[data-start]');
  const last = runs[runs.length - 1];
  return last ? startOf(last) + lengthOf(last) : 0;
}
