import { flushSync } from 'react-dom';
import { layOutMargin } from '../../../core/margin-layout';
import type { Annotation } from '../../../core/schema';
import { type Column, isSameColumn, NOWHERE, type Standing } from './column';
import { type Cards, drawnWith, EVERYWHERE, meets, missingIn, type Stretch, widened } from './drawn-cards';
import { EstimatedHeights } from './estimated-height';
import { PassageTops } from './passage-tops';

/** The least space between two cards, in CSS pixels. */
const GAP = 12;
/** So many cards are all drawn; of more, those that are near: so far beyond what is seen, in heights of what is seen. */
const FEW = 40;
const REACH = 1.5;
/** So much further away they are not drawn any more. */
const FAR = 1.7;
/** So many cards are drawn in one frame where they are seen to be missing. */
const IN_A_FRAME = 2;
/** About how long a card takes to be drawn, in milliseconds, before that is known. */
const GUESSED_COST = 2;
/** Passages are measured for so long at a time, in milliseconds. */
const LOOK = 4;
/** A busy page gets to those that are not seen too; in milliseconds. */
const AT_LATEST = 200;

interface Elements {
  readonly list: HTMLElement;
  /** What the cards are scrolled in. */
  readonly scroller: HTMLElement;
  /** What they stand beside; null: they are a stack. */
  readonly text: HTMLElement | null;
}

/**
 * The cards of a margin: each beside the first line of its passage, moved apart where they would overlap; the one that is
 * looked at has its right place. Of many, only those near what is seen are drawn. The heights of the others are estimated, and
 * where one turns out to have another height, those in sight stay where they are.
 */
export class CardColumn {
  readonly #elements: Elements;
  readonly #show: (column: Column) => void;
  readonly #texts = new ResizeObserver(() => this.#lookSoon());
  readonly #blocks = new MutationObserver(() => this.#lookSoon());
  readonly #sizes = new ResizeObserver((entries) => this.#takeSizes(entries));
  readonly #watched = new Set<HTMLElement>();
  /** Those that have been painted where they stand. */
  readonly #steady = new Set<string>();
  /** Measured. */
  readonly #heights = new Map<string, number>();
  readonly #estimated: EstimatedHeights;
  #cards: readonly Annotation[] = [];
  #active: string | null = null;
  readonly #passages: PassageTops;
  /** Where each card was placed, and with what height. */
  #places: ReadonlyMap<string, Stretch> = new Map();
  #column = NOWHERE;
  /** How long a card takes to be drawn, in milliseconds. */
  #cost = GUESSED_COST;
  #isDrawing = false;
  #placing = 0;
  #following = 0;
  #waiting = 0;
  /** What the next placing is for. */
  #due = { look: false, held: true };

  /** @param show hears of every change */
  constructor(elements: Elements, show: (column: Column) => void) {
    this.#elements = elements;
    this.#show = show;
    const { scroller, text } = elements;
    this.#passages = new PassageTops(text);
    this.#estimated = new EstimatedHeights(text === null);
    if (text) this.#blocks.observe(text, { childList: true });
    for (const each of [scroller, text, text?.parentElement]) if (each) this.#texts.observe(each);
    scroller.addEventListener('scroll', this.#follow, { passive: true });
    if (text) void document.fonts.ready.then(() => this.#lookSoon());
  }

  end(): void {
    cancelAnimationFrame(this.#placing);
    cancelAnimationFrame(this.#following);
    cancelIdleCallback(this.#waiting);
    this.#texts.disconnect();
    this.#blocks.disconnect();
    this.#sizes.disconnect();
    this.#elements.scroller.removeEventListener('scroll', this.#follow);
  }

  /** Takes over what the page has just drawn, before that is painted. */
  update(cards: readonly Annotation[], active: string | null): void {
    const isOther = cards !== this.#cards && !this.#isStack(cards);
    const isElsewhere = active !== this.#active;
    this.#cards = cards;
    this.#active = active;
    this.#isDrawing = false;
    // The cards of a note that has just been opened come after its text has been painted.
    if (this.#places.size === 0 && cards.length > FEW) this.#placeSoon({ look: true, held: false });
    else {
      if (isOther) this.#passages.look(true);
      const isAnother = this.#watch();
      if (isOther || isElsewhere) this.#place({ held: false, more: true });
      else if (isAnother) this.#place({ held: true, more: false });
    }
  }

  #heightOf(card: Annotation): number {
    return this.#heights.get(card.id) ?? this.#estimated.of(card);
  }

  /** Whether they would stand below each other just as they do: so it is with each key that is saved while the text is being typed. */
  #isStack(cards: readonly Annotation[]): boolean {
    if (this.#elements.text !== null || cards.length !== this.#cards.length) return false;
    return cards.every((card, index) => {
      const place = this.#places.get(card.id);
      const isSame = card.id === this.#cards[index]?.id;
      return isSame && place !== undefined && place.bottom - place.top === this.#heightOf(card);
    });
  }

  /** While a long text is being drawn its passages are looked for as far as their cards are near. */
  #lookSoon(): void {
    if (this.#passages.isWhole || this.#isBehind()) this.#placeSoon({ look: true, held: true });
  }

  #isBehind(): boolean {
    const { text, list } = this.#elements;
    if (!text) return false;
    const from = text.getBoundingClientRect().top - list.getBoundingClientRect().top;
    return from + this.#passages.bottom < widened(this.#sight(), REACH).bottom;
  }

  #placeSoon({ look, held }: { look: boolean; held: boolean }): void {
    this.#due = { look: this.#due.look || look, held: this.#due.held && held };
    cancelAnimationFrame(this.#placing);
    this.#placing = requestAnimationFrame(() => {
      // The cards come once there is something to stand beside.
      if (!this.#passages.isBegun) return;
      // Where the passages stand is not asked again for a card that grows: with hundreds of them that would cost a frame.
      if (this.#due.look && !this.#passages.look(false, LOOK)) return this.#placeSoon(this.#due);
      this.#place({ held: !this.#passages.takeMoves() && this.#due.held, more: true });
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
    if (this.#heights.get(id) !== height) this.#estimated.learn(id, height);
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

  /**
   * @param held what is in sight stays where it is
   * @param more some of those are drawn that are missing in sight; else they are in the next frame
   */
  #place({ held, more }: { held: boolean; more: boolean }): void {
    cancelAnimationFrame(this.#placing);
    if (this.#due.look) this.#passages.look(false);
    this.#due = { look: false, held: true };
    const { text, list } = this.#elements;
    const sight = this.#sight();
    const from = text ? text.getBoundingClientRect().top - list.getBoundingClientRect().top : 0;
    const placeOf = this.#passages.places();
    const cards = this.#cards.map((card) => ({
      id: card.id,
      wanted: text ? from + (placeOf(card) ?? -from) : 0,
      height: this.#heightOf(card),
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
    let bottom = 0;
    for (const place of this.#places.values()) bottom = Math.max(bottom, place.bottom);
    const drawn = this.#drawnWith(more ? this.#missingIn(sight).slice(0, IN_A_FRAME) : []);
    const shift = text === null ? this.#shiftOf(seen, sight) : 0;
    const standing = this.#standing(drawn, (id) => shift === 0 && (seen.has(id) || this.#meets(id, sight)));
    const height = cards.length > 0 ? bottom + GAP : 0;
    this.#change({ standing, height, drawn, active: this.#active });
    if (shift !== 0)
      // Once they are drawn there.
      queueMicrotask(() => {
        this.#elements.scroller.scrollTop += shift;
      });
    cancelAnimationFrame(this.#following);
    this.#following = requestAnimationFrame(this.#follow);
  }

  /** How far a stack has to be scrolled so that what is looked at in it stays in sight: what stands above has another height. */
  #shiftOf(seen: ReadonlySet<string>, sight: Stretch): number {
    const before = this.#column.standing;
    const topOf = (id: string): number => before.get(id)?.top ?? 0;
    const [first] = [...seen].filter((id) => topOf(id) >= sight.top);
    const anchor = this.#active !== null && seen.has(this.#active) ? this.#active : first;
    const now = anchor === undefined ? undefined : this.#places.get(anchor);
    return anchor === undefined || !now ? 0 : now.top - topOf(anchor);
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

  #draw(more: readonly string[]): void {
    const drawn = this.#drawnWith(more);
    this.#change({ ...this.#column, drawn, standing: this.#standing(drawn, () => false) });
  }

  /** Draws what comes near: what is in sight at once, the rest when there is time. */
  readonly #follow = (): void => {
    if (this.#column.drawn === null || this.#isDrawing) return;
    if (!this.#passages.isWhole && this.#isBehind()) this.#placeSoon({ look: true, held: true });
    const bare = this.#missingIn(this.#sight());
    if (bare.length > 0) {
      flushSync(() => this.#draw(bare.slice(0, IN_A_FRAME)));
      cancelAnimationFrame(this.#following);
      this.#following = requestAnimationFrame(this.#follow);
    } else if (this.#waiting === 0) {
      this.#waiting = requestIdleCallback(this.#drawNear, { timeout: AT_LATEST });
    }
  };

  /** Draws as many of those that are near as there is time for. */
  readonly #drawNear = (deadline: IdleDeadline): void => {
    this.#waiting = 0;
    const missing = this.#missingIn(this.#reach());
    if (missing.length === 0 || this.#isDrawing) return;
    const time = deadline.timeRemaining() / 2;
    const count = Math.max(deadline.didTimeout ? 1 : 0, Math.floor(time / this.#cost));
    if (count > 0) {
      const started = performance.now();
      flushSync(() => this.#draw(missing.slice(0, Math.min(count, IN_A_FRAME))));
      const cost = (performance.now() - started) / Math.min(count, missing.length, IN_A_FRAME);
      this.#cost = (this.#cost + cost) / 2;
    }
    this.#follow();
  };

  /** How far cards are drawn: where there are few, all are. */
  #reach(): Stretch {
    return this.#cards.length <= FEW ? EVERYWHERE : widened(this.#sight(), REACH);
  }

  /** The cards of a stretch that are not drawn, the nearest to what is seen first. */
  #missingIn(stretch: Stretch): string[] {
    return missingIn(this.#known(), stretch, this.#sight());
  }

  /** The cards to be drawn: these too. */
  #drawnWith(more: readonly string[]): ReadonlySet<string> | null {
    const cards = this.#known();
    const isFew = cards.ids.length <= FEW;
    if (isFew && cards.drawn === null) return null;
    const card = document.activeElement?.closest<HTMLElement>('[data-card]');
    const near = isFew ? EVERYWHERE : widened(this.#sight(), FAR);
    const next = drawnWith(cards, { more, near, focused: card ? idOf(card) : null });
    return isFew && next.size === cards.ids.length ? null : next;
  }

  #known(): Cards {
    const { drawn } = this.#column;
    return { ids: this.#cards.map(({ id }) => id), places: this.#places, drawn };
  }

  #change(next: Column): void {
    if (isSameColumn(this.#column, next)) return;
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

  #meets(id: string, stretch: Stretch): boolean {
    return meets(this.#places.get(id), stretch);
  }
}

const idOf = (card: HTMLElement): string => card.dataset.card ?? '';
