import { isoDay, monthNumber } from './months';

/** The first year that a wire report here is looked for. */
const EARLIEST = 1990;

/**
 * The day of a dateline that prints no year. In this order:
 * 1. the first such day after the latest period of months that the text looks back on ("In January–November 2024 trade grew") and
 *    not before the latest year that it tells of, because figures are reported when their period is over;
 * 2. the last such day in the year for which the text announces something ("will continue in 2025"), because it is not over yet;
 * 3. the last such day that is not after today.
 * None of them is ever later than today.
 * @param text plain text of the report
 * @param today ISO 8601 day
 * @returns ISO 8601 day, or null where no year has such a day
 */
export function inferDay(month: number, day: number, text: string, today: string): string | null {
  const thisYear = Number(today.slice(0, 4));
  const possible: string[] = [];
  for (let year = EARLIEST; year <= thisYear; year += 1) {
    const date = isoDay(year, month, day);
    if (date !== null && date <= today) possible.push(date);
  }
  const period = latestPeriod(text);
  const { told, announced } = yearsNamed(text, thisYear);
  // A report that tells of a later year than the period is not older than that year.
  const after = [period ?? '', told === null ? '' : `${told - 1}-12-31`].sort().at(-1) ?? '';
  const afterPeriod = period === null ? undefined : possible.find((date) => date > after);
  const beforeAnnounced =
    announced === null ? undefined : possible.findLast((date) => Number(date.slice(0, 4)) <= announced);
  return afterPeriod ?? beforeAnnounced ?? possible.at(-1) ?? null;
}

/** `January-November 2024`, `январе–ноябре 2024`: the last day of the latest such period, ISO 8601. */
function latestPeriod(text: string): string | null {
  const ends = [...text.matchAll(/(\p{L}{3,12})\s?[-–—]\s?(\p{L}{3,12})\s(\d{4})(?!\d)/gu)].flatMap(
    ([, from = '', to = '', year = '']) => {
      const [first, last] = [monthOf(from), monthOf(to)];
      return first === null || last === null || first >= last
        ? []
        : [new Date(Date.UTC(Number(year), last, 0)).toISOString().slice(0, 10)];
    },
  );
  return ends.sort().at(-1) ?? null;
}

/** In running Russian and Belarusian text months stand in the prepositional case: `январе` for `января`. */
const monthOf = (word: string): number | null =>
  monthNumber(word) ??
  monthNumber(word.replace(/е$/u, 'я')) ??
  monthNumber(word.replace(/е$/u, 'а')) ??
  monthNumber(word.replace(/і$/u, 'я')) ??
  monthNumber(word.replace(/у$/u, 'а'));

const FUTURE =
  /(?<!\p{L})(?:will|plans? to|is to|are to|expects? to|будет|будут|планиру\p{L}+|продолж(?:ит|ат)(?:ся)?|намерен\p{L}{0,2}|предстоит|будзе|будуць|плану\p{L}+|працягн\p{L}+)(?!\p{L})/iu;

/** The latest year that something is told of, and the earliest that something is announced for. */
function yearsNamed(text: string, thisYear: number): { told: number | null; announced: number | null } {
  let [told, announced]: [number | null, number | null] = [null, null];
  for (const sentence of text.split(/(?<=[.!?…]["”»]?)\s/u)) {
    const years = [...sentence.matchAll(/(?<![\d-])(?:19|20)\d{2}(?![\d-])/g)].map(([year]) => Number(year));
    if (years.length === 0) continue;
    if (FUTURE.test(sentence)) announced = Math.min(announced ?? Number.POSITIVE_INFINITY, ...years);
    else told = Math.max(told ?? 0, ...years.filter((year) => year <= thisYear)) || null;
  }
  return { told, announced };
}
