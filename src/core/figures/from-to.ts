import type { Figure } from './figure';

/** Two figures of which the text says that it is from the one to the other. */
export interface FromTo {
  /** Which of the figures the first is; the other is the next. */
  readonly at: number;
  /** Both as one range. */
  readonly range: Figure;
}

const FROM = /(?:^|[^\p{L}])(?:from|с|со|от|з|са|ад)[ \u00a0\u202f]\S{0,3}$/iu;
const TO = /^[ \u00a0\u202f](?:to|до|да)[ \u00a0\u202f]$/iu;

/**
 * The pairs of figures that say from what to what: a change, or a range in other words.
 * @param figures of the text, in their order
 */
export function fromToPairs(text: string, figures: readonly Figure[]): FromTo[] {
  return figures.flatMap((low, at): FromTo[] => {
    const high = figures[at + 1];
    const [a, b] = [low.value, high?.value];
    if (!high || a.kind !== 'quantity' || b?.kind !== 'quantity') return [];
    if (a.unit !== b.unit || a.to !== null || b.to !== null) return [];
    if (!TO.test(text.slice(low.end, high.start))) return [];
    if (!FROM.test(text.slice(Math.max(0, low.start - 12), low.start))) return [];
    const [start, end] = [low.start, high.end];
    const value = { ...a, to: b.amount };
    return [{ at, range: { start, end, written: text.slice(start, end), value, direction: null } }];
  });
}
