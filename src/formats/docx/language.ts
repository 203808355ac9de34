import type { IRunOptions } from 'docx';
import { directionOf } from '../../core/language-tag';

const EAST_ASIAN = new Set(['zh', 'ja', 'ko']);

/**
 * A language as Word takes it: with a region, and named for the letters it is written in.
 * @param tag BCP 47; one that is none counts as English
 */
export function wordLanguage(tag: string): NonNullable<IRunOptions['language']> {
  const { language, region } = localeOf(tag);
  const name = region === undefined ? language : `${language}-${region}`;
  return {
    value: name,
    ...(EAST_ASIAN.has(language) && { eastAsia: name }),
    ...(directionOf(tag) === 'rtl' && { bidirectional: name }),
  };
}

function localeOf(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return new Intl.Locale('en-US');
  }
}
