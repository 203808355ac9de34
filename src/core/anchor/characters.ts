/** What a UTF-16 code unit is to a reader who compares words. */
export const SPACE = 1;
/** A letter or digit of a script that parts its words. */
export const WORD = 2;
/** Belongs to the character before it: combining marks, soft hyphens, joiners, variation selectors. */
export const JOINER = 3;
/** A sign that stands for itself: punctuation, symbols. */
export const SIGN = 4;
export const QUOTE = 5;
export const DASH = 6;
export const DOT = 7;
export const SURROGATE = 8;
/** A character of a script that does not part its words: it says as much as a syllable or a word. */
export const SYLLABLE = 9;

const known = new Uint8Array(0x10000);

/** The class of a code unit, one of the constants above. */
export function classOf(unit: number): number {
  const found = known[unit];
  if (found) return found;
  const sort = classify(unit);
  known[unit] = sort;
  return sort;
}

function classify(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE;
  const character = String.fromCharCode(unit);
  // White_Space leaves out U+FEFF, which JavaScript's \s contains, and U+0085.
  if (unit !== 0xfeff && /[\s\u0085]/.test(character)) return SPACE;
  if (/[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(character)) return JOINER;
  if (/["'`´\u2018-\u201f\u2032-\u2036\u2039\u203a«»„‟″＂＇]/u.test(character)) return QUOTE;
  if (/[\p{Pd}\u2212\u00b7]/u.test(character)) return DASH;
  if (unit === 0x2e || unit === 0x2026) return DOT;
  if (!/[\p{L}\p{N}]/u.test(character)) return SIGN;
  // By extensions, for the mark of a long vowel (ー) belongs to both scripts of Japanese.
  return /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}]/u.test(character)
    ? SYLLABLE
    : WORD;
}

/** Joiners that say nothing about which word it is: soft hyphens, zero-width spaces, direction marks. */
export function silent(unit: number): boolean {
  return (
    unit === 0xad ||
    unit === 0x200b ||
    unit === 0x200e ||
    unit === 0x200f ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2069) ||
    unit === 0xfeff
  );
}

/** Full stop, exclamation and question mark of Chinese and Japanese, after which no space stands. */
export const endsUnspaced = (unit: number): boolean => unit === 0x3002 || unit === 0xff01 || unit === 0xff1f;

/** Question marks and full stops of Arabic, Urdu and Hindi, and the Latin ones but the dot. */
export const endsSpaced = (unit: number): boolean =>
  unit === 0x21 || unit === 0x3f || unit === 0x61f || unit === 0x6d4 || unit === 0x964;

/** Letters and digits in a stretch of text; what survival is counted in. */
export function countWordUnits(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const sort = classOf(text.charCodeAt(at));
    if (sort === WORD || sort === SURROGATE || sort === SYLLABLE) count += 1;
  }
  return count;
}

export const isSpace = (unit: number): boolean => classOf(unit) === SPACE;
