import type { Annotation } from '../../../core/schema';

/** In CSS pixels, as margin.css has them: a line of words and what holds about so many characters, and what stands around them. */
const LINE = 19;
const LINE_LENGTH = 30;
const CARD = 51;
const REPLY = 30;
const STATE = 23;
const LOST = 40;
/** The words that are quoted: their lines, how many there are at most, and the space below them. */
const QUOTE_LINE = 18;
const QUOTE_LINES = 4;
const QUOTE = 4;

/** From so many cards is learnt. */
const LEARNT = 15;

interface Estimated {
  readonly annotation: Annotation;
  readonly height: number;
}

/** About how tall cards will be, until they are drawn and measured. */
export class EstimatedHeights {
  /** While a text is being typed its annotations are others with each key that is saved: most have the same words. */
  readonly #known = new Map<string, Estimated>();

  readonly #areQuoted: boolean;
  /** By how much the last ones that were measured were taller than reckoned from their words: most have a line of figures, or none has. */
  #errors: readonly number[] = [];
  #error = 0;

  /** @param areQuoted they show the words of their passages: they do not stand beside them */
  constructor(areQuoted: boolean) {
    this.#areQuoted = areQuoted;
  }

  /** @returns in CSS pixels */
  of(annotation: Annotation): number {
    const known = this.#known.get(annotation.id);
    if (known && (known.annotation === annotation || saysTheSame(known.annotation, annotation)))
      return known.height + this.#error;
    const height = heightOf(annotation) + (this.#areQuoted ? quoteOf(annotation) : 0);
    this.#known.set(annotation.id, { annotation, height });
    return height + this.#error;
  }

  /** Learns from a card that has been measured. */
  learn(id: string, height: number): void {
    const known = this.#known.get(id);
    if (!known) return;
    this.#errors = [...this.#errors, height - known.height].slice(-LEARNT);
    const sorted = this.#errors.toSorted((a, b) => a - b);
    this.#error = sorted[sorted.length >> 1] ?? 0;
  }
}

const saysTheSame = (a: Annotation, b: Annotation): boolean =>
  a.comment === b.comment &&
  a.state === b.state &&
  a.target[1].exact === b.target[1].exact &&
  a.replies.length === b.replies.length &&
  a.replies.every(({ comment }, index) => comment === b.replies[index]?.comment);

function heightOf({ comment, replies, state, quoted = '', target }: Annotation): number {
  const lines = replies.reduce((sum, reply) => sum + linesOf(reply.comment), linesOf(comment));
  const said = state === 'exact' ? 0 : state === 'orphan' ? LOST : STATE;
  // Both stand in a column beside a word.
  const compared = state === 'changed' ? (linesOf(quoted) + linesOf(target[1].exact)) * 1.3 : 0;
  return CARD + (lines + compared) * LINE + replies.length * REPLY + said;
}

const quoteOf = ({ target }: Annotation): number =>
  Math.min(QUOTE_LINES, Math.ceil(target[1].exact.length / LINE_LENGTH)) * QUOTE_LINE + QUOTE;

const linesOf = (words: string): number =>
  words.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / LINE_LENGTH), 0);
