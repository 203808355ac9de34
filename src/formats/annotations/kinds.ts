import { KINDS, type Kind } from '../../core/vocabulary';

/** The kind that a word names, as we or a person write it: `key-fact`, `Key fact`. */
export const kindNamed = (word: string): Kind | undefined =>
  KINDS.find((kind) => kind === word.trim().toLowerCase().replace(/\s+/g, '-'));

/** The kind that one of these words names, and the words that name none. */
export function kindAmong(words: readonly string[]): { kind: Kind | undefined; others: string[] } {
  return {
    kind: words.map(kindNamed).find((kind) => kind !== undefined),
    others: words.filter((word) => kindNamed(word) === undefined && word.trim() !== ''),
  };
}
