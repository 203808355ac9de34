import { LETTERS, SPACE, WORD_END } from './spaces';

const LETTER = `[${LETTERS}]`;

/** How the first to fourth of something is written. */
const NTH = [
  `(?:first|1st|1[-‑](?:й|го|м|му|ы|ага|ым)|I|перв${LETTER}{2,3}|перш${LETTER}{1,3})`,
  `(?:second|2nd|2[-‑](?:й|го|м|му|і|ога|ім)|II|втор${LETTER}{2,3}|друг${LETTER}{1,3})`,
  `(?:third|3rd|3[-‑](?:й|го|м|му|і|яга|ім)|III|трет${LETTER}{2,3}|трэц${LETTER}{1,4})`,
  `(?:fourth|4th|4[-‑](?:й|го|м|му|ы|ага|ым)|IV|четв[её]рт${LETTER}{2,3}|чацв[ёе]рт${LETTER}{1,3})`,
] as const;

const QUARTER_WORD = `(?:quarter|квартал${LETTER}{0,2}|кв\\.)`;
const HALF_WORD = `(?:half|полугоди${LETTER}{1,2}|паўгоддз${LETTER}{1,2})`;
const nthOf = (nths: readonly string[], word: string): string => `(?:${nths.join('|')})(?:${SPACE}|-)${word}`;

/** What can only be a quarter of a year: a source of regular expressions without groups, as those below. */
export const QUARTER = `(?:Q[1-4]|${nthOf(NTH, QUARTER_WORD)})${WORD_END}`;
/** Without a year after it these may be counted: 2 квартала. */
export const BARE_QUARTER = `[1-4]${SPACE}${QUARTER_WORD}${WORD_END}`;
/** Without a year after it the half of anything. */
export const HALF = `${nthOf(NTH.slice(0, 2), HALF_WORD)}${WORD_END}`;

const EACH = NTH.map((nth) => new RegExp(`^(?:${nth})(?:${SPACE}|-)`, 'iu'));
const nthIn = (written: string): number =>
  Number(/^Q?([1-4])(?![-‑\p{L}])/u.exec(written)?.[1] ?? EACH.findIndex((nth) => nth.test(written)) + 1);

/** Which quarter something is that `QUARTER` or `BARE_QUARTER` matches, 1 to 4. */
export const quarterOf = nthIn;
/** Which half of a year something is that `HALF` matches, 1 or 2. */
export const halfOf = nthIn;

const FIRST =
  /^(?:q|first|second|third|fourth|i{1,3}|iv|перв..?.?|перш..?.?|втор..?.?|друг..?.?|трет..?.?|трэц..?.?.?|четв[её]рт..?.?|чацв[ёе]рт..?.?)$/iu;

/** Whether a word may begin the name of a part of a year. */
export const mayBeginPartOfYear = (word: string): boolean => FIRST.test(word);
