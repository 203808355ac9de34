import { afterSpaces, matchAt, SPACE, WORD_END, withoutLastStop, wordAt } from './spaces';
import { UNIT_WORDS } from './unit-words';
import { remembering } from './word-memory';

/** `count`: a number of things that only the words after it name; `ordinal`: a place in a row; `number`: № 5, page 5. */
export type Unit = (typeof UNIT_WORDS)[number][0] | 'count' | 'ordinal' | 'number' | 'decade';

export interface UnitReading {
  readonly end: number;
  readonly unit: Unit;
}

interface UnitPhrase {
  readonly unit: Unit;
  /** Of the first word. */
  readonly first: RegExp;
  /** What follows it; null: nothing. */
  readonly rest: RegExp | null;
}

const PHRASES: readonly UnitPhrase[] = UNIT_WORDS.flatMap(([unit, words]) =>
  words.split(', ').map((phrase): UnitPhrase => {
    const [first = '', rest] = phrase.split('>');
    return {
      unit,
      first: new RegExp(`^(?:${first})$`, 'u'),
      rest: rest === undefined ? null : new RegExp(rest.replaceAll(' ', `(?:${SPACE}|-)`) + WORD_END, 'iuy'),
    };
  }),
);
const phrasesWith = remembering((word) => PHRASES.filter(({ first }) => first.test(word)));

const SIGNED = UNIT_WORDS.filter(([, , signs]) => signs !== '');
const SIGNS = new RegExp(
  `(?:${SIGNED.map(([, , signs]) => `(${signs.replaceAll(' ', '|')})`).join('|')})${WORD_END}`,
  'uy',
);
/** Signs that stand before the amount: `$5`, `USD 5`, `Br5`. */
const BEFORE =
  /(US\$|\$|USD)|(€|EUR)|(£|GBP)|(₽|RUB|RUR)|(BYN|BYR|Br)|(CNY|RMB|CN¥)|(¥|JPY)|(₸|KZT)|(₴|UAH)|(PLN)/uy;
const BEFORE_UNITS = ['USD', 'EUR', 'GBP', 'RUB', 'BYN', 'CNY', 'JPY', 'KZT', 'UAH', 'PLN'] as const;

/**
 * The unit that follows a number, at once, after a space or after a hyphen.
 * @param at where the number and its multiplier end
 */
export function readUnit(text: string, at: number): UnitReading | null {
  const from = /[-‑]/.test(text[at] ?? '') ? at + 1 : afterSpaces(text, at);
  const word = wordAt(text, from);
  for (const { unit, rest } of word === '' ? [] : phrasesWith(word)) {
    const after = from + word.length;
    const end = rest ? after + (matchAt(rest, text, after)?.[0].length ?? Number.NaN) : after;
    if (!Number.isNaN(end) && !/^[\p{N}_]/u.test(text.slice(end, end + 1)))
      return { end: withoutLastStop(text, end), unit };
  }
  const sign = matchAt(SIGNS, text, from);
  const unit = sign && SIGNED[groupOf(sign)]?.[0];
  return sign && unit ? { end: withoutLastStop(text, from + sign[0].length), unit } : null;
}

/** The currency that stands before a number. @param at where its sign stands; the end is where the number begins */
export function readCurrencyBefore(text: string, at: number): UnitReading | null {
  const match = matchAt(BEFORE, text, at);
  const unit = match && BEFORE_UNITS[groupOf(match)];
  if (!match || !unit) return null;
  const end = afterSpaces(text, at + match[0].length);
  return /\d/.test(text[end] ?? '') ? { end, unit } : null;
}

const groupOf = (match: RegExpExecArray): number =>
  match.findIndex((group, place) => place > 0 && group !== undefined) - 1;
