import { call } from './api';
import { getWindow } from './store';

const scroller = (): HTMLElement | null => document.querySelector<HTMLElement>('.note-scroll');

const TOUCHES = ['wheel', 'pointerdown', 'keydown'] as const;

/**
 * Scrolls the text to where it was, and holds it there while the page is still growing (its fonts change its height), until
 * the person does something.
 */
export function restoreScroll(distance: number, tries = 60): void {
  if (distance === 0 || tries === 0) return;
  const element = scroller();
  const page = element?.firstElementChild;
  // On a busy machine the page is drawn some frames later.
  if (!element || !page) return void requestAnimationFrame(() => restoreScroll(distance, tries - 1));
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

/** Tells main what the next start shall show: the open note, scrolled where it is. */
export async function rememberView(): Promise<void> {
  const { ready, open } = getWindow();
  if (ready)
    await call('view.remember', { note: open?.id ?? null, scroll: Math.round(scroller()?.scrollTop ?? 0) });
}

const PAUSE = 600;
let timer: number | undefined;

/** The same, once scrolling has paused. */
export function rememberViewSoon(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void rememberView(), PAUSE);
}
