/**
 * The BCP 47 tag that is meant: `en_US` is `en-US`, `RU` is `ru`.
 * @returns null where it is none
 */
export function languageTag(given: string): string | null {
  try {
    return Intl.getCanonicalLocales(given.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** Scripts that run from right to left. */
const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

/** Which way a language is written. @param tag BCP 47; one that is none counts as English */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  try {
    return RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
