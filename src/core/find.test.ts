import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIn, searchableText } from './find';
import { firstIndex } from './first-index';
import { fold } from './search';

const words = (text: string, query: string, matchCase = false): string[] =>
  findIn(searchableText(text, matchCase), query, matchCase).map(({ start, end }) => text.slice(start, end));

describe('findIn', () => {
  it('finds without regard to case and diacritics, from first to last, none over another', () => {
    expect(words('Tráde and trade, TRADE', 'trade')).toEqual(['Tráde', 'trade', 'TRADE']);
    expect(words('aaaa', 'aa')).toEqual(['aa', 'aa']);
    expect(words('Ёлка и елка, ЕЛКА', 'ёлка')).toEqual(['Ёлка', 'елка', 'ЕЛКА']);
  });

  it('finds letters that are written in two ways, with all their marks', () => {
    expect(words('Cafe\u0301s and cafés', 'café')).toEqual(['Cafe\u0301', 'café']);
    expect(words('мой и мои\u0306', 'мой')).toEqual(['мой', 'мои\u0306']);
    expect(words('мои', 'мой')).toEqual([]);
    expect(words('Straße, STRASSE', 'strasse')).toEqual(['Straße', 'STRASSE']);
    expect(words('ß', 's')).toEqual(['ß']);
    expect(words('İstanbul ve istanbul', 'istanbul')).toEqual(['İstanbul', 'istanbul']);
    expect(words('\u1112\u1161\u11ab and 한', '한')).toEqual(['\u1112\u1161\u11ab', '한']);
  });

  it('finds other quotation marks, dashes, soft hyphens and spaces', () => {
    expect(words('the ministry’s “plan” – now', 'ministry\'s "plan" - now')).toEqual([
      'ministry’s “plan” – now',
    ]);
    expect(words('pro\u00adcure\u00adment', 'procurement')).toEqual(['pro\u00adcure\u00adment']);
    expect(words('rose\u00a0by\n\na  fifth', 'rose by a fifth')).toEqual(['rose\u00a0by\n\na  fifth']);
    expect(words('one two', ' two ')).toEqual(['two']);
  });

  it('finds capitals alone where case counts', () => {
    expect(words('Aid for AID, aid', 'AID', true)).toEqual(['AID']);
    expect(words('ЕС и ес', 'ЕС', true)).toEqual(['ЕС']);
    expect(words('É’s e', "E's", true)).toEqual(['É’s']);
  });

  it('finds pictures and scripts without case', () => {
    expect(words('a 🇧🇾 b 👍🏽 c', '👍🏽')).toEqual(['👍🏽']);
    expect(words('出口增长，出口', '出口')).toEqual(['出口', '出口']);
  });

  it('finds nothing for nothing', () => {
    expect(words('words', '  ')).toEqual([]);
    expect(words('', 'words')).toEqual([]);
  });

  const texts = fc.string({
    unit: fc.constantFrom(
      ...[
        'a',
        'A',
        'ß',
        'é',
        'e',
        '\u0301',
        '\u00ad',
        ' ',
        '\n',
        '\u00a0',
        '’',
        "'",
        'İ',
        'й',
        'и',
        '\u0306',
      ],
      ...['Ё', '👍', '\u1112', '\u1161'],
    ),
    maxLength: 40,
  });

  it('finds what reads like the query, whatever the text', () => {
    const plain = (text: string): string => searchableText(text).folded.trim();
    fc.assert(
      fc.property(texts, texts, (text, query) => {
        let last = 0;
        for (const { start, end } of findIn(searchableText(text), query)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(plain(text.slice(start, end))).toContain(fold(query).replace(/\s+/g, ' ').trim());
          last = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a passage of the text at its own place', () => {
    fc.assert(
      fc.property(texts, texts, texts, (before, passage, after) => {
        fc.pre(passage.trim() !== '' && /^[^\p{M}\u00ad\s]$/u.test(passage[0] ?? ''));
        const text = `${before} ${passage} ${after}`;
        const { folded } = searchableText(text);
        const wanted = searchableText(passage).folded.trim();
        fc.pre(folded.indexOf(wanted) === folded.lastIndexOf(wanted));
        const [found] = findIn(searchableText(text), passage);
        expect(found?.start).toBe(before.length + 1);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('firstIndex', () => {
  it('finds the first that lies behind', () => {
    const numbers = [1, 3, 3, 8];
    expect(firstIndex(numbers, (each) => each >= 3)).toBe(1);
    expect(firstIndex(numbers, (each) => each > 8)).toBe(4);
    expect(firstIndex([], () => true)).toBe(0);
  });
});
