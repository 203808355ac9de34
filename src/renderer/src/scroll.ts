import { call } from './api';
import { getWindow } from './store';

/** What the note's page scrolls in; null while no note is open. */
export const scroller = (): HTMLElement | null => document.querySelector<HTMLElement>('.note-scroll');

/** Scrolls the text if a passage of it is not seen, also within a table or a block of code that is broader than the text. */
export function bringIntoSight(range: Range): void {
  const element = scroller();
  if (!element) return;
  const [seen, { top, bottom }] = [element.getBoundingClientRect(), range.getBoundingClientRect()];
  if (top < seen.top || bottom > seen.bottom) element.scrollTop += top - seen.top - seen.height / 3;
  const frame = range.startContainer.parentElement?.closest('.table-frame, pre');
  if (!frame) return;
  const [room, { left, right }] = [frame.getBoundingClientRect(), range.getBoundingClientRect()];
  if (left < room.left || right > room.right) frame.scrollLeft += left - room.left - room.width / 3;
}

const TOUCHES = ['wheel', 'pointerdown', 'keydown'] as const;

/**
 * Scrolls the text to where it was, and holds it there while the page is still growing (its fonts change its height), until
 * the person does something.
 */
export function restoreScroll(distance: number): void {
  const element = scroller();
  const page = element?.firstElementChild;
  if (!element || !page || distance === 0) return;
  const growing = new ResizeObserver(() => {
    element.scrollTop = distance;
  });
  growing.observe(page);
  const release = (): void => {
    growing.disconnect();
    for (const touch of TOUCHES) window.removeEventListener(touch, release, true);
  };
  for (const touch of TOUCHES) window.addEventListener(touch, release, true);
}

/** Tells main what the next start shall show: the open note, scrolled where it is, and the list's order. */
export async function rememberView(): Promise<void> {
  const { ready, open, order } = getWindow();
  if (!ready) return;
  await call('view.remember', {
    note: open?.id ?? null,
    scroll: Math.round(scroller()?.scrollTop ?? 0),
    order,
  });
}

const PAUSE = 600;
let timer: number | undefined;

/** The same, once scrolling has paused. */
export function rememberViewSoon(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void rememberView(), PAUSE);
}
