import { type RefObject, useLayoutEffect, useState } from 'react';
import { layOutMargin, type MarginCard } from '../../../core/margin-layout';
import type { Annotation } from '../../../core/schema';

const GAP = 12;

export interface Places {
  readonly tops: ReadonlyMap<string, number>;
  readonly height: number;
  /** The page knows the size of each card, and remembers it where a card is out of sight. */
  readonly settled: boolean;
}

const NOWHERE: Places = { tops: new Map(), height: 0, settled: false };

/**
 * Where the cards stand: each beside the first line of its passage, moved apart where they would overlap; the one that is
 * looked at has its right place. Measured anew whenever the text, a card or the window changes its size.
 */
export function useCardPlaces(
  list: RefObject<HTMLUListElement | null>,
  annotations: readonly Annotation[],
  active: string | null,
  beside: boolean,
): Places {
  const [places, setPlaces] = useState<Places>(NOWHERE);
  useLayoutEffect(() => {
    const element = list.current;
    const text = document.querySelector('.text');
    if (!element || !text || !beside) return;
    let passages = passagesOf(text);
    const all = cardsOf(element, annotations);
    const heights = new Map(all.map((card) => [idOf(card), card.offsetHeight]));
    let frame = 0;
    const place = (wasDrawn: boolean): void => {
      const from = text.getBoundingClientRect().top - element.getBoundingClientRect().top;
      const cards = annotations.flatMap(({ id }) => {
        const height = heights.get(id);
        return height === undefined ? [] : [{ id, wanted: from + (passages.get(id) ?? -from), height }];
      });
      const next = placesOf(cards, active);
      setPlaces((now) => {
        const settled = wasDrawn || (now.settled && annotations.every(({ id }) => now.tops.has(id)));
        return samePlaces(now, next) && now.settled === settled ? now : { ...next, settled };
      });
    };
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => place(true));
    };
    const look = (): void => {
      passages = passagesOf(text);
      soon();
    };
    place(false);
    const texts = new ResizeObserver(look);
    for (const above of [text, text.parentElement]) if (above) texts.observe(above);
    // Where the passages stand is not asked again for a card that grows: with hundreds of them that would cost a frame.
    const cards = new ResizeObserver((entries) => {
      for (const { target, borderBoxSize } of entries)
        heights.set(idOf(target as HTMLElement), Math.round(borderBoxSize[0]?.blockSize ?? 0));
      soon();
    });
    for (const card of all) cards.observe(card);
    void document.fonts.ready.then(look);
    return () => {
      cancelAnimationFrame(frame);
      texts.disconnect();
      cards.disconnect();
    };
  }, [list, annotations, active, beside]);
  return places;
}

const idOf = (card: HTMLElement): string => card.dataset.card ?? '';

function cardsOf(list: HTMLElement, annotations: readonly Annotation[]): HTMLElement[] {
  const cards = new Map<string, HTMLElement>();
  for (const card of list.querySelectorAll<HTMLElement>('[data-card]')) cards.set(idOf(card), card);
  return annotations.flatMap(({ id }) => cards.get(id) ?? []);
}

/** How far below the top of the text the first line of each passage begins, in CSS pixels. */
function passagesOf(text: Element): Map<string, number> {
  const origin = text.getBoundingClientRect().top;
  const tops = new Map<string, number>();
  for (const mark of text.querySelectorAll<HTMLElement>('mark')) {
    const id = mark.dataset.annotation;
    if (id !== undefined && !tops.has(id)) tops.set(id, (mark.getClientRects()[0]?.top ?? origin) - origin);
  }
  return tops;
}

function placesOf(cards: readonly MarginCard<string>[], active: string | null): Omit<Places, 'settled'> {
  const tops = layOutMargin(cards, { gap: GAP, active });
  const bottom = Math.max(0, ...cards.map(({ id, height }) => (tops.get(id) ?? 0) + height));
  for (const [id, top] of tops) tops.set(id, Math.round(top));
  return { tops, height: cards.length > 0 ? bottom + GAP : 0 };
}

function samePlaces(a: Omit<Places, 'settled'>, b: Omit<Places, 'settled'>): boolean {
  if (a.height !== b.height || a.tops.size !== b.tops.size) return false;
  for (const [id, top] of a.tops) if (b.tops.get(id) !== top) return false;
  return true;
}
