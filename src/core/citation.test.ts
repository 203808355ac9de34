import { describe, expect, it } from 'vitest';
import { citationOf } from './citation';
import type { Source } from './schema';
import type { SetInline } from './set-blocks';
import { CITATIONS, type Citation } from './vocabulary';

const SOURCE: Source = {
  agency: 'BelTA',
  place: 'Minsk',
  date: '2025-01-30',
  author: 'Anna Ivanova',
  address: 'https://example.org/a/trade',
  accessed: '2025-02-01',
};
const { author: _author, ...ANONYMOUS } = SOURCE;

/** As it is read, with what is set in italics between asterisks. */
const read = (inlines: readonly SetInline[]): string =>
  inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text.replaceAll('\u00a0', ' ');
      if (!('children' in inline)) return '?';
      return inline.type === 'emphasis' ? `*${read(inline.children)}*` : read(inline.children);
    })
    .join('');

const cited = (pattern: Citation, source: Source = ANONYMOUS, title = 'Trade up'): string =>
  read(citationOf({ title, source }, pattern, 'en'));

describe('a source with all that a pattern asks for', () => {
  it.each([
    [
      'gost-7-0-100',
      'Trade up. – Текст : электронный // BelTA : сайт. – 2025. – 30 января. – URL: https://example.org/a/trade (дата обращения: 01.02.2025).',
    ],
    [
      'gost-7-0-5',
      'Trade up // BelTA : сайт. 30.01.2025. URL: https://example.org/a/trade (дата обращения: 01.02.2025).',
    ],
    ['apa', 'BelTA. (2025, January 30). *Trade up*. https://example.org/a/trade'],
    ['chicago', '“Trade up,” BelTA, January 30, 2025, https://example.org/a/trade.'],
    ['oscola', '‘Trade up’ *BelTA* (30 January 2025) <https://example.org/a/trade> accessed 1 February 2025'],
  ] as const)('%s', (pattern, expected) => expect(cited(pattern)).toBe(expected));
});

describe('an author', () => {
  it.each([
    ['gost-7-0-100', /^Trade up \/ Anna Ivanova\. – Текст/],
    ['gost-7-0-5', /^Trade up \/ Anna Ivanova \/\/ BelTA/],
    ['apa', /^Anna Ivanova\. \(2025, January 30\)\. \*Trade up\*\. BelTA\. https/],
    ['chicago', /^Anna Ivanova, “Trade up,” BelTA/],
    ['oscola', /^Anna Ivanova, ‘Trade up’ \*BelTA\*/],
  ] as const)('%s', (pattern, expected) => expect(cited(pattern, SOURCE)).toMatch(expected));
});

describe('what is not known is left out with its words', () => {
  it.each([
    ['gost-7-0-100', 'Trade up // BelTA.'],
    ['gost-7-0-5', 'Trade up // BelTA.'],
    ['apa', 'BelTA. (n.d.). *Trade up*.'],
    ['chicago', '“Trade up,” BelTA.'],
    ['oscola', '‘Trade up’ *BelTA*'],
  ] as const)('neither date nor address: %s', (pattern, expected) => {
    expect(cited(pattern, { agency: 'BelTA' })).toBe(expected);
  });

  it.each([
    ['gost-7-0-100', 'BelTA : сайт. – 2025. – 30 января'],
    ['gost-7-0-5', 'BelTA : сайт. 30.01.2025'],
    ['apa', 'BelTA. (2025, January 30). https'],
    ['chicago', 'BelTA, January 30, 2025, https'],
    ['oscola', '*BelTA* (30 January 2025) <https'],
  ] as const)('no title: %s', (pattern, expected) =>
    expect(cited(pattern, ANONYMOUS, '')).toContain(expected),
  );

  it.each([
    ['gost-7-0-100', 'Trade up.'],
    ['gost-7-0-5', 'Trade up.'],
    ['apa', '*Trade up* (n.d.).'],
    ['chicago', '“Trade up”.'],
    ['oscola', '‘Trade up’'],
  ] as const)('nothing but the title: %s', (pattern, expected) => expect(cited(pattern, {})).toBe(expected));

  it('never says when an address was looked up if nobody kept it', () => {
    const { accessed: _accessed, ...source } = ANONYMOUS;
    for (const pattern of CITATIONS)
      expect(cited(pattern, source)).not.toMatch(/обращения|accessed|Retrieved/);
  });

  it('never begins with a sign, nor has one twice, whatever is missing', () => {
    const keys = ['agency', 'date', 'author', 'address', 'accessed'] as const;
    for (const pattern of CITATIONS) {
      for (let missing = 0; missing < 64; missing += 1) {
        const known = Object.entries(SOURCE).filter(
          ([key]) => !keys.some((each, bit) => each === key && missing & (1 << bit)),
        );
        const words = cited(pattern, Object.fromEntries(known), missing & 32 ? '' : 'Trade up');
        expect(words).not.toMatch(/^[\s.,–/:]|\.\.|,,|\s\s|\s[.,]|undefined|\(\)|<>/);
      }
    }
  });
});

it('says when it was looked up where the source has no date of its own', () => {
  const { date: _date, ...source } = ANONYMOUS;
  expect(cited('apa', source)).toBe(
    'BelTA. (n.d.). *Trade up*. Retrieved February 1, 2025, from https://example.org/a/trade',
  );
  expect(cited('chicago', source)).toBe(
    '“Trade up,” BelTA, accessed February 1, 2025, https://example.org/a/trade.',
  );
});

it('does not put a full stop after a title that ends by itself', () => {
  expect(cited('apa', ANONYMOUS, 'Trade up?')).toContain('*Trade up?* https');
  expect(cited('gost-7-0-100', ANONYMOUS, 'Trade up?')).toContain('Trade up? – Текст');
});

it('says in which language its own words are, where that is another than the note’s', () => {
  const languages = (language: string): string[] =>
    citationOf(
      { title: 'Рост', source: { agency: 'БЕЛТА', address: 'https://example.org' } },
      'gost-7-0-5',
      language,
    ).flatMap((inline) => (inline.type === 'text' ? [`${inline.language}:${inline.text}`] : []));
  expect(languages('ru')).toContain(':URL: ');
  expect(languages('en')).toContain('ru:URL: ');
});

it('links only to addresses that a browser may open', () => {
  const link = citationOf({ title: '', source: { address: 'javascript:alert(1)' } }, 'apa', 'en').at(-1);
  expect(link).toMatchObject({ type: 'link', address: '' });
});

it('leaves the plain line to the layouts', () => expect(cited('plain')).toBe(''));
