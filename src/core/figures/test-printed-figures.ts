import fc from 'fast-check';
import { type Decimal, decimal, timesTen } from './decimal';
import type { PartialDate } from './figure';
import type { Unit } from './units';

/** A figure as someone would print it, and what it says. */
export interface Printed {
  readonly printed: string;
  readonly amount: Decimal;
  readonly unit: Unit;
  /** Its digits mean this only among words in these letters. */
  readonly script: 'latin' | 'cyrillic';
}

const SPACES = [' ', '\u00a0', '\u202f', '\u2009', '\u2007'] as const;
const space = fc.constantFrom(...SPACES);
const grouped = (whole: string, sign: string): string => whole.replace(/\B(?=(\d{3})+$)/g, sign);

/** [word, power of ten] after which any unit may stand. */
const MULTIPLIERS = {
  latin: [
    ['', 0],
    ['thousand', 3],
    ['million', 6],
    ['mln', 6],
    ['billion', 9],
    ['bn', 9],
    ['trillion', 12],
  ],
  cyrillic: [
    ['', 0],
    ['тыс.', 3],
    ['тысяч', 3],
    ['тысячи', 3],
    ['млн', 6],
    ['миллионов', 6],
    ['мільёна', 6],
    ['млрд', 9],
    ['миллиарда', 9],
    ['мільярдаў', 9],
    ['трлн', 12],
  ],
} as const;

/** [what stands before, what stands after (a space is any space), unit] */
const UNITS = {
  latin: [
    ['', '%', 'percent'],
    ['', ' %', 'percent'],
    ['', ' per cent', 'percent'],
    ['', ' percent', 'percent'],
    ['$', '', 'USD'],
    ['US$', '', 'USD'],
    ['USD ', '', 'USD'],
    ['', ' dollars', 'USD'],
    ['€', '', 'EUR'],
    ['EUR ', '', 'EUR'],
    ['', ' euros', 'EUR'],
    ['₽', '', 'RUB'],
    ['', ' Russian roubles', 'RUB'],
    ['Br ', '', 'BYN'],
    ['BYN ', '', 'BYN'],
    ['', ' roubles', 'rouble'],
    ['', ' tonnes', 'tonne'],
    ['', ' km', 'kilometre'],
    ['', ' hectares', 'hectare'],
    ['', ' percentage points', 'point'],
    ['', ' years', 'year'],
    ['', ' MW', 'megawatt'],
    ['', ' elk', 'count'],
  ],
  cyrillic: [
    ['', '%', 'percent'],
    ['', ' %', 'percent'],
    ['', ' процентов', 'percent'],
    ['', ' процента', 'percent'],
    ['', ' працэнтаў', 'percent'],
    ['', ' рублей', 'rouble'],
    ['', ' руб.', 'rouble'],
    ['', ' рублёў', 'rouble'],
    ['', ' российских рублей', 'RUB'],
    ['', ' ₽', 'RUB'],
    ['', ' белорусских рублей', 'BYN'],
    ['', ' беларускіх рублёў', 'BYN'],
    ['', ' долларов США', 'USD'],
    ['', ' долларов', 'USD'],
    ['', ' евро', 'EUR'],
    ['', ' тонн', 'tonne'],
    ['', ' тоннами', 'tonne'],
    ['', ' т', 'tonne'],
    ['', ' процентных пунктов', 'point'],
    ['', ' га', 'hectare'],
    ['', ' лет', 'year'],
    ['', ' лосей', 'count'],
  ],
} as const;

/** Numbers from 2 to 20 in words. */
const WORDS = {
  latin:
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
      ' ',
    ),
  cyrillic:
    'двух трёх четырьмя пяти шестью семь восемь девяти десятью одиннадцать двенадцати тринадцать четырнадцати пятнадцатью шестнадцать семнадцати восемнадцать девятнадцати двадцатью'.split(
      ' ',
    ),
} as const;

const script = fc.constantFrom('latin', 'cyrillic');

/** A number in digits, as the language of the letters prints it. */
const digits = (
  letters: 'latin' | 'cyrillic',
): fc.Arbitrary<{ printed: string; amount: Decimal; bare: boolean }> =>
  fc
    .record({
      whole: fc.oneof(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 99_999_999 })),
      fraction: fc.option(fc.stringMatching(/^\d{1,2}$/), { nil: '' }),
      group: fc.oneof(fc.constant(''), fc.constant(letters === 'latin' ? ',' : ' '), space),
    })
    .map(({ whole, fraction, group }) => ({
      printed: grouped(String(whole), group) + (fraction && (letters === 'latin' ? '.' : ',') + fraction),
      amount: decimal(String(whole), fraction),
      bare: group === '' && fraction === '',
    }));

/** Any quantity in any of the supported forms. */
export const printedQuantity: fc.Arbitrary<Printed> = script.chain((letters) =>
  fc
    .record({
      number: fc.oneof(
        { arbitrary: digits(letters), weight: 4 },
        {
          arbitrary: fc.integer({ min: 2, max: 20 }).map((value) => ({
            printed: WORDS[letters][value - 2] ?? '',
            amount: String(value),
            bare: false,
            inWords: true,
          })),
          weight: 1,
        },
      ),
      multiplier: fc.constantFrom(...MULTIPLIERS[letters]),
      unit: fc.constantFrom(...UNITS[letters]),
      gap: space,
    })
    // Words have no currency sign before them; four bare digits may be a year.
    .filter(
      ({ number, multiplier, unit }) =>
        !('inWords' in number && unit[0] !== '') &&
        !(
          unit[2] === 'count' &&
          number.bare &&
          multiplier[1] === 0 &&
          /^(?:19|20)\d\d$/.test(number.printed)
        ) &&
        !(unit[2] === 'year' && number.bare && number.printed.length === 4),
    )
    .map(({ number, multiplier: [word, power], unit: [before, after, unit], gap }) => ({
      printed: `${before}${number.printed}${word && gap + word}${after}`.replaceAll(' ', gap),
      amount: timesTen(number.amount, power),
      unit,
      script: letters,
    })),
);

const MONTHS = {
  latin: 'January February March April May June July August September October November December'.split(' '),
  cyrillic: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  belarusian:
    'студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня'.split(
      ' ',
    ),
} as const;

/** A day, month or year in any of the supported forms. */
export const printedDate: fc.Arbitrary<{ printed: string; date: PartialDate }> = fc
  .record({
    year: fc.integer({ min: 1900, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    form: fc.nat({ max: 11 }),
    gap: space,
  })
  .map(({ year, month, day, form, gap }) => {
    const [en = '', ru = '', be = ''] = [MONTHS.latin, MONTHS.cyrillic, MONTHS.belarusian].map(
      (names) => names[month - 1] ?? '',
    );
    const two = (number: number): string => String(number).padStart(2, '0');
    const whole = { year, month, day };
    const forms: readonly (readonly [string, PartialDate])[] = [
      [`${day} ${en} ${year}`, whole],
      [`${en} ${day}, ${year}`, whole],
      [`${day}th of ${en}`, { year: null, month, day }],
      [`${day} ${en}`, { year: null, month, day }],
      [`${en.slice(0, 3)} ${day}`, { year: null, month, day }],
      [`${en} ${year}`, { year, month, day: null }],
      [`${day} ${ru} ${year} года`, whole],
      [`${day} ${ru}`, { year: null, month, day }],
      [`${day} ${be} ${year} года`, whole],
      [`${two(day)}.${two(month)}.${year}`, whole],
      [`${year}-${two(month)}-${two(day)}`, whole],
      [`${year} году`, { year, month: null, day: null }],
    ];
    const [printed, date] = forms[form] ?? ['', whole];
    return { printed: printed.replaceAll(' ', gap), date };
  });

/** Words in which a figure stands, of the letters that its digits need. @param last the figure ends its sentence */
export function inSentence(printed: string, letters: Printed['script'], last = false): string {
  const [before, after, next] =
    letters === 'latin'
      ? ['They say', 'here, no more.', 'Nobody knows.']
      : ['Пишут', 'тут, не иначе.', 'Никто не знает.'];
  return last ? `${before} ${printed}. ${next}` : `${before} ${printed} ${after}`;
}
