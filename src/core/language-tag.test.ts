import { expect, it } from 'vitest';
import { directionOf, languageTag } from './language-tag';

it.each([
  ['en', 'en'],
  ['en_US', 'en-US'],
  [' be-by ', 'be-BY'],
  ['zh_Hant_TW', 'zh-Hant-TW'],
  ['', null],
  ['Russian, mostly', null],
])('%j is the language %j', (given, tag) => {
  expect(languageTag(given)).toBe(tag);
});

it.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['fa-IR', 'rtl'],
  ['uz-Arab', 'rtl'],
  ['uz', 'ltr'],
  ['he', 'rtl'],
  ['not a tag', 'ltr'],
])('%j is written %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});
