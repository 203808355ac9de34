import { isRecent } from './dates';
import { type Decimal, decimal, isLess, negative, sum, timesTen } from './decimal';
import type { Reading } from './figure';
import type { DecimalMark } from './number-literal';
import { readScaled, type Scaled } from './scaled';
import { DASH, matchAt, SPACE, WORD_END } from './spaces';
import { readCurrencyBefore, readUnit, type Unit } from './units';

const ORDINAL =
  /(?:st|nd|rd|th)(?![\p{L}\p{N}])|[-‑](?:й|го|му|м|я|ю|ой|е|х|ы|га|ай|ей|ую|ым|ых|ми|ці)(?![\p{L}\p{N}])|[-‑](?:лет(?:и[еяюй]|ием|ии|иями?)|годдз[еяю]|годдзем)(?![\p{L}\p{N}])/uy;
const DECADE = /(?:s|[-‑](?:е|х|ые|ых|я|ых))(?![\p{L}\p{N}])/uy;
const HYPHEN_TO = new RegExp(`-to-|${SPACE}?${DASH}${SPACE}?`, 'uy');
const WORD_TO = new RegExp(`${SPACE}(?:to|до|да)${SPACE}`, 'iuy');
const AND = new RegExp(`${SPACE}(?:and|и|і|й)${SPACE}`, 'iuy');
const BETWEEN = /(?:^|[^\p{L}])(?:between|между|паміж)[ \u00a0][^\d\p{L}]{0,3}$/iu;
const FROM = /(?:^|[^\p{L}])(?:from|с|со|от|з|са|ад)[ \u00a0][^\d\p{L}]{0,3}$/iu;
const NUMBER_SIGN =
  /(?:№|(?:^|[^\p{L}])(?:No\.?|Nos\.|pages?|p\.|pp\.|articles?|art\.|chapter|section|item|paragraph|para|table|figure|fig\.|annex|стать[яиею]|ст\.|пункт[аеу]?|стр\.|с\.|страниц[аеу]|глав[аеу]|таблиц[аеу]|рис\.|приложени[ея]))[ \u00a0\u202f]?$/iu;
/** `12 рублей 50 копеек`: what stands after the whole of money. */
const SMALL = new RegExp(
  `${SPACE}(?:(?:and|и|і)${SPACE})?(\\d{1,2})${SPACE}(?:cents?|цент\\p{L}{0,3}|коп(?:е[ейк]\\p{L}{0,3})?|кап(?:е[ейк]\\p{L}{0,3})?)${WORD_END}`,
  'iuy',
);
const SMALL_MONEY: ReadonlySet<Unit> = new Set(['rouble', 'RUB', 'BYN', 'USD', 'EUR']);
/** `12 and 15 per cent`, `8, 12 и 15 %`: what parts a number from the last of its list. */
const LISTED = new RegExp(`(?:,${SPACE}\\d+(?:[.,]\\d+)?)*,?${SPACE}(?:and|or|и|или|і|або)${SPACE}`, 'iuy');
/** Signs between a number and its minus would be a range or a name; only these stand before a negative number. */
const MINUS = /(?<=^|[\s(«“"\u00a0:])[-–−]$/u;
const MINUS_WORD = /(?<![\p{L}\p{M}\d])(?:minus|минус|мінус)[ \u00a0\u202f]$/iu;

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
  if (own) {
    const small = low.power === 0 && SMALL_MONEY.has(own.unit) ? matchAt(SMALL, text, lowEnd) : null;
    if (!small) return quantity(lowEnd, own.unit, amount);
    const whole = sum(low.amount, decimal('0', (small[1] ?? '').padStart(2, '0')));
    return quantity(lowEnd + small[0].length, own.unit, amount === low.amount ? whole : negative(whole));
  }
  if (low.isOne) return low.power > 0 ? quantity(low.end, 'count', amount) : null;
  const shared = readUnitOfLater(text, at, low, mark);
  if (shared) return quantity(low.end, shared, amount);
  return quantity(low.end, low.bare && isNumbered(text, at) ? 'number' : 'count', amount);
}

const quantity = (end: number, unit: Unit, amount: Decimal, to: Decimal | null = null): Reading => ({
  end,
  value: { kind: 'quantity', unit, amount, to },
});

const signed = (text: string, at: number, { amount }: Scaled): Decimal =>
  minusStart(text, at) < at ? negative(amount) : amount;

/** Where the minus before a number begins, a sign or the word; without one, where the number does. */
export function minusStart(text: string, at: number): number {
  const sign =
    MINUS.exec(text.slice(Math.max(0, at - 2), at)) ?? MINUS_WORD.exec(text.slice(Math.max(0, at - 8), at));
  return at - (sign?.[0].length ?? 0);
}

/** `3D` and `1990x` are names, `3:1` is a score, `5-член…` is neither. */
const isGlued = (text: string, end: number): boolean =>
  /^(?:[\p{L}\p{N}_]|:\d)/u.test(text.slice(end, end + 2));

/** A place in a row, or a decade: 80th, 80-я, 80-летие; 1990s, 1990-е. */
function readRow(text: string, at: number, { end, amount }: Scaled): Reading | null {
  const decade = /^(?:1[89]|20)\d0$/.test(text.slice(at, end)) ? matchAt(DECADE, text, end) : null;
  if (decade) return quantity(end + decade[0].length, 'decade', amount);
  const ordinal = matchAt(ORDINAL, text, end);
  return ordinal && quantity(end + ordinal[0].length, 'ordinal', amount);
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
  if (isGlued(text, end)) return null;
  if (/\p{L}/u.test(link[0]) && isRecent(text.slice(at, low.end)) && isRecent(text.slice(from, end)))
    return null;
  const scaled = low.power === 0 ? timesTen(low.amount, high.power) : low.amount;
  const amount = isLess(scaled, high.amount) ? scaled : low.amount;
  if (!isLess(amount, high.amount)) return null;
  return quantity(end, unit ?? own?.unit ?? 'count', amount, high.amount);
}

/** The unit of a number that stands with another one: from `10` to 12 per cent; `12` and 15 per cent. */
function readUnitOfLater(text: string, at: number, low: Scaled, mark: () => DecimalMark): Unit | null {
  const isFrom = FROM.test(text.slice(Math.max(0, at - 12), at));
  const isListed = low.power === 0 && !isRecent(text.slice(at, low.end)) && !isNumbered(text, at);
  const link =
    (isFrom ? matchAt(WORD_TO, text, low.end) : null) ?? (isListed ? matchAt(LISTED, text, low.end) : null);
  if (!link) return null;
  const from = low.end + link[0].length;
  const currency = isFrom ? readCurrencyBefore(text, from) : null;
  const high = readScaled(text, currency?.end ?? from, mark, currency !== null);
  if (!high || (low.power === 0 && high.power > 0)) return null;
  return currency?.unit ?? readUnit(text, high.end)?.unit ?? null;
}

const isNumbered = (text: string, at: number): boolean =>
  NUMBER_SIGN.test(text.slice(Math.max(0, at - 14), at));
