import type { Annotation } from '../../../core/schema';

/** In CSS pixels, as margin.css has them: a line of words and what holds about so many characters, and what stands around them. */
const LINE = 19;
const LINE_LENGTH = 30;
const CARD = 51;
const REPLY = 30;
const STATE = 23;

/** About how tall a card will be, until it is drawn and measured; in CSS pixels. */
export function estimatedHeight({ comment, replies, state }: Annotation): number {
  const words = [comment, ...replies.map((reply) => reply.comment)];
  const lines = words
    .flatMap((each) => each.split('\n'))
    .map(({ length }) => Math.ceil(length / LINE_LENGTH));
  const sum = lines.reduce((all, each) => all + each, 0);
  return CARD + sum * LINE + replies.length * REPLY + (state === 'exact' ? 0 : STATE);
}
