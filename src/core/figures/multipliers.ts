import { afterSpaces, matchAt, WORD_END, withoutLastStop, wordAt } from './spaces';
import { remembering } from './word-memory';

const EACH = '(?:а|у|ом|ам|е|ы|и|ов|аў|ами|амі|ах)?';

/** Powers of ten with their words, in English, Russian and Belarusian. */
const POWERS: readonly (readonly [power: number, words: RegExp])[] = [
  [2, /^hundred$/],
  [3, /^(?:thousand|thsd|тыс|тысяч(?:а|и|у|е|ей|ью|ам|ами|ах|ы|ай|амі)?)$/],
  [6, new RegExp(`^(?:millions?|mln|mn|млн|миллион${EACH}|мільён${EACH})$`)],
  [9, new RegExp(`^(?:billions?|bln|bn|млрд|миллиард${EACH}|мільярд${EACH})$`)],
  [12, new RegExp(`^(?:trillions?|trn|tn|трлн|триллион${EACH}|трыльён${EACH})$`)],
];
const powerOf = remembering((word) => POWERS.find(([, words]) => words.test(word))?.[0] ?? null);
const ABBREVIATED = new Set(['thsd', 'тыс', 'mln', 'млн', 'bln', 'млрд', 'трлн']);

/** One of them without a number, in the cases that no number or part stands before: `тысяча человек`, but not `четверть миллиона`. */
const ONE_OF =
  /^(?:тысяч(?:а|у|ей|ью|ай)|миллион(?:ом|у)?|миллиард(?:ом|у)?|триллион(?:ом|у)?|мільён(?:ам|у)?|мільярд(?:ам|у)?|трыльён(?:ам|у)?)$/;
/** `a thousand people`, but not `half a million`, `a quarter of a million`. */
const A_LOT = /^(?:hundred|thousand|million|billion|trillion)$/;
const ARTICLE = /(?<!(?:half|of|quarter|third|than|many|such)[ \u00a0])(?<![\p{L}\p{M}])an?[ \u00a0]$/iu;

/** Letters that stand for one when they follow the digits at once: `$5bn`, `20k`. */
const LETTERS: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6, B: 9, T: 12 };
const LETTER = new RegExp(`[kKMBT]${WORD_END}`, 'uy');
/** These are metres and tonnes unless they count money. */
const MONEY_LETTERS: Readonly<Record<string, number>> = { m: 6, b: 9, t: 12 };
const MONEY_LETTER = new RegExp(`[mbt]${WORD_END}`, 'uy');

export interface Multiplier {
  readonly end: number;
  readonly power: number;
}

/**
 * The multiplier that follows a number, if one does.
 * @param at where the number ends
 * @param isMoney a sign of a currency stands before the number
 */
export function readMultiplier(text: string, at: number, isMoney: boolean): Multiplier | null {
  const letter = matchAt(LETTER, text, at);
  if (letter) return { end: at + 1, power: LETTERS[letter[0]] ?? 0 };
  const money = isMoney ? matchAt(MONEY_LETTER, text, at) : null;
  if (money) return { end: at + 1, power: MONEY_LETTERS[money[0]] ?? 0 };
  const from = text[at] === '-' ? at + 1 : afterSpaces(text, at);
  const word = wordAt(text, from);
  const power = word === '' ? null : powerOf(word);
  if (power === null) return null;
  const end = from + word.length;
  if (/^[\p{N}_]/u.test(text.slice(end, end + 1))) return null;
  const hasStop = text[end] === '.' && ABBREVIATED.has(word);
  return { end: hasStop ? withoutLastStop(text, end + 1) : end, power };
}

/** Whether a word may be one of these that stands for a number. */
export const isOneOf = (word: string): boolean => ONE_OF.test(word) || A_LOT.test(word);

/** A multiplier that stands for a number: `тысяча`, `a million`. @param at where it begins */
export function readOneOf(text: string, at: number): Multiplier | null {
  const word = wordAt(text, at);
  const isNumber =
    ONE_OF.test(word) || (A_LOT.test(word) && ARTICLE.test(text.slice(Math.max(0, at - 14), at)));
  const power = isNumber ? powerOf(word) : null;
  return power === null ? null : { end: at + word.length, power };
}
