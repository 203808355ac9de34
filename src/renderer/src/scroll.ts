import { call } from './api';
import { getWindow } from './store';

const scroller = (): HTMLElement | null => document.querySelector<HTMLElement>('.note-scroll');

/** Scrolls the text to where it was; again once its fonts have come, which change its height, unless it was scrolled since. */
export function restoreScroll(distance: number): void {
  const element = scroller();
  if (!element) return;
  element.scrollTop = distance;
  const reached = element.scrollTop;
  void document.fonts.ready.then(() =>
    requestAnimationFrame(() => {
      if (element.scrollTop === reached) element.scrollTop = distance;
    }),
  );
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
