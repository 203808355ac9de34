import { expect, test } from 'vitest';
import { quotation } from './quotation';

test('a quotation names its source', () => {
  const source = { agency: 'BelTA', place: 'Minsk', date: '2025-01-30', address: 'https://eng.belta.by/x' };
  expect(quotation({ title: 'Trade', source }, ' rose 21% ', 'en')).toBe(
    '“rose 21%”\n— BelTA, Minsk, 30 January 2025, https://eng.belta.by/x',
  );
});

test('where no source is known, the title says where it comes from; without a title the words stand alone', () => {
  expect(quotation({ title: 'Trade', source: {} }, 'rose', 'en')).toBe('“rose”\n— Trade');
  expect(quotation({ title: ' ', source: {} }, 'rose', 'en')).toBe('“rose”');
});
