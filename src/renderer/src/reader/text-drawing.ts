import { flushSync } from 'react-dom';
import { aheadIn, type TextDrawing } from '../drawing';

/** A text of so many characters is drawn at once. A longer one is for so long at a time, in milliseconds: nobody loses a frame. */
const AT_ONCE = 20_000;
const SLICE = 6;
/** A busy page gets there too; in milliseconds. */
const AT_LATEST = 100;
/** How many characters are drawn and laid out in a millisecond, before that is known. */
const GUESSED_RATE = 250;
/** How tall a character is, in CSS pixels, before that is known: a line of about sixty. */
const GUESSED_HEIGHT = 0.45;
/** So far below what is seen the text is drawn whatever else there is to do, in CSS pixels. */
const MARGIN = 200;

/** How many blocks are drawn together with what stands around the text. @param starts where each begins, of `length` characters */
export const firstBlocks = (starts: readonly number[], length: number): number =>
  length <= AT_ONCE ? starts.length : 0;

/** How many blocks begin before an offset; at least one, if there is one. */
function blocksBefore(starts: readonly number[], offset: number): number {
  const next = starts.findIndex((start) => start >= offset);
  return next < 0 ? starts.length : Math.max(next, Math.min(1, starts.length));
}

interface Elements {
  /** What the text is scrolled in. */
  readonly scroller: HTMLElement;
  readonly text: HTMLElement;
}

/**
 * Draws the blocks of a long text after each other when the page has nothing else to do: what is seen first, and soon all of it.
 * In the place of what is not drawn yet stands an empty stretch of about its height, so that the scroll bar holds still.
 */
export class BlockDrawing implements TextDrawing {
  readonly #elements: Elements;
  readonly #starts: readonly number[];
  readonly #length: number;
  readonly #show: (until: number) => void;
  #until: number;
  #rate = GUESSED_RATE;
  #waiting = 0;
  #beginning = 0;

  /**
   * @param starts where each block begins in the plain text, which is `length` long
   * @param until how many of them are drawn
   * @param show draws more; it has done so when it returns within `flushSync`
   */
  constructor(
    elements: Elements,
    text: { readonly starts: readonly number[]; readonly length: number },
    until: number,
    show: (until: number) => void,
  ) {
    this.#elements = elements;
    this.#starts = text.starts;
    this.#length = text.length;
    this.#until = until;
    this.#show = show;
    this.#measure();
    elements.scroller.addEventListener('scroll', this.drawSight, { passive: true });
    // What stands around the text is painted first: to draw both would take more than a frame.
    this.#beginning = requestAnimationFrame(() => {
      this.#beginning = requestAnimationFrame(() => {
        this.drawSight();
        this.#goOn();
      });
    });
  }

  end(): void {
    cancelAnimationFrame(this.#beginning);
    cancelIdleCallback(this.#waiting);
    this.#elements.scroller.removeEventListener('scroll', this.drawSight);
  }

  drawUpTo(offset: number): void {
    this.#draw(blocksBefore(this.#starts, offset));
  }

  get #isWhole(): boolean {
    return this.#until >= this.#starts.length;
  }

  /** How much of the plain text is drawn. */
  get #drawn(): number {
    return this.#starts[this.#until] ?? this.#length;
  }

  #goOn(): void {
    if (!this.#isWhole) this.#waiting = requestIdleCallback(this.#step, { timeout: AT_LATEST });
  }

  readonly #step = (deadline: IdleDeadline): void => {
    const started = performance.now();
    const before = this.#drawn;
    const time = deadline.didTimeout ? SLICE / 2 : Math.min(SLICE, deadline.timeRemaining() - 2);
    if (time > 1) {
      this.#draw(Math.max(this.#until + 1, blocksBefore(this.#starts, before + this.#rate * time)));
      const rate = (this.#drawn - before) / Math.max(0.1, performance.now() - started);
      this.#rate = (this.#rate + rate) / 2;
    }
    this.#goOn();
  };

  #draw(until: number): void {
    if (until <= this.#until) return;
    this.#until = Math.min(until, this.#starts.length);
    flushSync(() => this.#show(this.#until));
    this.#measure();
  }

  /** What is not drawn is as tall as what is, for its length. */
  #measure(): void {
    const { text } = this.#elements;
    const stretch = aheadIn(text);
    if (!stretch) return;
    const height = stretch.getBoundingClientRect().top - text.getBoundingClientRect().top;
    stretch.dataset.from = String(this.#drawn);
    stretch.dataset.to = String(this.#length);
    const each = this.#drawn > 0 ? height / this.#drawn : GUESSED_HEIGHT;
    stretch.style.height = `${Math.round((this.#length - this.#drawn) * each)}px`;
  }

  /** Who scrolls to where nothing is drawn yet sees it all the same. */
  readonly drawSight = (): void => {
    const { scroller, text } = this.#elements;
    const bottom = scroller.getBoundingClientRect().bottom + MARGIN;
    for (;;) {
      const stretch = aheadIn(text);
      const { top, height } = stretch?.getBoundingClientRect() ?? { top: bottom, height: 0 };
      if (top >= bottom) return;
      const share = Math.min(1, (bottom - top) / Math.max(1, height));
      this.#draw(
        Math.max(
          this.#until + 1,
          blocksBefore(this.#starts, this.#drawn + share * (this.#length - this.#drawn)),
        ),
      );
    }
  };
}
