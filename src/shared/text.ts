import i18next from 'i18next';
import type { Details, Failure, Warning } from '../core/result';
import annotations from './locales/en/annotations.json';
import cli from './locales/en/cli.json';
import commands from './locales/en/commands.json';
import errors from './locales/en/errors.json';
import exporting from './locales/en/export.json';
import figures from './locales/en/figures.json';
import history from './locales/en/history.json';
import keys from './locales/en/keys.json';
import main from './locales/en/main.json';
import operations from './locales/en/operations.json';
import warnings from './locales/en/warnings.json';
import windowText from './locales/en/window.json';

/** The interface's language, BCP 47. */
export const language = 'en';

const translation = {
  annotations,
  cli,
  command: commands,
  error: errors,
  export: exporting,
  history,
  figures,
  keys,
  main,
  operation: operations,
  warning: warnings,
  window: windowText,
};

const texts = i18next.createInstance({
  lng: language,
  fallbackLng: 'en',
  resources: { en: { translation } },
  initAsync: false,
  interpolation: { escapeValue: false },
});
void texts.init();

/**
 * Words of the interface, in its language.
 * @param key path in the locale, `window.search-notes`
 * @param values what stands in it by name; `count` chooses the plural
 */
export function t(key: string, values: Details = {}): string {
  return texts.t(key, values);
}

/** What a person reads of a failure: what happened, what was kept, what to do next. */
export const failureText = ({ code, details }: Failure): string => t(`error.${code}`, details);

export const warningText = ({ code, details }: Warning): string => t(`warning.${code}`, details);
