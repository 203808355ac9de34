import type { DecimalMark } from './number-literal';

/** Languages in Latin letters that write 1,5 for one and a half. */
const WITH_COMMA = new Set('cs da de es et fi fr hr hu it lt lv nb nl no pl pt ro sk sl sr sv tr'.split(' '));
/** How far the words beside a number count, in UTF-16 code units. */
const NEAR = 40;

/**
 * How a number is to be read that can be read in two ways (1,500): as most letters beside it are: in Cyrillic with a comma,
 * in Latin letters as the text's language has it, which is English where that is written in Cyrillic.
 * @param language BCP 47, of the text
 */
export function decimalMarkAt(text: string, at: number, language: string): DecimalMark {
  const [before = ''] = text
    .slice(Math.max(0, at - NEAR), at)
    .split('\n')
    .slice(-1);
  const [after = ''] = text.slice(at, at + NEAR).split('\n');
  const near = before + after;
  if (count(near, /\p{Script=Cyrillic}/gu) > count(near, /\p{Script=Latin}/gu)) return 'comma';
  const [spoken = ''] = language.toLowerCase().split('-');
  if (WITH_COMMA.has(spoken)) return 'comma';
  const isCyrillic = spoken === 'ru' || spoken === 'be' || spoken === 'uk';
  return isCyrillic && !/\p{L}/u.test(near) ? 'comma' : 'point';
}

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;
