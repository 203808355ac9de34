/** Letters that only one of the languages in Cyrillic has. */
const CYRILLIC: readonly (readonly [language: string, letters: RegExp])[] = [
  ['be', /ў/giu],
  ['uk', /[їєґ]/giu],
  ['ru', /[ыъщ]/giu],
];

/** The commonest short words of languages in Latin letters. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'of', 'and', 'to', 'in', 'is', 'that', 'with', 'for', 'was', 'will'],
  de: ['der', 'die', 'und', 'das', 'mit', 'ist', 'von', 'den', 'für', 'nicht', 'eine'],
  fr: ['le', 'la', 'les', 'des', 'et', 'du', 'une', 'est', 'dans', 'pour', 'que'],
  es: ['el', 'los', 'las', 'del', 'y', 'que', 'una', 'por', 'con', 'para', 'en'],
  it: ['il', 'di', 'che', 'della', 'gli', 'per', 'una', 'con', 'sono', 'nel', 'dei'],
  pl: ['w', 'i', 'na', 'z', 'się', 'jest', 'do', 'że', 'nie', 'przez', 'oraz'],
  pt: ['o', 'os', 'da', 'do', 'que', 'uma', 'em', 'não', 'com', 'para', 'dos'],
  nl: ['de', 'het', 'een', 'en', 'van', 'dat', 'niet', 'voor', 'met', 'zijn', 'op'],
  tr: ['ve', 'bir', 'bu', 'için', 'ile', 'olarak', 'da', 'de', 'olan', 'daha', 'çok'],
};

/** The scripts that tell a language, or a group of them. */
const SCRIPTS: readonly (readonly [name: string, script: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['el', /\p{Script=Greek}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['latin', /\p{Script=Latin}/u],
];
const LETTER = /\p{L}/u;
/** Each of these languages has its script for itself. */
const OWN_SCRIPT = ['ja', 'ko', 'zh', 'he', 'el'];

/** How much of a text is looked at, in UTF-16 code units. */
const LOOKED_AT = 800;

/** The last answer: whoever edits a text asks about it as it was and as it is, and its beginning seldom changes. */
let last: { readonly sample: string; readonly language: string | null } = { sample: '', language: null };

/**
 * The language of a text, by its letters and its commonest words.
 * @returns BCP 47, or null where the text is too short or of a language that is not known here
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, LOOKED_AT);
  if (sample !== last.sample) last = { sample, language: languageOf(sample) };
  return last.language;
}

function languageOf(sample: string): string | null {
  const { letters, of } = countLetters(sample);
  if (letters < 12) return null;
  const own = OWN_SCRIPT.find((language) => (of[language] ?? 0) > letters * 0.2);
  if (own) return own;
  if ((of.arabic ?? 0) > letters / 2) return arabic(sample);
  if ((of.cyrillic ?? 0) > letters / 2) return cyrillic(sample);
  if ((of.latin ?? 0) < letters / 2) return null;
  return latin(sample);
}

/** What a character is, in bits: looked at already, a letter, and from `FIRST_SCRIPT` on its script. */
const SEEN = 1;
const IS_LETTER = 2;
const FIRST_SCRIPT = 2;
/** Every save asks, so each character is looked at once. By code point. */
const known = new Uint16Array(0x110000);

/** What a character is; of one that was looked at already by the table alone. */
const sortOf = (point: number): number => known[point] || lookAt(point);

function lookAt(point: number): number {
  const character = String.fromCodePoint(point);
  const script = SCRIPTS.findIndex(([, of]) => of.test(character));
  const is =
    SEEN | (LETTER.test(character) ? IS_LETTER : 0) | (script < 0 ? 0 : 1 << (FIRST_SCRIPT + script));
  known[point] = is;
  return is;
}

/** How many letters a text has, and how many characters of each script. */
function countLetters(sample: string): { letters: number; of: Readonly<Record<string, number>> } {
  let letters = 0;
  // By the bits that tell the script: of those there are few.
  const counts = new Uint16Array(1 << SCRIPTS.length);
  for (let at = 0; at < sample.length; at += 1) {
    const unit = sample.charCodeAt(at);
    const isSurrogate = unit >= 0xd800 && unit <= 0xdbff;
    const point = isSurrogate ? (sample.codePointAt(at) ?? 0) : unit;
    if (point > 0xffff) at += 1;
    const is = sortOf(point);
    if ((is & IS_LETTER) !== 0) letters += 1;
    counts[is >> FIRST_SCRIPT] = (counts[is >> FIRST_SCRIPT] ?? 0) + 1;
  }
  const of: Record<string, number> = {};
  for (const [which, [name]] of SCRIPTS.entries()) of[name] = counts[1 << which] ?? 0;
  return { letters, of };
}

/** Arabic has none of the letters that Persian and Urdu added, Persian none of Urdu's. */
function arabic(sample: string): string {
  if (count(sample, /[ٹڈڑںے]/gu) > 1) return 'ur';
  return count(sample, /[پچژگ]/gu) > 1 ? 'fa' : 'ar';
}

function cyrillic(sample: string): string {
  const scores = CYRILLIC.map(([language, letters]) => ({ language, score: count(sample, letters) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  // Belarusian has `ы` as Russian has, but Russian has neither `ў` nor `і`.
  const [be, uk] = [scores[0]?.score ?? 0, scores[1]?.score ?? 0];
  if (be > 0 && be >= uk) return 'be';
  if (uk > 0 && count(sample, /[ыэё]/giu) < uk) return 'uk';
  return best.score > 0 ? best.language : 'ru';
}

const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, words] of Object.entries(WORDS)) {
  for (const word of words) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
}
const LONGEST_WORD = Math.max(...[...LANGUAGES_OF.keys()].map(({ length }) => length));

function latin(sample: string): string | null {
  const text = sample.toLowerCase();
  const scores = new Map<string, number>();
  let words = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isLetterAt(text, at)) continue;
    const start = at;
    while (isLetterAt(text, at)) at += 1;
    words += 1;
    if (at - start > LONGEST_WORD) continue;
    for (const language of LANGUAGES_OF.get(text.slice(start, at)) ?? [])
      scores.set(language, (scores.get(language) ?? 0) + 1);
  }
  const [best] = [...scores].sort(([, a], [, b]) => b - a);
  // In running text at least one word in twelve is among the commonest.
  return best && best[1] * 12 >= words ? best[0] : null;
}

/** Latin letters that languages are told by are single code units. */
const isLetterAt = (text: string, at: number): boolean =>
  at < text.length && (sortOf(text.charCodeAt(at)) & IS_LETTER) !== 0;

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
