import type { Decimal } from './decimal';
import { afterSpaces, matchAt, SPACE, WORD_END } from './spaces';

/** Each number with its words: English, then Russian, then Belarusian, in all their cases. */
const WORDS: Readonly<Record<number, string>> = {
  1: 'one один одна одно одного одной одному одним одном одну адзін адна адно аднаго адной аднаму адным адну',
  2: 'two два две двух двум двумя двое двоих двоим двоими дзве двума дзвюх дзвюм дзвюма дваіх дваім дваімі',
  3: 'three три трёх трех трём трем тремя трое троих троим троими тры трох тром трыма траіх траім траімі',
  4: 'four четыре четырёх четырех четырём четырем четырьмя четверо четверых четверым четверыми чатыры чатырох чатыром чатырма чацвёра чацвярых чацвярым чацвярымі',
  5: 'five пять пяти пятью пятеро пятерых пятерым пятерыми пяць пяці пяццю пяцёра пяцярых пяцярым пяцярымі',
  6: 'six шесть шести шестью шестеро шестерых шестерым шестерыми шэсць шасці шасцю шасцёра шасцярых шасцярым шасцярымі',
  7: 'seven семь семи семью семеро семерых семерым семерыми сем сямі сям’ю сямёра сямярых сямярым сямярымі',
  8: 'eight восемь восьми восемью восьмью восьмеро восьмерых восем васьмі васьмю васьмёра васьмярых',
  9: 'nine девять девяти девятью девятеро девятерых дзевяць дзевяці дзевяццю дзевяцёра дзевяцярых',
  10: 'ten десять десяти десятью десятеро десятерых дзесяць дзесяці дзесяццю дзесяцёра дзесяцярых',
  11: 'eleven одиннадцать одиннадцати одиннадцатью адзінаццаць адзінаццаці адзінаццаццю',
  12: 'twelve двенадцать двенадцати двенадцатью дванаццаць дванаццаці дванаццаццю',
  13: 'thirteen тринадцать тринадцати тринадцатью трынаццаць трынаццаці трынаццаццю',
  14: 'fourteen четырнадцать четырнадцати четырнадцатью чатырнаццаць чатырнаццаці чатырнаццаццю',
  15: 'fifteen пятнадцать пятнадцати пятнадцатью пятнаццаць пятнаццаці пятнаццаццю',
  16: 'sixteen шестнадцать шестнадцати шестнадцатью шаснаццаць шаснаццаці шаснаццаццю',
  17: 'seventeen семнадцать семнадцати семнадцатью сямнаццаць сямнаццаці сямнаццаццю',
  18: 'eighteen восемнадцать восемнадцати восемнадцатью васямнаццаць васямнаццаці васямнаццаццю',
  19: 'nineteen девятнадцать девятнадцати девятнадцатью дзевятнаццаць дзевятнаццаці дзевятнаццаццю',
  20: 'twenty двадцать двадцати двадцатью дваццаць дваццаці дваццаццю',
  30: 'thirty тридцать тридцати тридцатью трыццаць трыццаці трыццаццю',
  40: 'forty сорок сорока сорак сарака',
  50: 'fifty пятьдесят пятидесяти пятьюдесятью пяцьдзясят пяцідзесяці пяццюдзесяццю',
  60: 'sixty шестьдесят шестидесяти шестьюдесятью шэсцьдзясят шасцідзесяці шасцюдзесяццю',
  70: 'seventy семьдесят семидесяти семьюдесятью семдзесят сямідзесяці сям’юдзесяццю',
  80: 'eighty восемьдесят восьмидесяти восемьюдесятью восемдзесят васьмідзесяці васьмюдзесяццю',
  90: 'ninety девяносто девяноста дзевяноста',
  100: 'сто ста',
  200: 'двести двухсот двумстам двумястами двухстах дзвесце двухсот',
  300: 'триста трёхсот трехсот трёмстам тремстам трыста трохсот',
  400: 'четыреста четырёхсот четырехсот чатырыста чатырохсот',
  500: 'пятьсот пятисот пяцьсот пяцісот',
  600: 'шестьсот шестисот шэсцьсот шасцісот',
  700: 'семьсот семисот семсот сямісот',
  800: 'восемьсот восьмисот восемсот васьмісот',
  900: 'девятьсот девятисот дзевяцьсот дзевяцісот',
};
const ONE_AND_A_HALF = new Set(['полтора', 'полторы', 'полутора', 'паўтара', 'паўтары']);

const VALUES: ReadonlyMap<string, number> = new Map(
  Object.entries(WORDS).flatMap(([value, words]) =>
    words.split(' ').map((word) => [word, Number(value)] as const),
  ),
);

const WORD = /[\p{L}\p{M}’']+/uy;

/** A number in words. */
export interface WordsReading {
  readonly end: number;
  readonly amount: Decimal;
  /** `one` alone is more often a pronoun than a figure. */
  readonly isOne: boolean;
}

const wordValue = (word: string): number | undefined => VALUES.get(word.toLowerCase().replaceAll("'", '’'));

/** Whether a word may begin a number in words. */
export const isNumberWord = (word: string): boolean =>
  wordValue(word) !== undefined || ONE_AND_A_HALF.has(word.toLowerCase());

/**
 * Reads a number in words, up to 999: a word, tens and ones (`twenty-one`, `двадцать один`), hundreds (`two hundred and fifty`).
 * @param at where its first word begins
 */
export function readNumberWords(text: string, at: number): WordsReading | null {
  const first = matchAt(WORD, text, at)?.[0] ?? '';
  if (ONE_AND_A_HALF.has(first.toLowerCase())) return { end: at + first.length, amount: '1.5', isOne: false };
  const number = readBelowHundreds(text, at);
  if (!number) return null;
  const hundred = matchAt(HUNDRED, text, number.end);
  if (!hundred || number.value >= 100)
    return { ...number, amount: String(number.value), isOne: number.value === 1 };
  const end = number.end + hundred[0].length;
  const and = matchAt(AND, text, end);
  const rest = readBelowHundreds(text, afterSpaces(text, end + (and?.[0].length ?? 0)));
  // `between one hundred and two hundred` are two numbers.
  const isPart = rest !== null && rest.value < 100 && !matchAt(HUNDRED, text, rest.end);
  const value = number.value * 100 + (isPart ? rest.value : 0);
  return { end: isPart ? rest.end : end, amount: String(value), isOne: false };
}

const HUNDRED = new RegExp(`(?:${SPACE}|-)hundred${WORD_END}`, 'iuy');
const AND = new RegExp(`${SPACE}and(?=${SPACE})`, 'iuy');

/** Tens and ones, in Russian and Belarusian hundreds before them. */
function readBelowHundreds(
  text: string,
  at: number,
): { readonly end: number; readonly value: number } | null {
  let total = 0;
  let end = at;
  let below = Number.POSITIVE_INFINITY;
  for (let next = at; ; ) {
    const word = matchAt(WORD, text, next)?.[0] ?? '';
    const value = wordValue(word);
    // Only smaller ones go on: hundreds, then tens or what is below twenty, then ones.
    if (value === undefined || value >= below) break;
    total += value;
    end = next + word.length;
    below = value >= 100 ? 100 : value >= 20 ? 10 : 0;
    const hyphen = text[end] === '-' && value >= 20 ? end + 1 : null;
    next = hyphen ?? afterSpaces(text, end);
    if (next === end) break;
  }
  return end === at ? null : { end, value: total };
}
