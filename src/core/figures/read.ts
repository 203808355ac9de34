import { isChange, readChange } from './changes';
import { readDate } from './dates';
import { decimalMarkAt } from './decimal-mark';
import { directionOf } from './direction';
import type { Figure, Reading } from './figure';
import { monthOf } from './months';
import { isOneOf } from './multipliers';
import { isNumberWord } from './number-words';
import { minusStart, readQuantity } from './quantities';
import { mayBeginPartOfYear } from './quarters';
import { matchAt } from './spaces';
import { remembering } from './word-memory';
import { readWritten } from './written';
import { readYear } from './years';

/** Words, digits and the signs that a figure may begin with. */
const TOKEN = /[\p{L}\p{M}]+|\d+|[$€£₽¥₸₴¼½¾⅐-⅞]/gu;
const CURRENCY = /^(?:US|USD|EUR|GBP|RUB|RUR|BYN|BYR|Br|CNY|RMB|CN|JPY|KZT|UAH|PLN)$/;
const WORD = /^\p{L}/u;
/** What an address begins with: what follows is passed over as a whole. */
const LINK = /^(?:https?|www)$/i;
/** Digits, with what joins them to other digits and letters. */
const NAME = /[\p{L}\p{M}\p{N}]+(?:[.,:/'’‑-][\p{L}\p{M}\p{N}]+)*/uy;
/** Addresses and telephone numbers are made of digits that say nothing. */
const NO_FIGURES =
  /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+\.\S+|\+\d{1,3}[ (\u00a0-]+\d{2,3}[) \u00a0-]+\d{3}[\d \u00a0-]{4,}/giu;
/** A number that is joined to letters before it is part of a name (COVID-19, МТЗ-82), but for these. */
const JOINED = /([\p{L}\p{M}]+)[-‑]$/u;
const PREFIXES = /^(?:mid|pre|post|early|late|до|пост)$/iu;
/** The longest word before a hyphen that is looked at, in UTF-16 code units. */
const JOINED_WORD = 24;

/**
 * Every figure of a text, in its order, none inside another.
 * @param language BCP 47, of the text; it decides how 1,500 is read where the words beside it do not
 */
export function readFigures(text: string, language = 'en'): Figure[] {
  const figures: Figure[] = [];
  const outside = nextOutside(text);
  const token = new RegExp(TOKEN);
  let last = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found] = match;
    const at = match.index;
    const isWord = WORD.test(found);
    if (isWord && sortOf(found) === null && !LINK.test(found)) continue;
    const next = outside(at);
    const reading =
      next > at
        ? null
        : isWord
          ? readWordsAt(text, at, found, language)
          : readDigitsAt(text, at, found, language);
    if (reading) {
      figures.push(figureOf(text, at, last, reading));
      last = reading.end;
      token.lastIndex = reading.end;
    } else if (next > at) token.lastIndex = next;
    // What begins with digits and is no figure is none in its parts either.
    else if (!isWord) token.lastIndex = at + (matchAt(NAME, text, at)?.[0].length ?? 1);
  }
  return figures;
}

function figureOf(text: string, at: number, last: number, { end, value }: Reading): Figure {
  const isNegative = value.kind === 'quantity' && value.amount.startsWith('-');
  const start = isNegative ? minusStart(text, at) : at;
  const direction = directionOf(text, last, start, end, value);
  return { start, end, written: text.slice(start, end), value, direction };
}

/** What kind of figure a word may begin; most begin none. */
const sortOf = remembering((word): 'date' | 'quantity' | 'change' | null => {
  if (monthOf(word) !== null || mayBeginPartOfYear(word)) return 'date';
  if (isNumberWord(word) || isOneOf(word.toLowerCase()) || CURRENCY.test(word)) return 'quantity';
  return isChange(word) ? 'change' : null;
});

function readWordsAt(text: string, at: number, word: string, language: string): Reading | null {
  switch (sortOf(word)) {
    case null:
      return null;
    case 'date':
      return readDate(text, at);
    case 'change':
      return readChange(text, at);
    case 'quantity':
      return readQuantity(text, at, () => decimalMarkAt(text, at, language));
  }
}

function readDigitsAt(text: string, at: number, digits: string, language: string): Reading | null {
  if (isJoined(text, at)) return null;
  const reading =
    readDate(text, at) ??
    readWritten(text, at) ??
    readQuantity(text, at, () => decimalMarkAt(text, at, language));
  const isBare =
    reading?.value.kind === 'quantity' &&
    reading.value.unit === 'count' &&
    reading.end === at + digits.length;
  return (isBare && readYear(text, at, digits)) || reading;
}

/** Whether what stands before a number makes it a part of a name. */
function isJoined(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - JOINED_WORD), at);
  // `.5 per cent` is not five.
  if (/[\p{L}\p{M}_]$|(?:^|[\s([«“"])[.,]$/u.test(before)) return true;
  const word = JOINED.exec(before)?.[1];
  return word !== undefined && !PREFIXES.test(word) && monthOf(word) === null;
}

/** Asked in rising order, where a place is out of addresses and telephone numbers: there, or where the one it is in ends. */
function nextOutside(text: string): (at: number) => number {
  const skipped = [...text.matchAll(NO_FIGURES)].map(({ index, 0: { length } }) => ({
    index,
    end: index + length,
  }));
  let next = 0;
  return (at) => {
    while (at >= (skipped[next]?.end ?? Number.POSITIVE_INFINITY)) next += 1;
    const inside = skipped[next];
    return inside && inside.index <= at ? inside.end : at;
  };
}
