/** More than the different words of a long text that stand beside figures. */
const MOST = 5000;

/**
 * The same question about a word asked once: texts use few words, and an expression that knows all their forms takes long.
 * @param find an answer that depends on the word alone
 */
export function remembering<T>(find: (word: string) => T): (word: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (word) => {
    const found = known.get(word);
    if (found) return found.answer;
    if (known.size >= MOST) known.clear();
    const answer = find(word);
    known.set(word, { answer });
    return answer;
  };
}
