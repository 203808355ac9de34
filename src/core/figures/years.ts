import { isRecent, yearOnly } from './dates';
import type { Reading } from './figure';
import { matchAt, SPACE } from './spaces';

/** Words after which four digits are a year, also where a plural follows: `in 2025 deliveries grew`. */
const BEFORE_YEAR =
  /(?:^|[^\p{L}\p{N}])(?:in|of|by|since|until|till|from|for|during|through|throughout|before|after|mid|early|late|year|the|its|our|their|his|and|to|than|vs|versus|spring|summer|autumn|winter|fall|quarter|half|end|end-|[’']s|q[1-4])[ \u00a0-]$/iu;
const NEXT_WORD = new RegExp(`${SPACE}([\\p{L}][\\p{L}\\p{M}’'-]*)`, 'uy');
/** Plurals that a year qualifies more often than a number counts them. */
const OF_A_YEAR = new Set(
  'plans elections results figures levels exports imports sales targets prices talks events olympics games goals series news was is has does sees'.split(
    ' ',
  ),
);
/** Words in Cyrillic after which no counted thing comes; nouns in the genitive plural stand there otherwise. */
const AFTER_CYRILLIC_YEAR = new Set(
  'и или а но по в во на к ко с со от до за из не же был была было были будет будут это что как у з і ў па да але што як быў была былі будзе'.split(
    ' ',
  ),
);

/**
 * Four digits that are a year by the words beside them.
 * @param digits bare, at `at`
 * @returns null where they are a number
 */
export function readYear(text: string, at: number, digits: string): Reading | null {
  if (!isRecent(digits)) return null;
  const end = at + digits.length;
  const next = matchAt(NEXT_WORD, text, end)?.[1] ?? '';
  const isYear = /\p{Script=Cyrillic}/u.test(next)
    ? AFTER_CYRILLIC_YEAR.has(next.toLowerCase())
    : !isPlural(next) || BEFORE_YEAR.test(text.slice(Math.max(0, at - 14), at));
  return isYear ? { end, value: { kind: 'date', from: yearOnly(digits), to: null } } : null;
}

/** English words in small letters that end as plurals do. */
const isPlural = (word: string): boolean =>
  /^\p{Ll}.+(?<!s|i|u)s$/u.test(word) && !OF_A_YEAR.has(word) && !/['’]s$/.test(word);
