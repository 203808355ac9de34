import { scroller } from './scroll';

/** A place of the text by some words at the top of what is seen, and by how much of the text lies above: it means the same in reading and in writing. */
export interface TextPlace {
  readonly words: string;
  /** Between 0 and 1. */
  readonly share: number;
}

/** Words that read the same as they are written in Markdown. */
const WORDS = /[\p{L}\p{N}][\p{L}\p{N} ,.’'–-]{8,40}/u;
/** What lies above the text while it is at its beginning, in CSS pixels. */
const BEGINNING = 120;
const RUNS = '[data-note-text] [data-start], [data-note-text] .cm-line';

/** The place that is seen; null at the beginning, where there is nothing to find again. */
export function placeInSight(): TextPlace | null {
  const element = scroller();
  if (!element || element.scrollTop < BEGINNING) return null;
  const { top } = element.getBoundingClientRect();
  const share = element.scrollTop / element.scrollHeight;
  for (const run of document.querySelectorAll(RUNS)) {
    const words = run.getBoundingClientRect().bottom > top ? WORDS.exec(run.textContent ?? '')?.[0] : null;
    if (words) return { words: words.trim(), share };
  }
  return { words: '', share };
}

/** Brings a place into sight in the text as it is read. */
export function showPlace({ words, share }: TextPlace): void {
  const element = scroller();
  if (!element) return;
  const wanted = share * element.scrollHeight;
  const origin = element.getBoundingClientRect().top - element.scrollTop;
  const tops = [...document.querySelectorAll(RUNS)]
    .filter((run) => words !== '' && run.textContent?.includes(words))
    .map((run) => run.getBoundingClientRect().top - origin);
  element.scrollTop = nearest(tops, wanted) ?? wanted;
}

/** Where words stand in a text, of several places the nearest to a share of it; null: nowhere. */
export function offsetOfPlace(text: string, { words, share }: TextPlace): number | null {
  const found: number[] = [];
  for (let at = words === '' ? -1 : text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    found.push(at);
  return nearest(found, share * text.length);
}

const nearest = (all: readonly number[], wanted: number): number | null =>
  all.length === 0 ? null : all.reduce((a, b) => (Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a));

let awaited: TextPlace | null = null;

/** Keeps a place until the text is drawn in its other form. */
export function awaitPlace(place: TextPlace | null): void {
  awaited = place;
}

/** The place that is awaited, once. */
export function takeAwaitedPlace(): TextPlace | null {
  const place = awaited;
  awaited = null;
  return place;
}
