import { readFileSync } from 'node:fs';
import { sentencesOf, wordsOf } from './edits.mjs';

export { wordsOf };

const folder = new URL('../../fixtures/anchors/', import.meta.url);

/**
 * A long text with the vocabulary of the reports: their sentences with a number of their own, so that most stand once and
 * all have lookalikes.
 * @param {import('./random.mjs').Random} random
 * @param {number} length
 */
export function longText(random, length) {
  const sentences = ['report-en.txt', 'report-ru.txt', 'report-be.txt', 'article.txt'].flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    return sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  });
  const paragraphs = [];
  for (let size = 0; size < length; ) {
    const paragraph = Array.from({ length: 2 + random.below(5) }, () =>
      random.pick(sentences).replace(/ /, ` ${random.below(100_000)} `),
    ).join(' ');
    paragraphs.push(paragraph);
    size += paragraph.length + 1;
  }
  return paragraphs.join('\n').slice(0, length);
}
