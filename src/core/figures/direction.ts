import type { Direction, FigureValue } from './figure';
import { remembering } from './word-memory';

const UP =
  'ro?se|risen|ris(?:es|ing)|increas(?:e|es|ed|ing)|gr[eo]w(?:s|n|th|ing)?|up|gain(?:s|ed)?|climb(?:s|ed|ing)?|jump(?:s|ed)?|surg(?:e|es|ed)|expand(?:s|ed)?|add(?:s|ed)|higher|plus|рост\\p{L}{0,3}|вырос\\p{L}*|выраст\\p{L}*|раст(?:ёт|ет|ут|и)|увелич\\p{L}+|возрос\\p{L}*|возраст\\p{L}+|повыси\\p{L}+|повышени\\p{L}+|прирост\\p{L}*|прибави\\p{L}+|больше|выше|рос(?:т|ту|це)|вырас(?:ла|лі|ло)?|павяліч\\p{L}+|узрас\\p{L}*|павыс\\p{L}+|больш|вышэй|плюс';
const DOWN =
  'fell|fall(?:s|en|ing)?|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped)?|down|reduc(?:e|es|ed|tion)|los(?:t|es)|shrank|shrunk|shrink(?:s|ing)?|contract(?:s|ed|ion)|slump(?:s|ed)?|cut|lower|minus|упал\\p{L}*|паде\\p{L}+|сниз\\p{L}+|снижени\\p{L}+|сниж\\p{L}+|сократ\\p{L}+|сокращ\\p{L}+|уменьш\\p{L}+|меньше|ниже|спад\\p{L}*|просел\\p{L}*|зніз\\p{L}+|зніж\\p{L}+|скара\\p{L}+|паменш\\p{L}+|упаў|упала|упалі|падзенн\\p{L}+|менш|ніжэй|мінус|минус';
const RISES = new RegExp(`^(?:${UP})$`, 'u');
const FALLS = new RegExp(`^(?:${DOWN})$`, 'u');
const said = remembering((word): Direction | null =>
  RISES.test(word) ? 'up' : FALLS.test(word) ? 'down' : null,
);
/** Whether a word, in small letters, says that something rose or fell. */
export const saysDirection = (word: string): boolean => said(word) !== null;

/** Right before the figure it makes a level of it, not a change: rose to 21 %. */
const LEVEL = /(?:^|[^\p{L}])(?:to|at|from|до|с|от|да|з|ад)[ \u00a0]\S{0,2}$/iu;
const CHANGING: ReadonlySet<string> = new Set(['percent', 'point', 'basis-point', 'times']);
/** How far the word may stand, in UTF-16 code units. */
const BEFORE = 70;
const AFTER = 24;

/**
 * Whether the words beside a figure say that something rose or fell by it.
 * @param from where the figure before it ends
 */
export function directionOf(
  text: string,
  from: number,
  start: number,
  end: number,
  value: FigureValue,
): Direction | null {
  if (value.kind !== 'quantity' || !CHANGING.has(value.unit)) return null;
  const sign = /[+±]$/.exec(text.slice(Math.max(0, start - 1), start))?.[0];
  if (sign === '+') return 'up';
  const before = text.slice(Math.max(from, start - BEFORE), start);
  if (LEVEL.test(before)) return null;
  const clause = before.slice(Math.max(...[...'.;!?\n'].map((mark) => before.lastIndexOf(mark))) + 1);
  const saidBefore = directions(clause).at(-1);
  if (saidBefore) return saidBefore;
  const [after = ''] = text.slice(end, end + AFTER).split(/[.,;:!?()\n\d]/);
  // A word that goes on beyond is not seen whole.
  return directions(after.length < AFTER ? after : after.replace(/[\p{L}\p{M}]+$/u, ''))[0] ?? null;
}

const directions = (clause: string): Direction[] =>
  clause
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .flatMap((word) => (word === '' ? [] : (said(word) ?? [])));
