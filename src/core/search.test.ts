import { describe, expect, it } from 'vitest';
import { newNote } from './note';
import { byLastChange, fold, holdsAll, queryWords, searchedText } from './search';

describe('fold', () => {
  it.each([
    ['Élan Über ŁÓDŹ Straße', 'elan uber lodz strasse'],
    ['ЁЛКА', 'елка'],
    ['Йод і воўк, їжак', 'йод і воўк, їжак'],
    ['и\u0306', 'й'],
    ['“Belarus’” – «ок»', '"belarus\'" - "ок"'],
    ['İSTANBUL', 'istanbul'],
    ['Ά ώ', 'α ω'],
    ['сотруд\u00adничество', 'сотрудничество'],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('the text that a note is searched by', () => {
  const found = (text: string, query: string): boolean =>
    holdsAll(searchedText(newNote('0note000', '2026-01-01T00:00:00.000Z', { text })), queryWords(query));

  it('reads over marks of Markdown', () => {
    expect(found('the **imp**ort\\-tax of `MAZ`', 'import-tax maz')).toBe(true);
    expect(found('snake\\_case and _stress_', 'snake_case stress')).toBe(true);
    expect(found('see &#58;&#47; there', ':/')).toBe(true);
    expect(found('![alt](data:image/png;base64,QUJDREVGRw==)', 'qujd')).toBe(false);
  });

  it('is found by parts of words, all of them', () => {
    expect(found('Vologda Oblast\u00a0trade', 'olog trade')).toBe(true);
    expect(found('Vologda Oblast', 'vologda trade')).toBe(false);
  });
});

it('the list is in the order of the last change', () => {
  const notes = [
    { id: 'a', updated: '2026-01-01' },
    { id: 'b', updated: '2026-01-02' },
    { id: 'c', updated: '2026-01-01' },
  ];
  expect(notes.sort(byLastChange).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
});
