/** Shorter paragraphs may well stand twice: headings, signatures, items of a list. In UTF-16 code units. */
const SHORTEST = 40;

/**
 * Paragraphs without those that stood before, word for word.
 * @param paragraphs in their order; how white space is set does not count
 */
export function withoutRepeats(paragraphs: readonly string[]): { kept: string[]; leftOut: number } {
  const seen = new Set<string>();
  const kept = paragraphs.filter((paragraph) => {
    const words = paragraph.replace(/\s+/g, ' ').trim();
    if (words.length < SHORTEST) return true;
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
  return { kept, leftOut: paragraphs.length - kept.length };
}
