import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from './mentions';

const tagsIn = (text: string) => partsOf(text).flatMap(({ tag }) => (tag === null ? [] : [tag]));

test('tags are mentioned with a number sign', () => {
  expect(tagsIn('See #trade/exports and #region, not#this.')).toEqual(['trade/exports', 'region']);
  expect(tagsIn('Смотри #торговля/экспорт.')).toEqual(['торговля/экспорт']);
  expect(tagsIn('#1 of 3, C# and &#39; are none; https://x.org/#part neither')).toEqual([]);
});

test('the parts together are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('#', 'a', '/', ' ', 'ж', '1', '😀') }), (text) => {
      expect(
        partsOf(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
