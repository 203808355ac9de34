import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Annotation } from '../../../core/schema';
import { CardColumn } from './card-column';
import { type Column, NOWHERE } from './column';

interface Options {
  readonly cards: readonly Annotation[];
  readonly active: string | null;
  /** They stand beside the text; else they are a stack. */
  readonly beside: boolean;
  /** What the list is scrolled in. */
  readonly scrollerOf: (list: HTMLElement) => HTMLElement | null;
}

/** Where the cards of a list stand, and which of them are drawn; measured anew whenever the text, a card or the window changes its size. */
export function useCardColumn(
  list: RefObject<HTMLElement | null>,
  { cards, active, beside, scrollerOf }: Options,
): Column {
  const [shown, setShown] = useState<Column>(NOWHERE);
  const column = useRef<CardColumn | null>(null);
  useLayoutEffect(() => {
    const scroller = list.current && scrollerOf(list.current);
    if (!list.current || !scroller) return;
    const text = beside ? document.querySelector<HTMLElement>('.text') : null;
    const made = new CardColumn({ list: list.current, scroller, text }, setShown);
    column.current = made;
    return () => made.end();
  }, [list, beside, scrollerOf]);
  useLayoutEffect(() => column.current?.update(cards, active));
  return shown;
}
