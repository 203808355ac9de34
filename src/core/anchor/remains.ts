import { editDistance } from './bit-distance';

/** A passage is still itself with this share of its first words, counted in characters. */
const WORDS = 0.25;
/** Or with more than this share of its characters in their order: a word that was shortened has none of its words. */
const CHARACTERS = 0.5;
/** Longer passages are compared by words alone. */
const MAX_COMPARED = 2000;

/**
 * Whether a passage that was edited again and again still has enough of what it was. Each edit by itself may leave most of what the
 * one before it left, until a letter of another word is all that is followed.
 * @param words the passage as it was annotated
 * @param now what is followed of it
 */
export function remains(words: string, now: string): boolean {
  const left = new Map<string, number>();
  for (const word of wordsOf(now)) left.set(word, (left.get(word) ?? 0) + 1);
  let all = 0;
  let kept = 0;
  for (const word of wordsOf(words)) {
    const count = left.get(word) ?? 0;
    all += word.length;
    if (count === 0) continue;
    kept += word.length;
    left.set(word, count - 1);
  }
  if (all > 0 && kept >= WORDS * all) return true;
  const longer = Math.max(words.length, now.length);
  return longer <= MAX_COMPARED && editDistance(words, now) < (1 - CHARACTERS) * longer;
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
