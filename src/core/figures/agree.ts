import { magnitude } from './decimal';
import type { Figure, FigureValue, PartialDate } from './figure';

/**
 * Whether a figure that was written says what a figure of the source says: the same kind, unit and value, not the opposite
 * direction. Rounded is not the same. A date may leave out what the source has, but an end of a span is not the span.
 */
export function agrees(written: Figure, source: Figure): boolean {
  const [a, b] = [written.value, source.value];
  switch (a.kind) {
    case 'quantity':
      return b.kind === 'quantity' && a.unit === b.unit && isSameAmount(a, b) && isSameWay(written, source);
    case 'date':
      return (
        b.kind === 'date' &&
        isPartOf(a.from, b.from) &&
        (a.to === null ? b.to === null : b.to !== null && isPartOf(a.to, b.to))
      );
    case 'written':
      return b.kind === 'written' && a.form === b.form && a.signs === b.signs;
  }
}

type Quantity = Extract<FigureValue, { kind: 'quantity' }>;

/** The same number, whatever it is a number of; the sign is left to the direction. */
export const isSameAmount = (a: Quantity, b: Quantity): boolean =>
  magnitude(a.amount) === magnitude(b.amount) && a.to === b.to;

/** A minus that stands on one side only must be said in words on the other: −5 % is a fall of 5 %. */
function isSameWay(a: Figure, b: Figure): boolean {
  const [minusA, minusB] = [hasMinus(a), hasMinus(b)];
  if (minusA !== minusB) return (minusA ? b : a).direction === 'down';
  return a.direction === null || b.direction === null || a.direction === b.direction;
}

const hasMinus = ({ value }: Figure): boolean => value.kind === 'quantity' && value.amount.startsWith('-');

const isPartOf = (part: PartialDate, whole: PartialDate): boolean =>
  (part.year === null || part.year === whole.year) &&
  (part.month === null || part.month === whole.month) &&
  (part.day === null || part.day === whole.day);

/**
 * Whether one date could be meant for the other: they have the same year, month or day somewhere, and say as much; or one is
 * a span and the other is not.
 */
export function areAlike(a: FigureValue, b: FigureValue): boolean {
  if (a.kind !== 'date' || b.kind !== 'date') return false;
  const parts = ({ from, to }: typeof a): PartialDate[] => (to ? [from, to] : [from]);
  const sharesAPart = parts(a).some((one) =>
    parts(b).some((other) => PARTS.some((part) => one[part] !== null && one[part] === other[part])),
  );
  return sharesAPart && (sayAsMuch(a, b) || (a.to === null) !== (b.to === null));
}

/** Whether two dates name the same parts: both a year, both a day of a month. */
export const sayAsMuch = (a: FigureValue, b: FigureValue): boolean =>
  a.kind === 'date' &&
  b.kind === 'date' &&
  PARTS.every((part) => (a.from[part] === null) === (b.from[part] === null));

const PARTS = ['year', 'month', 'day'] as const;
