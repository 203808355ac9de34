import type { FigureValue, Reading } from './figure';
import { matchAt, withoutLastStop } from './spaces';

type Form = Extract<FigureValue, { kind: 'written' }>['form'];

const FORMS: readonly (readonly [Form, RegExp])[] = [
  /** Which of the two is the month is not known: 03/04/2025. */
  ['day', /\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})(?![\d/])/uy],
  [
    'clock',
    /(?:0?[1-9]|1[0-2])(?:[:.][0-5]\d)?[ \u00a0\u202f]?[ap](?:m|\.[ \u00a0]?m\.?)(?![\p{L}\p{N}])/iuy,
  ],
  ['clock', /(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])/uy],
  ['fraction', /\d{1,3}\/\d{1,3}(?![\d/]|[.,]\d)/uy],
  ['fraction', /[¼½¾⅐-⅞]/uy],
];

/** Reads what is compared only as it is written: times of day, fractions, days with slashes. */
export function readWritten(text: string, at: number): Reading | null {
  for (const [form, pattern] of FORMS) {
    const match = matchAt(pattern, text, at);
    if (!match) continue;
    const end = withoutLastStop(text, at + match[0].length);
    return {
      end,
      value: { kind: 'written', form, signs: plain(form === 'clock' ? ofDay(match[0]) : match[0]) },
    };
  }
  return null;
}

/** `5 p.m.` is `17:00`. */
function ofDay(clock: string): string {
  const [, hour = '', minutes = '00', half] = /^(\d+)(?:[:.](\d\d))?.?([ap])/iu.exec(clock) ?? [];
  if (half === undefined) return clock;
  return `${(Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)}:${minutes}`;
}

/** `½` is `1/2`, `09:30` is `9:30`. */
const plain = (signs: string): string =>
  signs
    .normalize('NFKC')
    .replace('\u2044', '/')
    .replace(/(?<!\d)0+(?=\d)/g, '');
