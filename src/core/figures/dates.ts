import type { PartialDate, Reading } from './figure';
import { MONTH, monthOf } from './months';
import { readMultiplier } from './multipliers';
import { BARE_QUARTER, HALF, halfOf, QUARTER, quarterOf } from './quarters';
import { DASH, matchAt, SPACE, WORD_END, withoutLastStop } from './spaces';
import { readUnit } from './units';

const S = SPACE;
const TO = `(?:${S}?${DASH}${S}?|${S}(?:to|through|по|до|па|да)${S})`;
const DAY = '(0?[1-9]|[12]\\d|3[01])';
const YEAR = '([12]\\d{3})(?!\\d|[.,]\\d)';
const NTH = `(?:st|nd|rd|th|[-‑]?(?:го|е|га))?`;
const OF = `${S}(?:of${S})?`;
const COMMA = `,?${S}`;
/** What Russian and Belarusian put after a year. */
const G = `(?:${S}?(?:гг?\\.|год(?:ы|а|у|ом|ах|оў|ов|зе)?${WORD_END}|(?:г|гг)${WORD_END}))`;
const AFTER_YEAR = `${G}?`;
const PART_OF = `,?${S}(?:of${S})?`;

type Read = (groups: readonly (string | undefined)[]) => readonly PartialDate[] | null;

interface Form {
  readonly pattern: RegExp;
  readonly read: Read;
  /** It ends in a day, which may be the amount of something else: `In January 25 tonnes`. */
  readonly endsInDay?: true;
}

const form = (source: string, read: Read, endsInDay?: true): Form => ({
  pattern: new RegExp(source, 'uy'),
  read,
  ...(endsInDay && { endsInDay }),
});

/** The forms of a date, the longest first. */
const FORMS: readonly Form[] = [
  form(`${QUARTER}(?:${PART_OF}${YEAR}${AFTER_YEAR})?`, ([all, year]) =>
    partOfYear(year, quarterOf(all ?? ''), 3),
  ),
  form(`${BARE_QUARTER}${PART_OF}${YEAR}${AFTER_YEAR}`, ([all, year]) =>
    partOfYear(year, quarterOf(all ?? ''), 3),
  ),
  form(`${HALF}${PART_OF}${YEAR}${AFTER_YEAR}`, ([all, year]) => partOfYear(year, halfOf(all ?? ''), 6)),
  form('([12]\\d{3})-(\\d\\d)-(\\d\\d)(?!\\d)', ([, year, month, day]) => [date(year, Number(month), day)]),
  form(`(\\d{1,2})\\.(\\d{1,2})\\.${YEAR}${AFTER_YEAR}`, ([, day, month, year]) => [
    date(year, Number(month), day),
  ]),
  form('([0-3]\\d)\\.([01]\\d)\\.(\\d\\d)(?!\\d|[.,]\\d)', ([, day, month, year = '']) => [
    date(`${Number(year) < 50 ? 20 : 19}${year}`, Number(month), day),
  ]),
  form(
    `${DAY}${NTH}${OF}(${MONTH})(?:${COMMA}${YEAR}${AFTER_YEAR})?${TO}${DAY}${NTH}${OF}(${MONTH})(?:${COMMA}${YEAR}${AFTER_YEAR})?`,
    ([, day1, month1, year1, day2, month2, year2]) => [
      named(year1 ?? year2, month1, day1),
      named(year2, month2, day2),
    ],
  ),
  form(
    `${DAY}${NTH}${TO}${DAY}${NTH}${OF}(${MONTH})(?:${COMMA}${YEAR}${AFTER_YEAR})?`,
    ([, day1, day2, month, year]) => [named(year, month, day1), named(year, month, day2)],
  ),
  form(`${DAY}${NTH}${OF}(${MONTH})(?:${COMMA}${YEAR}${AFTER_YEAR})?`, ([, day, month, year]) => [
    named(year, month, day),
  ]),
  form(`(${MONTH})${TO}(${MONTH})(?:${COMMA}|${S}of${S})${YEAR}${AFTER_YEAR}`, ([, month1, month2, year]) => [
    named(year, month1, undefined),
    named(year, month2, undefined),
  ]),
  form(`(${MONTH})(?:${COMMA}|${S}of${S})${YEAR}${AFTER_YEAR}`, ([, month, year]) => [
    named(year, month, undefined),
  ]),
  form(
    `(${MONTH})${S}${DAY}(?:st|nd|rd|th)?${TO}${DAY}(?:st|nd|rd|th)?(?!\\d|[.,]\\d)(?:${COMMA}${YEAR})?`,
    ([, month, day1, day2, year]) => [named(year, month, day1), named(year, month, day2)],
    true,
  ),
  form(
    `(${MONTH})${S}${DAY}(?:st|nd|rd|th)?(?!\\d|[.,]\\d)(?:${COMMA}${YEAR})?`,
    ([, month, day, year]) => (/^\p{Script=Latin}/u.test(month ?? '') ? [named(year, month, day)] : null),
    true,
  ),
  form(`([12]\\d{3})/(\\d\\d)(?!\\d)${AFTER_YEAR}`, ([, year = '', later = '']) => {
    const next = year.slice(0, 2) + later;
    return Number(next) === Number(year) + 1 ? [yearOnly(year), yearOnly(next)] : null;
  }),
  form(`([12]\\d{3})(?:${S}?${DASH}${S}?|/)${YEAR}${AFTER_YEAR}`, ([, year = '', next = '']) =>
    isRecent(year) && isRecent(next) && year < next ? [yearOnly(year), yearOnly(next)] : null,
  ),
];

/** A year that is written as such: `2025 года`. Other years are told by the words beside them (`years.ts`). */
const MARKED_YEAR = new RegExp(`([12]\\d{3})(?:${G}|[-‑](?:й|го|м|му|ый|ым|ага)(?:${G}|${WORD_END}))`, 'uy');

/**
 * Reads a date: a day, a month of a year, a span of days, months or years.
 * @param at where its first digit or the month's name stands
 */
export function readDate(text: string, at: number): Reading | null {
  for (const { pattern, read, endsInDay } of FORMS) {
    const match = matchAt(pattern, text, at);
    if (!match) continue;
    const dates = read(match);
    if (!dates?.every(isCalendarDate)) continue;
    const end = withoutLastStop(text, at + match[0].length);
    const [from, to = null] = dates;
    if (!from || (endsInDay && from.year === null && countsSomething(text, end))) continue;
    return { end, value: { kind: 'date', from, to } };
  }
  const marked = matchAt(MARKED_YEAR, text, at);
  if (!marked) return null;
  const end = withoutLastStop(text, at + marked[0].length);
  return { end, value: { kind: 'date', from: yearOnly(marked[1] ?? ''), to: null } };
}

/** A year alone. */
export const yearOnly = (year: string): PartialDate => ({ year: Number(year), month: null, day: null });

/** Years that a bare number may be. */
export const isRecent = (digits: string): boolean => /^(?:19|20)\d\d$/.test(digits);

/** The months of the nth part of a year. */
function partOfYear(year: string | undefined, nth: number, months: number): readonly PartialDate[] {
  return [date(year, (nth - 1) * months + 1, undefined), date(year, nth * months, undefined)];
}

const date = (year: string | undefined, month: number | null, day: string | undefined): PartialDate => ({
  year: year === undefined ? null : Number(year),
  month,
  day: day === undefined ? null : Number(day),
});

const named = (year: string | undefined, month: string | undefined, day: string | undefined): PartialDate =>
  date(year, monthOf(month ?? '') ?? 0, day);

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isCalendarDate({ year, month, day }: PartialDate): boolean {
  if (month === null) return true;
  const days = DAYS[month - 1] ?? 0;
  if (days === 0 || (day !== null && (day < 1 || day > days))) return false;
  return (
    day !== 29 || month !== 2 || year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
  );
}

const countsSomething = (text: string, end: number): boolean =>
  readMultiplier(text, end, false) !== null || readUnit(text, end) !== null;
