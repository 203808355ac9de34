import { startTransition } from 'react';
import { flushSync } from 'react-dom';
import { layOutMargin } from '../../../core/margin-layout';
import type { Annotation } from '../../../core/schema';
import { estimatedHeight } from './estimated-height';

/** The least space between two cards, in CSS pixels. */
const GAP = 12;
/** So many cards are all drawn; of more, those that are near. */
const FEW = 40;
/** How far beyond what is seen cards are drawn, in heights of what is seen: before it is painted, and when there is time … */
const AT_ONCE = 0.1;
const REACH = 1.5;
/** … as soon as they no longer reach so far. */
const NEAR = 1.2;

/** Where a card stands, in CSS pixels below the top of its list. */
export interface Standing {
  readonly top: number;
  /** It is seen to go there. */
  readonly moves: boolean;
}

/** What the margin shows of its cards. */
export interface Column {
  /** Of the cards that are drawn. */
  readonly standing: ReadonlyMap<string, Standing>;
  readonly height: number;
  /** The cards that are drawn; null: all. */
  readonly drawn: ReadonlySet<string> | null;
}

export const NOWHERE: Column = { standing: new Map(), height: 0, drawn: new Set() };

interface Elements {
  readonly list: HTMLElement;
  /** What the cards are scrolled in. */
  readonly scroller: HTMLElement;
  /** What they stand beside; null: they are a stack. */
  readonly text: HTMLElement | null;
}

interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/**
 * The cards of a margin: each beside the first line of its passage, moved apart where they would overlap; the one that is
 * looked at has its right place. Of many, only those near what is seen are drawn. The heights of the others are estimated, and
 * where one turns out to have another height, those in sight stay where they are.
 */
export class CardColumn {
  readonly #elements: Elements;
  readonly #show: (column: Column) => void;
  readonly #texts = new ResizeObserver(() => this.#placeSoon({ look: true, held: false }));
  readonly #sizes = new ResizeObserver((entries) => this.#takeSizes(entries));
  readonly #watched = new Set<HTMLElement>();
  /** Those that have been painted where they stand. */
  readonly #steady = new Set<string>();
  /** Measured. */
  readonly #heights = new Map<string, number>();
  #cards: readonly Annotation[] = [];
  #active: string | null = null;
  /** How far below the top of the text the first line of each passage begins. */
  #passages: ReadonlyMap<string, number> = new Map();
  /** Where each card was placed, and with what height. */
  #places: ReadonlyMap<string, Stretch> = new Map();
  #column = NOWHERE;
  /** How far cards are drawn. */
  #reach: Stretch = { top: 0, bottom: 0 };
  #isDrawing = false;
  #placing = 0;
  #following = 0;
  /** What the next placing is for. */
  #due = { look: false, held: true };

  /** @param show hears of every change */
  constructor(elements: Elements, show: (column: Column) => void) {
    this.#elements = elements;
    this.#show = show;
    const { scroller, text } = elements;
    for (const each of [scroller, text, text?.parentElement]) if (each) this.#texts.observe(each);
    scroller.addEventListener('scroll', this.#follow, { passive: true });
    if (text) void document.fonts.ready.then(() => this.#placeSoon({ look: true, held: false }));
  }

  end(): void {
    cancelAnimationFrame(this.#placing);
    cancelAnimationFrame(this.#following);
    this.#texts.disconnect();
    this.#sizes.disconnect();
    this.#elements.scroller.removeEventListener('scroll', this.#follow);
  }

  /** Takes over what the page has just drawn, before that is painted. */
  update(cards: readonly Annotation[], active: string | null): void {
    const isOther = cards !== this.#cards;
    const isElsewhere = active !== this.#active;
    this.#cards = cards;
    this.#active = active;
    this.#isDrawing = false;
    if (isOther) this.#passages = passagesOf(this.#elements.text);
    const isAnother = this.#watch();
    if (isOther || isElsewhere) this.#place({ held: false });
    else if (isAnother) this.#place({ held: true });
  }

  #placeSoon({ look, held }: { look: boolean; held: boolean }): void {
    this.#due = { look: this.#due.look || look, held: this.#due.held && held };
    cancelAnimationFrame(this.#placing);
    this.#placing = requestAnimationFrame(() => {
      // Where the passages stand is not asked again for a card that grows: with hundreds of them that would cost a frame.
      if (this.#due.look) this.#passages = passagesOf(this.#elements.text);
      this.#place(this.#due);
    });
  }

  /**
   * Watches what has been drawn. What is in sight is measured now, the rest when the page knows its size anyway.
   * @returns whether a card in sight has another height than it was placed with
   */
  #watch(): boolean {
    for (const card of this.#watched) {
      if (card.isConnected) continue;
      this.#sizes.unobserve(card);
      this.#watched.delete(card);
      this.#steady.delete(idOf(card));
    }
    const sight = this.#sight();
    const drawn = [...this.#elements.list.querySelectorAll<HTMLElement>('[data-card]')];
    const fresh = drawn.filter((card) => !this.#watched.has(card));
    for (const card of fresh) {
      this.#watched.add(card);
      this.#sizes.observe(card);
    }
    return fresh
      .filter((card) => !this.#places.has(idOf(card)) || this.#meets(idOf(card), sight))
      .map((card) => this.#takeHeight(idOf(card), card.offsetHeight))
      .some(Boolean);
  }

  /** @returns whether the card was placed with another one */
  #takeHeight(id: string, height: number): boolean {
    this.#heights.set(id, height);
    const place = this.#places.get(id);
    return !place || place.bottom - place.top !== height;
  }

  #takeSizes(entries: readonly ResizeObserverEntry[]): void {
    const sight = this.#sight();
    // One that is no longer drawn has no size.
    const drawn = entries
      .filter(({ target }) => target.isConnected)
      .map(({ target, borderBoxSize }) => ({
        id: idOf(target as HTMLElement),
        height: Math.round(borderBoxSize[0]?.blockSize ?? 0),
      }));
    const others = drawn.filter(({ id, height }) => this.#takeHeight(id, height));
    for (const { id } of drawn) this.#steady.add(id);
    // What grows in sight moves those below it.
    const held = !others.some(({ id }) => this.#meets(id, sight));
    if (others.length > 0) this.#placeSoon({ look: false, held });
  }

  /** @param held what is in sight stays where it is */
  #place({ held }: { held: boolean }): void {
    cancelAnimationFrame(this.#placing);
    this.#due = { look: false, held: true };
    const { text, list } = this.#elements;
    const sight = this.#sight();
    const from = text ? text.getBoundingClientRect().top - list.getBoundingClientRect().top : 0;
    const cards = this.#cards.map((card) => ({
      id: card.id,
      wanted: text ? from + (this.#passages.get(card.id) ?? -from) : 0,
      height: this.#heights.get(card.id) ?? estimatedHeight(card),
    }));
    const before = this.#column.standing;
    const seen = new Set([...before.keys()].filter((id) => this.#meets(id, sight)));
    const kept = [...before].flatMap(([id, { top }]) =>
      held && seen.has(id) && this.#steady.has(id) ? [[id, top] as const] : [],
    );
    const tops = layOutMargin(cards, { gap: GAP, active: this.#active, held: new Map(kept) });
    this.#places = new Map(
      cards.map(({ id, height }) => {
        const top = Math.round(tops.get(id) ?? 0);
        return [id, { top, bottom: top + height }];
      }),
    );
    const bottom = Math.max(0, ...[...this.#places.values()].map((place) => place.bottom));
    const drawn = this.#drawnAround(AT_ONCE);
    const standing = this.#standing(drawn, (id) => seen.has(id) || this.#meets(id, sight));
    this.#change({ standing, height: cards.length > 0 ? bottom + GAP : 0, drawn });
    cancelAnimationFrame(this.#following);
    this.#following = requestAnimationFrame(this.#follow);
  }

  /** Where the drawn cards stand. @param isSeen those that are seen to go there, if they stood elsewhere */
  #standing(drawn: ReadonlySet<string> | null, isSeen: (id: string) => boolean): Map<string, Standing> {
    const before = this.#column.standing;
    const shown = new Set([...this.#watched].map(idOf));
    const standing = new Map<string, Standing>();
    for (const [id, { top }] of this.#places) {
      if (drawn && !drawn.has(id) && !shown.has(id)) continue;
      const known = before.get(id);
      const moves = this.#steady.has(id) && isSeen(id);
      standing.set(id, known?.top === top ? known : { top, moves });
    }
    return standing;
  }

  #draw(reach: number): void {
    const drawn = this.#drawnAround(reach);
    this.#change({ ...this.#column, drawn, standing: this.#standing(drawn, () => false) });
  }

  /** Draws what comes near: what is in sight at once, the rest when there is time. */
  readonly #follow = (): void => {
    const { drawn } = this.#column;
    if (drawn === null || this.#isDrawing) return;
    const sight = this.#sight();
    const isBare = this.#cards.some(({ id }) => !drawn.has(id) && this.#meets(id, sight));
    const near = widened(sight, NEAR);
    if (isBare) {
      flushSync(() => this.#draw(AT_ONCE));
      cancelAnimationFrame(this.#following);
      this.#following = requestAnimationFrame(this.#follow);
    } else if (near.top < this.#reach.top || near.bottom > this.#reach.bottom) {
      this.#reach = widened(sight, REACH);
      startTransition(() => this.#draw(REACH));
    }
  };

  /** The cards to be drawn; of those that are, the ones that are far are not any more. @param reach in heights of what is seen */
  #drawnAround(reach: number): ReadonlySet<string> | null {
    if (this.#cards.length <= FEW) return null;
    const sight = this.#sight();
    const [wanted, far] = [widened(sight, reach), widened(sight, REACH)];
    const { drawn } = this.#column;
    const focused = document.activeElement?.closest<HTMLElement>('[data-card]');
    return new Set(
      this.#cards
        .map(({ id }) => id)
        .filter(
          (id) =>
            this.#meets(id, wanted) ||
            (drawn?.has(id) && this.#meets(id, far)) ||
            (focused && idOf(focused) === id),
        ),
    );
  }

  #change(next: Column): void {
    if (isSame(this.#column, next)) return;
    this.#column = next;
    this.#isDrawing = true;
    this.#show(next);
  }

  /** What is seen of the list. */
  #sight(): Stretch {
    const { scroller, list } = this.#elements;
    const top = scroller.getBoundingClientRect().top - list.getBoundingClientRect().top;
    return { top, bottom: top + scroller.clientHeight };
  }

  #meets(id: string, { top, bottom }: Stretch): boolean {
    const place = this.#places.get(id);
    return place !== undefined && place.top < bottom && place.bottom > top;
  }
}

const idOf = (card: HTMLElement): string => card.dataset.card ?? '';

const widened = ({ top, bottom }: Stretch, by: number): Stretch => ({
  top: top - by * (bottom - top),
  bottom: bottom + by * (bottom - top),
});

function passagesOf(text: Element | null): Map<string, number> {
  const origin = text?.getBoundingClientRect().top ?? 0;
  const tops = new Map<string, number>();
  for (const mark of text?.querySelectorAll<HTMLElement>('mark') ?? []) {
    const id = mark.dataset.annotation;
    if (id !== undefined && !tops.has(id)) tops.set(id, (mark.getClientRects()[0]?.top ?? origin) - origin);
  }
  return tops;
}

function isSame(a: Column, b: Column): boolean {
  if (a.height !== b.height || a.standing.size !== b.standing.size || a.drawn?.size !== b.drawn?.size)
    return false;
  for (const [id, { top }] of a.standing) if (b.standing.get(id)?.top !== top) return false;
  for (const id of a.drawn ?? []) if (!b.drawn?.has(id)) return false;
  return true;
}
