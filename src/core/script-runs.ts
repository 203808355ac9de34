import { detectLanguage } from './language';

/** A stretch of text in one language. */
export interface LanguageRun {
  readonly text: string;
  /** BCP 47; empty: that of the text around it. */
  readonly language: string;
}

type Script = 'Latin' | 'Cyrillic' | 'Greek' | 'Hebrew' | 'Arabic' | 'other';

const LETTER = /\p{L}/u;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const SCRIPTS: readonly (readonly [Exclude<Script, 'other'>, RegExp])[] = [
  ['Latin', /^\p{Script=Latin}/u],
  ['Cyrillic', /^\p{Script=Cyrillic}/u],
  ['Greek', /^\p{Script=Greek}/u],
  ['Hebrew', /^\p{Script=Hebrew}/u],
  ['Arabic', /^\p{Script=Arabic}/u],
];
const CYRILLIC = ['ru', 'be', 'uk', 'bg', 'mk', 'sr', 'kk', 'ky', 'mn', 'tg'];
const SCRIPT_OF: ReadonlyMap<string, Script> = new Map<string, Script>([
  ...CYRILLIC.map((code) => [code, 'Cyrillic'] as const),
  ['el', 'Greek'],
  ['he', 'Hebrew'],
  ['ar', 'Arabic'],
  ['fa', 'Arabic'],
]);
/** Basic Latin to Latin Extended-B, and punctuation. */
const ONLY_LATIN = /^[\p{ASCII}\u0080-\u024f\u1e00-\u1eff\u2000-\u20cf\u2100-\u214f\u2190-\u22ff]*$/u;

/**
 * Cuts a text where its script changes, so that each stretch can be marked with a language that it may be in. A reader's voice
 * and the hyphenation go by it. Stretches in the script of the text's own language are left as they are: letters do not tell
 * English from German.
 * @param text of one leaf
 * @param language BCP 47, of the text around it
 * @returns runs that together are the text
 */
export function languageRuns(text: string, language: string): LanguageRun[] {
  const own = SCRIPT_OF.get(language.split('-')[0] ?? '') ?? 'Latin';
  if (text === '') return [];
  if (own === 'Latin' && ONLY_LATIN.test(text)) return [{ text, language: '' }];
  const runs: LanguageRun[] = [];
  let done = 0;
  for (const { start, end, script } of foreign(text, own)) {
    if (start > done) runs.push({ text: text.slice(done, start), language: '' });
    const words = text.slice(start, end);
    runs.push({ text: words, language: languageOf(words, script) });
    done = end;
  }
  if (done < text.length) runs.push({ text: text.slice(done), language: '' });
  return runs;
}

/** Stretches of words in one other script, with what stands between the words. */
function foreign(text: string, own: Script): { start: number; end: number; script: Script }[] {
  const found: { start: number; end: number; script: Script }[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const script = SCRIPTS.find(([, letters]) => letters.test(word))?.[0] ?? 'other';
    if (script === own || script === 'other') continue;
    const last = found.at(-1);
    if (last?.script === script && !LETTER.test(text.slice(last.end, index))) last.end = index + word.length;
    else found.push({ start: index, end: index + word.length, script });
  }
  return found;
}

function languageOf(words: string, script: Script): string {
  switch (script) {
    case 'Latin':
      return detectLanguage(words) ?? 'en';
    case 'Cyrillic':
      if (/[їєґ]/iu.test(words)) return 'uk';
      if (/[ўі]/iu.test(words)) return 'be';
      return detectLanguage(words) ?? 'ru';
    case 'Greek':
      return 'el';
    case 'Hebrew':
      return 'he';
    case 'Arabic':
      return 'ar';
    case 'other':
      return '';
  }
}
