import { type RefObject, useLayoutEffect, useState } from 'react';
import { layOutMargin } from '../../../core/margin-layout';
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
    let frame = 0;
    const place = (wasDrawn: boolean): void => {
      const next = measure(element, text, annotations, active);
      setPlaces((now) => {
        const settled = wasDrawn || (now.settled && annotations.every(({ id }) => now.tops.has(id)));
        return samePlaces(now, next) && now.settled === settled ? now : { ...next, settled };
      });
    };
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => place(true));
    };
    place(false);
    const sizes = new ResizeObserver(soon);
    sizes.observe(text);
    for (const card of cardsOf(element, annotations)) sizes.observe(card);
    void document.fonts.ready.then(soon);
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
    };
  }, [list, annotations, active, beside]);
  return places;
}

function cardsOf(list: HTMLElement, annotations: readonly Annotation[]): HTMLElement[] {
  const cards = new Map<string | undefined, HTMLElement>();
  for (const card of list.querySelectorAll<HTMLElement>('[data-card]')) cards.set(card.dataset.card, card);
  return annotations.flatMap(({ id }) => cards.get(id) ?? []);
}

function measure(
  list: HTMLElement,
  text: Element,
  annotations: readonly Annotation[],
  active: string | null,
): Omit<Places, 'settled'> {
  const origin = list.getBoundingClientRect().top;
  const wanted = new Map<string, number>();
  for (const mark of text.querySelectorAll<HTMLElement>('mark')) {
    const id = mark.dataset.annotation;
    if (id !== undefined && !wanted.has(id)) wanted.set(id, (mark.getClientRects()[0]?.top ?? 0) - origin);
  }
  const cards = cardsOf(list, annotations).map((card) => {
    const id = card.dataset.card ?? '';
    return { id, wanted: wanted.get(id) ?? 0, height: card.offsetHeight };
  });
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
