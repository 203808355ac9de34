import { type RefObject, useEffect } from 'react';
import { firstIndex } from '../../../core/first-index';
import type { Span } from '../../../core/highlight';
import { drawText } from '../drawing';
import { announceText } from '../finding';
import { rangeOf, runsIn, startOf } from '../offsets';
import { bringIntoSight, scroller } from '../scroll';
import { type Finding, getWindow, useWindow } from '../store';

/** Their looks are in styles/found-places.css. */
const FOUND = 'place-found';
const HERE = 'place-found-here';
/** So far around what is seen places are marked, in CSS pixels. */
const AROUND = 400;

/** Lets the text as it is read be looked through, and marks what was found in it. @param text its plain text */
export function useFoundPlaces(root: RefObject<HTMLElement | null>, text: string): void {
  const finding = useWindow((state) => state.finding);
  useEffect(() => {
    const element = root.current;
    return element ? announceText(shownText(element, text)) : undefined;
  }, [root, text]);
  useEffect(() => {
    const [element, scrolled] = [root.current, scroller()];
    if (!element || !scrolled || !finding || finding.places.length === 0) return;
    return keepMarked(element, scrolled, finding);
  }, [root, finding]);
}

const shownText = (root: HTMLElement, text: string) => ({
  text: () => text,
  selected: () => getWindow().selection,
  place: () => {
    const top = scroller()?.getBoundingClientRect().top ?? 0;
    const runs = runsIn(root);
    const run = runs[firstIndex(runs, (each) => each.getBoundingClientRect().bottom > top)];
    return run ? startOf(run) : 0;
  },
  reveal: (place: Span) => {
    const range = drawnRange(root, place);
    if (range) bringIntoSight(range);
  },
  select: (place: Span) => {
    const range = drawnRange(root, place);
    root.focus({ preventScroll: true });
    if (!range) return;
    bringIntoSight(range);
    const { startContainer, startOffset, endContainer, endOffset } = range;
    window.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  },
});

function drawnRange(root: HTMLElement, place: Span): Range | null {
  drawText(place.end);
  return rangeOf(root, place);
}

/**
 * Marks the places in sight, anew whenever others come into sight: a long text may have tens of thousands of them.
 * @returns what ends it
 */
function keepMarked(root: HTMLElement, scrolled: HTMLElement, finding: Finding): () => void {
  let waiting = 0;
  const mark = (): void => {
    waiting = 0;
    markInSight(root, scrolled, finding);
  };
  const markSoon = (): void => {
    waiting ||= requestAnimationFrame(mark);
  };
  // More of the text is drawn, or cut anew where a passage was annotated.
  const changes = new MutationObserver(markSoon);
  changes.observe(root, { childList: true, characterData: true, subtree: true });
  const sizes = new ResizeObserver(markSoon);
  sizes.observe(root);
  scrolled.addEventListener('scroll', markSoon, { passive: true });
  mark();
  return () => {
    cancelAnimationFrame(waiting);
    changes.disconnect();
    sizes.disconnect();
    scrolled.removeEventListener('scroll', markSoon);
    CSS.highlights.delete(FOUND);
    CSS.highlights.delete(HERE);
  };
}

function markInSight(root: HTMLElement, scrolled: HTMLElement, { places, current }: Finding): void {
  const sight = scrolled.getBoundingClientRect();
  const runs = runsIn(root);
  const first = firstIndex(runs, (run) => run.getBoundingClientRect().bottom > sight.top - AROUND);
  const after = firstIndex(runs, (run) => run.getBoundingClientRect().top > sight.bottom + AROUND);
  const [from, to] = [runs[first], runs[after]];
  const begin = from ? startOf(from) : 0;
  const end = to ? startOf(to) : Number.POSITIVE_INFINITY;
  const all = new Highlight();
  const here = new Highlight();
  here.priority = 1;
  for (let index = firstIndex(places, (place) => place.end > begin); index < places.length; index += 1) {
    const place = places[index];
    if (!place || place.start >= end) break;
    const range = rangeOf(root, place, runs);
    if (range) (index === current ? here : all).add(range);
  }
  CSS.highlights.set(FOUND, all);
  CSS.highlights.set(HERE, here);
}
