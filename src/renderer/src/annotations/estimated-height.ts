import type { Annotation } from '../../../core/schema';

/** In CSS pixels, as margin.css has them: a line of words and what holds about so many characters, and what stands around them. */
const LINE = 19;
const LINE_LENGTH = 30;
const CARD = 51;
const REPLY = 30;
const STATE = 23;

interface Estimated {
  readonly annotation: Annotation;
  readonly height: number;
}

/** About how tall cards will be, until they are drawn and measured. */
export class EstimatedHeights {
  /** While a text is being typed its annotations are others with each key that is saved: most have the same words. */
  readonly #known = new Map<string, Estimated>();

  /** @returns in CSS pixels */
  of(annotation: Annotation): number {
    const known = this.#known.get(annotation.id);
    if (known && (known.annotation === annotation || saysTheSame(known.annotation, annotation)))
      return known.height;
    const height = heightOf(annotation);
    this.#known.set(annotation.id, { annotation, height });
    return height;
  }
}

const saysTheSame = (a: Annotation, b: Annotation): boolean =>
  a.comment === b.comment &&
  a.state === b.state &&
  a.replies.length === b.replies.length &&
  a.replies.every(({ comment }, index) => comment === b.replies[index]?.comment);

function heightOf({ comment, replies, state }: Annotation): number {
  const lines = replies.reduce((sum, reply) => sum + linesOf(reply.comment), linesOf(comment));
  return CARD + lines * LINE + replies.length * REPLY + (state === 'exact' ? 0 : STATE);
}

const linesOf = (words: string): number =>
  words.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / LINE_LENGTH), 0);
