import type { Reading } from './figure';
import { wordAt } from './spaces';
import { remembering } from './word-memory';

/** Words that say a number of times without one: doubled, вдвое, удвоился. */
const WORDS: readonly (readonly [amount: string, words: RegExp])[] = [
  [
    '2',
    /^(?:doubl(?:ed|es|ing)|twofold|twice|вдвое|вдвойне|удвои\p{L}+|удваива\p{L}+|удвоени\p{L}+|удвая|удвойва\p{L}+|падвоі\p{L}+)$/u,
  ],
  [
    '3',
    /^(?:tripl(?:ed|es|ing)|trebl(?:ed|es|ing)|threefold|thrice|втрое|утрои\p{L}+|утраива\p{L}+|утроени\p{L}+|утрая|патроі\p{L}+)$/u,
  ],
  ['4', /^(?:quadrupl(?:ed|es|ing)|fourfold|вчетверо|учетверо|учацвёра)$/u],
  ['5', /^(?:fivefold|впятеро|упяцёра)$/u],
  ['10', /^(?:tenfold|вдесятеро)$/u],
];
const amountOf = remembering((word) => WORDS.find(([, words]) => words.test(word))?.[0] ?? null);

/** Whether a word is one of these. */
export const isChange = (word: string): boolean => amountOf(word.toLowerCase()) !== null;

/** Reads a change that is said in one word. */
export function readChange(text: string, at: number): Reading | null {
  const word = wordAt(text, at);
  const amount = amountOf(word);
  return amount === null
    ? null
    : { end: at + word.length, value: { kind: 'quantity', unit: 'times', amount, to: null } };
}
