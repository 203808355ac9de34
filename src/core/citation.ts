import { safeLink } from './address';
import { formatDay } from './dates';
import type { Source } from './schema';
import { languageRuns } from './script-runs';
import type { SetInline } from './set-blocks';
import type { Citation } from './vocabulary';

/** What is cited. What is not known is an empty string, or missing. */
export interface Cited {
  readonly title: string;
  readonly source: Source;
}

/** A stretch of a citation: words of the pattern, or of the source, which may be in another language. */
type Piece = string | { readonly words: string; readonly look: 'plain' | 'emphasis' | 'address' };

const own = (words: string): Piece => ({ words, look: 'plain' });
const italic = (words: string): Piece => ({ words, look: 'emphasis' });
const link = (words: string): Piece => ({ words, look: 'address' });

/** In which language a pattern's own words and dates are, and what it makes of a source. Empty pieces count for nothing. */
interface Pattern {
  readonly language: 'en' | 'ru';
  readonly cite: (cited: Known) => readonly Piece[];
}

/** What is known, without space at the ends. */
interface Known {
  readonly title: string;
  readonly agency: string;
  readonly author: string;
  readonly address: string;
  /** ISO 8601 days. */
  readonly date: string;
  readonly accessed: string;
}

/**
 * A source as a citation. Nothing is made up: what the source does not say (an author, a date, the day the address was looked up)
 * is left out together with the words that would introduce it. Names stand as they are given, since who reads them cannot tell a
 * surname by its place.
 * @param pattern `plain` gives none: its line is made of the source itself
 * @param language of the note, BCP 47: runs of the pattern's own words say where they are in another
 */
export function citationOf({ title, source }: Cited, pattern: Citation, language: string): SetInline[] {
  if (pattern === 'plain') return [];
  const { cite, language: ofPattern } = PATTERNS[pattern];
  const text = (words: string | undefined): string => (words ?? '').replace(/\s+/g, ' ').trim();
  const pieces = cite({
    title: text(title),
    agency: text(source.agency),
    author: text(source.author),
    address: text(source.address),
    date: source.date ?? '',
    accessed: source.accessed ?? '',
  });
  return joined(pieces).flatMap((piece) => inlinesOf(piece, language, ofPattern));
}

/** Never at the beginning of a line. */
const GOST_SIGN = '.\u00a0– ';

const PATTERNS: Readonly<Record<Exclude<Citation, 'plain'>, Pattern>> = {
  // GOST R 7.0.100-2018. What is said of electronic sources stands only where there is an address.
  'gost-7-0-100': {
    language: 'ru',
    cite: ({ title, author, agency, address, date, accessed }) => [
      ...responsible(title, author),
      ...(address === '' ? [] : [GOST_SIGN, 'Текст : электронный']),
      ...gostSite(agency, address),
      ...(date === '' ? [] : [GOST_SIGN, date.slice(0, 4), GOST_SIGN, dayAndMonth(date)]),
      ...gostAddress(address, accessed, GOST_SIGN),
      '.',
    ],
  },
  // GOST R 7.0.5-2008.
  'gost-7-0-5': {
    language: 'ru',
    cite: ({ title, author, agency, address, date, accessed }) => [
      ...responsible(title, author),
      ...gostSite(agency, address),
      ...(date === '' ? [] : ['. ', inDigits(date)]),
      ...gostAddress(address, accessed, '. '),
      '.',
    ],
  },
  // APA, 7th edition. Without an author the agency is the author, without either the title comes first.
  apa: {
    language: 'en',
    cite: ({ title, author, agency, address, date, accessed }) => {
      const by = author || agency;
      const when = date === '' ? '(n.d.)' : `(${date.slice(0, 4)}, ${monthAndDay(date)})`;
      return [
        ...(by === '' ? [italic(title), ' '] : [own(by), '. ']),
        `${when}.`,
        ...(by === '' || title === '' ? [] : [' ', italic(title), '.']),
        ...(author === '' || agency === '' ? [] : [' ', own(agency), '.']),
        ...(address === '' ? [] : [' ', lookedUp(date, accessed, 'Retrieved ', ', from '), link(address)]),
      ];
    },
  },
  // The Chicago Manual of Style, 17th edition, as a note.
  chicago: {
    language: 'en',
    cite: ({ title, author, agency, address, date, accessed }) => {
      const when = date === '' ? lookedUp(date, accessed, 'accessed ', '') : inAmerican(date);
      const parts: readonly Piece[] = [own(author), own(title), own(agency), when, link(address)];
      const known = parts.filter((part) => wordsOf(part) !== '');
      const pieces = known.flatMap((part, index): Piece[] => {
        const isLast = index === known.length - 1;
        // The comma stands inside the quotation marks.
        if (part === parts[1]) return ['“', part, isLast ? '”' : ',” '];
        return isLast ? [part] : [part, ', '];
      });
      return [...pieces, '.'];
    },
  },
  // OSCOLA, 4th edition. Its city is the publisher's, which a dateline does not say.
  oscola: {
    language: 'en',
    cite: ({ title, author, agency, address, date, accessed }) => [
      ...(author === '' ? [] : [own(author), title === '' && agency === '' ? '' : ',']),
      ...(title === '' ? [] : [' ‘', own(title), '’']),
      ...(agency === '' ? [] : [' ', italic(agency)]),
      ...(date === '' ? [] : [` (${formatDay(date, 'en')})`]),
      ...(address === '' ? [] : [' <', link(address), '>']),
      ...(address === '' || accessed === '' ? [] : [` accessed ${formatDay(accessed, 'en')}`]),
    ],
  },
};

/** Who is named after a stroke: a heading would need to know which name is the surname. */
const responsible = (title: string, author: string): Piece[] => [
  own(title),
  ...(author === '' ? [] : [title === '' ? '' : ' / ', own(author)]),
];

const gostSite = (agency: string, address: string): Piece[] =>
  agency === '' ? [] : [' // ', own(agency), address === '' ? '' : ' : сайт'];

const gostAddress = (address: string, accessed: string, sign: string): Piece[] =>
  address === ''
    ? []
    : [sign, 'URL: ', link(address), accessed === '' ? '' : ` (дата обращения: ${inDigits(accessed)})`];

/** The day on which the source was looked up, where it has no date of its own. */
const lookedUp = (date: string, accessed: string, before: string, after: string): string =>
  date !== '' || accessed === '' ? '' : `${before}${inAmerican(accessed)}${after}`;

const inDigits = (day: string): string => day.split('-').toReversed().join('.');
const dayAndMonth = (day: string): string => formatted(day, 'ru', { day: 'numeric', month: 'long' });
const monthAndDay = (day: string): string => formatted(day, 'en-US', { day: 'numeric', month: 'long' });
const inAmerican = (day: string): string =>
  formatted(day, 'en-US', { day: 'numeric', month: 'long', year: 'numeric' });

const formatted = (day: string, locale: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

const wordsOf = (piece: Piece): string => (typeof piece === 'string' ? piece : piece.words);

/** A sentence that ends by itself needs no full stop. */
const ENDED = /[.?!…]$/;

/** The same without what is empty: no sign stands at the beginning, and no full stop after another. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = wordsOf(result.at(-1) ?? '');
    let kept = piece;
    if (typeof kept === 'string') {
      if (last === '') kept = kept.replace(/^[.,\s–/]+/, '');
      else if (ENDED.test(last) && kept.startsWith('.')) kept = kept.slice(1);
    }
    if (wordsOf(kept) !== '') result.push(kept);
  }
  return result;
}

function inlinesOf(piece: Piece, language: string, ofPattern: string): SetInline[] {
  const runs = (words: string): SetInline[] =>
    languageRuns(words, language).map((run) => ({ type: 'text', in: [], ...run }));
  if (typeof piece === 'string') {
    const other = language.split('-')[0] === ofPattern ? '' : ofPattern;
    return [{ type: 'text', text: piece, in: [], language: other }];
  }
  switch (piece.look) {
    case 'plain':
      return runs(piece.words);
    case 'emphasis':
      return [{ type: 'emphasis', children: runs(piece.words) }];
    case 'address': {
      const children: SetInline[] = [{ type: 'text', text: piece.words, in: [], language: '' }];
      return [{ type: 'link', address: safeLink(piece.words) ?? '', title: '', children }];
    }
  }
}
