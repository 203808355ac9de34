import { expect, it } from 'vitest';
import { languageTag } from './language-tag';

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
