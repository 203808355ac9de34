import { type Decimal, isLess, negative, sum, timesTen } from './decimal';
import type { Reading } from './figure';
import { readMultiplier } from './multipliers';
import { type DecimalMark, type NumberReading, readNumber } from './number-literal';
import { readNumberWords } from './number-words';
import { afterSpaces, DASH, matchAt, SPACE } from './spaces';
import { readCurrencyBefore, readUnit, type Unit } from './units';

/** A number with its multipliers: 1,5 млн; 2 million 300 thousand. */
interface Scaled {
  readonly end: number;
  readonly amount: Decimal;
  /** Of its multiplier, 0: none. */
  readonly power: number;
  readonly bare: boolean;
  readonly isOne: boolean;
}

const ORDINAL =
  /(?:st|nd|rd|th)(?![\p{L}\p{N}])|[-‑](?:й|го|му|м|я|ю|ой|е|х|ы|га|ай|ей|ую|ым|ых|ми|ці)(?![\p{L}\p{N}])|[-‑](?:лет(?:и[еяюй]|ием|ии|иями?)|годдз[еяю]|годдзем)(?![\p{L}\p{N}])/uy;
const DECADE = /(?:s|[-‑](?:е|х|ые|ых|я|ых))(?![\p{L}\p{N}])/uy;
const HYPHEN_TO = new RegExp(`${SPACE}?${DASH}${SPACE}?`, 'uy');
const WORD_TO = new RegExp(`${SPACE}(?:to|до|да)${SPACE}`, 'iuy');
const AND = new RegExp(`${SPACE}(?:and|и|і|й)${SPACE}`, 'iuy');
const BETWEEN = /(?:^|[^\p{L}])(?:between|между|паміж)[ \u00a0][^\d\p{L}]{0,3}$/iu;
const FROM = /(?:^|[^\p{L}])(?:from|с|со|от|з|са|ад)[ \u00a0][^\d\p{L}]{0,3}$/iu;
const NUMBER_SIGN =
  /(?:№|(?:^|[^\p{L}])(?:No\.?|Nos\.|pages?|p\.|pp\.|articles?|art\.|chapter|section|item|paragraph|para|table|figure|fig\.|annex|стать[яиею]|ст\.|пункт[аеу]?|стр\.|с\.|страниц[аеу]|глав[аеу]|таблиц[аеу]|рис\.|приложени[ея]))[ \u00a0\u202f]?$/iu;
/** Signs between a number and its minus would be a range or a name; only these stand before a negative number. */
const MINUS = /(?:^|[\s(«“"\u00a0:])[-–−]$/u;

/**
 * Reads a number with its currency, multiplier and unit; a range is one reading.
 * @param at where its first digit, word or currency sign stands
 * @param mark decides 1,500 (`number-literal.ts`)
 */
export function readQuantity(text: string, at: number, mark: () => DecimalMark): Reading | null {
  const currency = readCurrencyBefore(text, at);
  const from = currency?.end ?? at;
  const low = readScaled(text, from, mark, currency !== null);
  if (!low) return null;
  const amount = signed(text, at, low);
  const row = low.bare && !currency ? readRow(text, at, low) : null;
  if (row) return row;
  const own = currency ?? readUnit(text, low.end);
  const lowEnd = currency ? low.end : (own?.end ?? low.end);
  const range = readRange(text, at, { ...low, end: lowEnd }, own?.unit ?? null, currency !== null, mark);
  if (range) return range;
  if (isGlued(text, lowEnd)) return null;
  if (own) return quantity(lowEnd, own.unit, amount);
  if (low.isOne) return low.power > 0 ? quantity(low.end, 'count', amount) : null;
  const shared = readUnitOfLater(text, at, low, mark);
  if (shared) return quantity(low.end, shared, amount);
  const isNumbered = low.bare && NUMBER_SIGN.test(text.slice(Math.max(0, at - 14), at));
  return quantity(low.end, isNumbered ? 'number' : 'count', amount);
}

const quantity = (end: number, unit: Unit, amount: Decimal, to: Decimal | null = null): Reading => ({
  end,
  value: { kind: 'quantity', unit, amount, to },
});

const signed = (text: string, at: number, { amount }: Scaled): Decimal =>
  MINUS.test(text.slice(Math.max(0, at - 2), at)) ? negative(amount) : amount;

/** `3D` and `1990x` are names, `5-член…` is not. */
const isGlued = (text: string, end: number): boolean => /^[\p{L}\p{N}_]/u.test(text.slice(end, end + 2));

/** A place in a row, or a decade: 80th, 80-я, 80-летие; 1990s, 1990-е. */
function readRow(text: string, at: number, { end, amount }: Scaled): Reading | null {
  const decade = /^(?:1[89]|20)\d0$/.test(text.slice(at, end)) ? matchAt(DECADE, text, end) : null;
  if (decade) return quantity(end + decade[0].length, 'decade', amount);
  const ordinal = matchAt(ORDINAL, text, end);
  return ordinal && quantity(end + ordinal[0].length, 'ordinal', amount);
}

function readScaled(text: string, at: number, mark: () => DecimalMark, isMoney: boolean): Scaled | null {
  const isDigit = /\d/.test(text[at] ?? '');
  const words = isDigit ? null : readNumberWords(text, at);
  const number = isDigit ? readNumber(text, at, mark) : words && { ...words, bare: false };
  if (!number) return null;
  const isOne = words?.isOne ?? false;
  const multiplier = readMultiplier(text, number.end, isMoney);
  if (!multiplier) {
    // `5m tonnes` are millions, `5m` alone are metres.
    const million = readAttachedMillion(text, number);
    return million
      ? { end: number.end + 1, amount: timesTen(number.amount, 6), power: 6, bare: false, isOne }
      : { ...number, power: 0, isOne };
  }
  const amount = timesTen(number.amount, multiplier.power);
  const rest = readSmaller(text, multiplier.end, multiplier.power, mark);
  return rest
    ? { end: rest.end, amount: sum(amount, rest.amount), power: multiplier.power, bare: false, isOne }
    : { end: multiplier.end, amount, power: multiplier.power, bare: false, isOne };
}

/** What goes on after a multiplier with a smaller one: 1 млн `250 тыс.` */
function readSmaller(
  text: string,
  at: number,
  below: number,
  mark: () => DecimalMark,
): { end: number; amount: Decimal } | null {
  const from = afterSpaces(text, at);
  if (from === at || !/\d/.test(text[from] ?? '')) return null;
  const number = readNumber(text, from, mark);
  const multiplier = number && readMultiplier(text, number.end, false);
  if (!number || !multiplier || multiplier.power >= below) return null;
  return { end: multiplier.end, amount: timesTen(number.amount, multiplier.power) };
}

function readAttachedMillion(text: string, { end }: NumberReading | { readonly end: number }): boolean {
  if (text[end] !== 'm') return false;
  const unit = readUnit(text, end + 1);
  return unit !== null && unit.end > end + 2;
}

/** `10–12 %`, `$1.5–2 billion`, `10 to 12 per cent`, `between 10 and 12 per cent`. */
function readRange(
  text: string,
  at: number,
  low: Scaled,
  unit: Unit | null,
  isMoney: boolean,
  mark: () => DecimalMark,
): Reading | null {
  const before = text.slice(Math.max(0, at - 12), at);
  const isBetween = BETWEEN.test(before);
  const link =
    matchAt(HYPHEN_TO, text, low.end) ??
    (isBetween ? matchAt(AND, text, low.end) : null) ??
    (unit === null && !FROM.test(before) ? matchAt(WORD_TO, text, low.end) : null) ??
    (isMoney && !FROM.test(before) ? matchAt(WORD_TO, text, low.end) : null);
  if (!link) return null;
  const from = low.end + link[0].length;
  const currency = readCurrencyBefore(text, from);
  const high = readScaled(text, currency?.end ?? from, mark, isMoney || currency !== null);
  if (!high) return null;
  const own = currency ?? readUnit(text, high.end);
  const end = currency || !own ? high.end : own.end;
  if (unit !== null && !isMoney && own?.unit !== unit) return null;
  if (unit !== null && isMoney && own !== null && own.unit !== unit) return null;
  if (isGlued(text, end) || (/\p{L}/u.test(link[0]) && !own && !isMoney && high.power === 0)) return null;
  const scaled = low.power === 0 ? timesTen(low.amount, high.power) : low.amount;
  const amount = isLess(scaled, high.amount) ? scaled : low.amount;
  if (!isLess(amount, high.amount)) return null;
  return quantity(end, unit ?? own?.unit ?? 'count', amount, high.amount);
}

/** The unit of a number that stands with another one: from `10` to 12 per cent. */
function readUnitOfLater(text: string, at: number, low: Scaled, mark: () => DecimalMark): Unit | null {
  if (!FROM.test(text.slice(Math.max(0, at - 12), at))) return null;
  const link = matchAt(WORD_TO, text, low.end);
  if (!link) return null;
  const from = low.end + link[0].length;
  const currency = readCurrencyBefore(text, from);
  const high = readScaled(text, currency?.end ?? from, mark, currency !== null);
  if (!high || (low.power === 0 && high.power > 0)) return null;
  return currency?.unit ?? readUnit(text, high.end)?.unit ?? null;
}
