import { type Decimal, isLess, sum, timesTen } from './decimal';
import { readMultiplier, readOneOf } from './multipliers';
import { type DecimalMark, readNumber } from './number-literal';
import { readNumberWords } from './number-words';
import { afterSpaces, matchAt, SPACE, WORD_END } from './spaces';
import { readUnit } from './units';

/** A number with its multipliers: 1,5 млн; 2 million 300 thousand. */
export interface Scaled {
  readonly end: number;
  readonly amount: Decimal;
  /** Of its multiplier, 0: none. */
  readonly power: number;
  /** Digits without groups, fraction and multiplier. */
  readonly bare: boolean;
  readonly isOne: boolean;
}

const AND_A_HALF = new RegExp(`${SPACE}(?:and a half|с половиной|з паловай)${WORD_END}`, 'iuy');
const AND = new RegExp(`${SPACE}and(?=${SPACE})`, 'iuy');

/**
 * Reads a number with its multipliers, in digits or in words.
 * @param at where its first digit or word stands
 * @param mark decides 1,500 (`number-literal.ts`)
 * @param isMoney a sign of a currency stands before it
 */
export function readScaled(
  text: string,
  at: number,
  mark: () => DecimalMark,
  isMoney: boolean,
): Scaled | null {
  const isDigit = /\d/.test(text[at] ?? '');
  const words = isDigit ? null : readNumberWords(text, at);
  const number = isDigit ? readNumber(text, at, mark) : words && { ...words, bare: false };
  const none = { power: 0, bare: false, isOne: false };
  if (!number) {
    const one = readOneOf(text, at);
    return (
      one && {
        ...none,
        ...withRest(text, one.end, timesTen('1', one.power), one.power, true, mark),
        power: one.power,
      }
    );
  }
  const half = matchAt(AND_A_HALF, text, number.end);
  if (half) {
    const end = number.end + half[0].length;
    const power = readMultiplier(text, end, isMoney);
    const amount = timesTen(sum(number.amount, '0.5'), power?.power ?? 0);
    return { ...none, end: power?.end ?? end, amount, power: power?.power ?? 0 };
  }
  const isOne = words?.isOne ?? false;
  const multiplier = readMultiplier(text, number.end, isMoney);
  if (multiplier) {
    const { end, power } = multiplier;
    const amount = timesTen(number.amount, power);
    return { ...none, ...withRest(text, end, amount, power, words !== null, mark), power, isOne };
  }
  // `5m tonnes` are millions, `5m` alone are metres.
  return isAttachedMillion(text, number.end)
    ? { end: number.end + 1, amount: timesTen(number.amount, 6), power: 6, bare: false, isOne }
    : { ...number, power: 0, isOne };
}

/**
 * What goes on after a multiplier with a smaller number: 1 млн `250 тыс.`; two thousand `five hundred`.
 * @param inWords of a number in words all of it is; one in digits goes on only with another multiplier
 */
function withRest(
  text: string,
  end: number,
  amount: Decimal,
  below: number,
  inWords: boolean,
  mark: () => DecimalMark,
): { readonly end: number; readonly amount: Decimal } {
  const joined = end + (inWords ? (matchAt(AND, text, end)?.[0].length ?? 0) : 0);
  const from = afterSpaces(text, joined);
  const isDigit = /\d/.test(text[from] ?? '');
  if (from === joined || !(isDigit || inWords)) return { end, amount };
  const number = isDigit ? readNumber(text, from, mark) : readNumberWords(text, from);
  const multiplier = number && readMultiplier(text, number.end, false);
  if (!number || (isDigit && !multiplier)) return { end, amount };
  const power = multiplier?.power ?? 0;
  const more = timesTen(number.amount, power);
  if (power >= below || !isLess(more, timesTen('1', below))) return { end, amount };
  const total = sum(amount, more);
  return multiplier
    ? withRest(text, multiplier.end, total, power, inWords, mark)
    : { end: number.end, amount: total };
}

function isAttachedMillion(text: string, end: number): boolean {
  if (text[end] !== 'm') return false;
  const unit = readUnit(text, end + 1);
  return unit !== null && unit.end > end + 2;
}
