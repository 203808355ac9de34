import type { Span } from '../highlight';
import { saysDirection } from './direction';
import type { Figure } from './figure';
import { isNumberWord } from './number-words';
import { readUnit } from './units';

/** No sentence is looked for over more than this, in UTF-16 code units. */
const LONGEST_SENTENCE = 1200;
const SENTENCE_END = /(?:[!?…]|(?<!(?:^|[^\p{L}])\p{L}{1,2})\.)["”»’)\]]*\s+(?=["“«(]?\p{Lu})|\n/gu;
/** How far the words that a number counts may reach. */
const COUNTED = 90;
const MOST_COUNTED = 5;
const STEM = 5;
/** How far before a figure the word stands that says its direction. */
const SAID_BEFORE = 40;

/** Words that say nothing of what a figure is about. */
const LITTLE = new Set(
  (
    'the a an and or but of in on at to from by for with as is are was were be been being has have had will would can could may might must do does did not no than then that this these those which who whom whose what when where it its they their them there here we our you your he she his her i my also only just still already about over under up down per more less most least some any all each both into out so such if because while after before since until between during said says told ' +
    'и или а но по во в на к ко с со от до за из о об у не ни же ли бы был была было были будет будут есть это этот эта эти что чтобы как так который которая которые их его ее он она они мы вы для при под над между также только уже еще более менее всего около после перед ' +
    'і ў з да па па-за што як быў была было былі будзе гэта гэты яны іх яго яе для пры пад над паміж таксама толькі ужо яшчэ больш менш каля пасля перад'
  ).split(' '),
);

/** The sentence that holds a place. A line is one at most. */
export function sentenceAt(text: string, at: number): Span {
  const from = Math.max(0, at - LONGEST_SENTENCE);
  const to = Math.min(text.length, at + LONGEST_SENTENCE);
  let start = from;
  for (const { index, 0: end } of text.slice(from, to).matchAll(SENTENCE_END)) {
    const next = from + index + end.length;
    if (next > at) return { start, end: from + index + end.trimEnd().length };
    start = next;
  }
  return { start, end: to };
}

/** The line that holds a place: a paragraph, heading, row of a table. */
export function paragraphAt(text: string, at: number): Span {
  const end = text.indexOf('\n', at);
  return { start: at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1, end: end < 0 ? text.length : end };
}

/** The stems of the words right after a number without a unit: what it counts. Empty: the words do not say. */
export function countedStems(text: string, { end }: Span): ReadonlySet<string> {
  const [clause = ''] = text.slice(end, end + COUNTED).split(/[.,;:!?()\n\d“”«»"–—]/);
  const stems = new Set<string>();
  for (const word of wordsOf(clause)) {
    if (LITTLE.has(word) || isNumberWord(word) || stems.size === MOST_COUNTED) break;
    if (word.length > 2) stems.add(stemOf(word));
  }
  return stems;
}

/**
 * The stems of the words that a figure is about: of its sentence, from the figure of the same kind before it to the next comma
 * or figure after it.
 * @param figures of the text, in their order
 */
export function aboutStems(text: string, figures: readonly Figure[], figure: Figure): ReadonlySet<string> {
  const sentence = sentenceAt(text, figure.start);
  const isSame = (other: Figure): boolean => other.value.kind === figure.value.kind;
  const at = figures.indexOf(figure);
  let before = sentence.start;
  for (let index = at - 1; index >= 0; index -= 1) {
    const other = figures[index];
    if (!other || other.end <= sentence.start) break;
    if (isSame(other)) {
      before = other.end;
      break;
    }
  }
  const isDate = figure.value.kind === 'date';
  const next = isDate ? undefined : figures[at + 1]?.start;
  const [after = ''] = text
    .slice(figure.end, Math.min(next ?? sentence.end, sentence.end))
    .split(isDate ? /\n/ : /[,;\n]/);
  const words = wordsOf(`${text.slice(isDate ? sentence.start : before, figure.start)} ${after}`);
  return new Set(words.filter(isTelling).map(stemOf));
}

/**
 * A figure of a text with the words that tell what it is: what it counts (18 direct agreements), which way it went (rose 21 %).
 * Others speak for themselves.
 */
export function phraseOf(text: string, figure: Figure): string {
  const { value, direction, written } = figure;
  if (direction !== null) {
    const before = text.slice(Math.max(0, figure.start - SAID_BEFORE), figure.start);
    const clause = before.slice(Math.max(...[...'.,;:!?\n('].map((mark) => before.lastIndexOf(mark))) + 1);
    const words = [...clause.matchAll(/[\p{L}\p{M}]+/gu)];
    const said = words.findLast(([word]) => saysDirection(word.toLowerCase()));
    return said ? clause.slice(said.index).trimStart() + written : written;
  }
  if (value.kind !== 'quantity' || (value.unit !== 'count' && value.unit !== 'ordinal')) return written;
  const after = text.slice(figure.end, figure.end + COUNTED).split(/[.,;:!?()\n\d“”«»"–—]/)[0] ?? '';
  return written + (/^(?:[ \u00a0-][\p{L}\p{M}’'-]+){1,3}/u.exec(after)?.[0] ?? '');
}

/** How many stems two sets share. */
export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const stem of a) if (b.has(stem)) count += 1;
  return count;
}

/** Whether one of the sets is in Cyrillic and the other is not, so that words cannot be compared. */
export function differInScript(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const isCyrillic = (stems: ReadonlySet<string>): boolean =>
    [...stems].some((stem) => /\p{Script=Cyrillic}/u.test(stem));
  return isCyrillic(a) !== isCyrillic(b);
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{M}]+/gu) ?? [];

const isTelling = (word: string): boolean =>
  word.length > 2 &&
  !LITTLE.has(word) &&
  !isNumberWord(word) &&
  !saysDirection(word) &&
  readUnit(word, 0) === null;

/** The beginning of a word, which its forms share: export, exports; торговля, торговли. */
const stemOf = (word: string): string => word.slice(0, STEM);
