import type { Annotation } from '../../../core/schema';
import { AHEAD, aheadIn } from '../drawing';

/** What is measured at another place of the window may differ by so much, in CSS pixels. */
const ROUNDING = 0.5;

/**
 * How far below the top of the text the first line of each passage begins, in CSS pixels. Of a text that is still being drawn only
 * what has been added is measured; where the other passages will stand is estimated.
 */
export class PassageTops {
  readonly #text: HTMLElement | null;
  readonly #tops = new Map<string, number>();
  /** Of what has been measured: how wide it was, of how many blocks, and where the last of them ends. */
  #measured = { width: 0, blocks: 0, bottom: 0 };
  #haveMoved = false;

  /** @param text null: there are no passages to stand beside */
  constructor(text: HTMLElement | null) {
    this.#text = text;
  }

  /** Whether all of the text is drawn. */
  get isWhole(): boolean {
    return aheadIn(this.#text) === null;
  }

  /** Whether any of it is. */
  get isBegun(): boolean {
    return this.#text?.firstElementChild?.classList.contains(AHEAD) !== true;
  }

  /** How far below the top of the text the passages are measured. */
  get bottom(): number {
    return this.#measured.bottom;
  }

  /**
   * Measures.
   * @param anew also what has been measured already, and seems to stand where it did
   * @param time how long it may take, in milliseconds
   * @returns whether all that is drawn is measured; else it goes on the next time
   */
  look(anew: boolean, time = Number.POSITIVE_INFINITY): boolean {
    const text = this.#text;
    if (!text) return true;
    const origin = text.getBoundingClientRect().top;
    const blocks = [...text.children].filter((block) => !block.classList.contains(AHEAD));
    const bottomOf = (count: number): number => {
      const last = blocks[count - 1];
      return last ? last.getBoundingClientRect().bottom - origin : 0;
    };
    const width = text.clientWidth;
    const known = this.#measured;
    const holds =
      !anew &&
      width === known.width &&
      known.blocks <= blocks.length &&
      Math.abs(bottomOf(known.blocks) - known.bottom) < ROUNDING;
    if (!holds) {
      this.#tops.clear();
      this.#haveMoved = true;
    }
    const end = performance.now() + time;
    let count = holds ? known.blocks : 0;
    for (; count < blocks.length && performance.now() < end; count += 1) {
      for (const mark of blocks[count]?.querySelectorAll<HTMLElement>('mark') ?? []) {
        const id = mark.dataset.annotation;
        if (id !== undefined && !this.#tops.has(id))
          this.#tops.set(id, (mark.getClientRects()[0]?.top ?? origin) - origin);
      }
    }
    this.#measured = { width, blocks: count, bottom: bottomOf(count) };
    return count === blocks.length;
  }

  /** Whether any that had been measured stood elsewhere since this was asked last. */
  takeMoves(): boolean {
    const moved = this.#haveMoved;
    this.#haveMoved = false;
    return moved;
  }

  /** @returns where passages begin; null: that is not known, as the passage is not in the text */
  places(): (annotation: Annotation) => number | null {
    const ahead = this.#ahead();
    return ({ id, target }) => this.#tops.get(id) ?? ahead?.(target[0].start) ?? null;
  }

  /** Where the words that are not drawn yet will be, about; null: all are. */
  #ahead(): ((offset: number) => number) | null {
    const stretch = aheadIn(this.#text);
    if (!this.#text || !stretch) return null;
    const [from, to] = [Number(stretch.dataset.from), Number(stretch.dataset.to)];
    const { top, height } = stretch.getBoundingClientRect();
    const begin = top - this.#text.getBoundingClientRect().top;
    return (offset) => begin + (height * (offset - from)) / Math.max(1, to - from);
  }
}
