import { monthNumber } from './months';

/** What the beginning of a wire report says of where it comes from. */
export interface Dateline {
  /** As printed, to its end: `MINSK, 30 January (BelTA) –`. */
  readonly printed: string;
  readonly agency: string;
  readonly place: string | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly year: number | null;
}

const DASH = '(?:-{1,2}|[–—])';
/** A place: words with hyphens, slashes, full stops, a state or country behind a comma, brackets; never digits. */
const PLACE = String.raw`(?<place>[\p{L}][\p{L}\p{M}'’ʼ./\- ]{1,50}?(?:, [\p{L}][\p{L}\p{M}.' ]{1,30}?)?(?: \([\p{L} ]{2,30}\))?)`;
const DAY = String.raw`(?<day>\d{1,2})`;
const MONTH = String.raw`(?<month>[\p{L}]{3,12}\.?)`;
const AGENCY = String.raw`\((?<agency>[\p{L}][\p{L}\p{N}.& -]{1,30})\)`;
const DAY_MONTH = `${DAY} ${MONTH}`;
const MONTH_DAY = `${MONTH} ${DAY}`;

/** What may stand before a dateline: `(LEAD)`, `(2nd LD)`, `(ATTN: …)`. */
const BEFORE = String.raw`(?:\((?:\d?\d?(?:st|nd|rd|th)? ?LEAD|\d?\d?(?:st|nd|rd|th)? ?LD|ATTN:[^)]{0,80}|URGENT|NEWS FOCUS)\) )*`;

interface Form {
  readonly pattern: RegExp;
  /** Where the form itself names the agency. */
  readonly agency?: string;
  /** The place is not to be trusted unless it is spelled like one: the form has no date to tell it from running text. */
  readonly undated?: true;
}

const form = (source: string, agency?: string, undated?: true): Form => ({
  pattern: new RegExp(`^${BEFORE}${source}`, 'u'),
  ...(agency !== undefined && { agency }),
  ...(undated && { undated }),
});

/** The forms of the agencies, tried in this order (docs/note-format.md names an example of each). */
const FORMS: readonly Form[] = [
  form(String.raw`${DAY_MONTH}, ${PLACE} /[^/]{0,60}(?:БЕЛТА|БелТА)/\.`, 'БелТА'),
  form(String.raw`${PLACE}, (?:${DAY_MONTH})\.? ?/(?<agency>[\p{L}]{2,20})/\.`),
  form(String.raw`${PLACE}, (?:${MONTH_DAY})\.? ?/(?<agency>[\p{L}]{2,20})/\.`),
  form(String.raw`${PLACE}, ${DAY_MONTH} ?${DASH} ?РИА Новости\.`, 'РИА Новости'),
  form(String.raw`(?:${PLACE}\. )?${DAY_MONTH}\. INTERFAX\.RU ?${DASH}`, 'Interfax'),
  form(
    String.raw`${PLACE}\. (?:${MONTH_DAY}|(?<day2>\d{1,2}) (?<month2>[\p{L}]{3,12}\.?)) \((?<agency>Interfax|Интерфакс)\) ?${DASH}`,
  ),
  form(
    String.raw`\(ANSA\) ?${DASH} ?${PLACE}, (?:${DAY_MONTH}|(?<month2>[\p{L}]{3,12}\.?) (?<day2>\d{1,2})) ?${DASH}`,
    'ANSA',
  ),
  form(String.raw`${PLACE}, ${MONTH_DAY}(?:, (?<year>\d{4}))? ${AGENCY}(?:\.? ?${DASH}|\.)`),
  form(String.raw`${PLACE}, ${DAY_MONTH}(?: (?<year>\d{4}))? ${AGENCY}(?:\.? ?${DASH}|\.)`),
  form(String.raw`(?<day>\d{1,2})\.(?<monthNumber>\d{1,2})\.(?<year>\d{4}), ${PLACE} ${AGENCY} ?${DASH}`),
  form(`${PLACE} ${AGENCY} ?${DASH}`, undefined, true),
  form(
    String.raw`新华社(?<place>\p{Script=Han}{2,8}?)(?<monthNumber>\d{1,2})月(?<day>\d{1,2})日电`,
    '新华社',
  ),
  form(String.raw`【(?<place>[\p{L}]{1,12})共同】`, '共同通信'),
  form(String.raw`\((?<place>\p{Script=Hangul}{2,8})=연합뉴스\)[^=]{0,40}=`, '연합뉴스'),
];

/** Agencies that print datelines without a date, as they spell themselves. */
const UNDATED = new Set([
  'Reuters',
  'AP',
  'AFP',
  'Xinhua',
  'dpa',
  'PAP',
  'AA',
  'EFE',
  'ANSA',
  'Kyodo',
  'Yonhap',
  'BelTA',
  'TASS',
  'Interfax',
]);
/** Those of them that do not print places in capitals. */
const MIXED_CASE = new Set(['AFP', 'dpa', 'PAP', 'EFE']);

const SPELLING: ReadonlyMap<string, string> = new Map([
  ['belta', 'BelTA'],
  ['белта', 'БелТА'],
  ['ansa', 'ANSA'],
  ['interfax', 'Interfax'],
]);

/**
 * Reads the dateline at the start of a paragraph. Conservative: whatever is not clearly one is none.
 * @param paragraph plain text
 */
export function readDateline(paragraph: string): Dateline | null {
  // Full-width digits and no-break spaces count as what they look like; both are as long.
  const start = paragraph
    .slice(0, 240)
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  for (const { pattern, agency, undated } of FORMS) {
    const match = pattern.exec(start);
    if (!match?.groups) continue;
    const found = match.groups;
    const named = agency ?? found.agency ?? '';
    const place = found.place?.trim() ?? null;
    if (undated && !isUndatedDateline(place ?? '', named)) continue;
    const month = found.monthNumber
      ? Number(found.monthNumber)
      : monthNumber(found.month ?? found.month2 ?? '');
    const day = Number(found.day ?? found.day2 ?? 0);
    const isDated = found.day !== undefined || found.day2 !== undefined;
    if (isDated && (month === null || month < 1 || month > 12 || day < 1 || day > 31)) continue;
    return {
      printed: paragraph.slice(0, match[0].length).trim(),
      agency: SPELLING.get(named.toLowerCase()) ?? named,
      place: place === null ? null : inTitleCase(place, named === 'AA' ? 'tr' : undefined),
      month: isDated ? month : null,
      day: isDated ? day : null,
      year: found.year ? Number(found.year) : null,
    };
  }
  return null;
}

/** "Federal Police (AFP) -" is not a place, "MADRID (AFP) -" and "Frankfurt/Main (dpa) -" are. */
function isUndatedDateline(place: string, agency: string): boolean {
  if (!UNDATED.has(agency) || place.split(/\s+/).length > 4) return false;
  const [city = ''] = place.split(/, | \(/);
  if (city.length > 1 && city === city.toUpperCase()) return true;
  const oneName =
    /^(?:(?:San|Santa|São|Sankt|St\.|Bad|New|Los|Las|El|La|Le|Den|Rio de|Tel|Hong|Abu|Kuala|Buenos|Addis|Port) )?\p{Lu}[\p{L}’'./-]+$/u;
  return MIXED_CASE.has(agency) && oneName.test(city);
}

/** `НЬЮ-ЙОРК` is `Нью-Йорк`; what is not in capitals stays. */
function inTitleCase(place: string, language: string | undefined): string {
  return place.replace(/\p{L}[\p{L}\p{M}’']*/gu, (word) =>
    word.length > 1 && word === word.toLocaleUpperCase(language)
      ? word.slice(0, 1) + word.slice(1).toLocaleLowerCase(language)
      : word,
  );
}
