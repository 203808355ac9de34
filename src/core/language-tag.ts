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
