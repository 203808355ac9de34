import { languageTag } from './language-tag';

/**
 * A day in the words of a language: `30 January 2025`.
 * @param day ISO 8601 calendar day, or a moment of which the day counts
 * @param language BCP 47; one that is not valid counts as English
 */
export function formatDay(day: string, language: string, month: 'long' | 'short' = 'long'): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  // Plain `en` would put the month first.
  const locale = language === 'en' ? 'en-GB' : (languageTag(language) ?? 'en-GB');
  const options = { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' } as const;
  return formatterOf(`${locale} ${month}`, () => new Intl.DateTimeFormat(locale, options)).format(date);
}

/** Making one takes far longer than using it, and a pack has thousands of days in two or three languages. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const formatter = formatters.get(key) ?? make();
  formatters.set(key, formatter);
  return formatter;
}
