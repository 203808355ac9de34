import type { FigureValue, Reading } from './figure';
import { matchAt } from './spaces';

type Form = Extract<FigureValue, { kind: 'written' }>['form'];

const FORMS: readonly (readonly [Form, RegExp])[] = [
  /** Which of the two is the month is not known: 03/04/2025. */
  ['day', /\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})(?![\d/])/uy],
  ['clock', /(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])/uy],
  ['fraction', /\d{1,3}\/\d{1,3}(?![\d/]|[.,]\d)/uy],
  ['fraction', /[¼½¾⅐-⅞]/uy],
];

/** Reads what is compared only as it is written: times of day, fractions, days with slashes. */
export function readWritten(text: string, at: number): Reading | null {
  for (const [form, pattern] of FORMS) {
    const match = matchAt(pattern, text, at);
    if (match) return { end: at + match[0].length, value: { kind: 'written', form, signs: plain(match[0]) } };
  }
  return null;
}

/** `½` is `1/2`, `09:30` is `9:30`. */
const plain = (signs: string): string =>
  signs
    .normalize('NFKC')
    .replace('\u2044', '/')
    .replace(/(?<!\d)0+(?=\d)/g, '');
