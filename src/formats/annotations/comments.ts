import { escapeParagraph } from '../../core/markdown';
import { MAX_COMMENT } from '../../core/vocabulary';

/** Markdown that reads as these words; each line is a paragraph. More of them than a comment has is given back as it is. */
export function asMarkdown(words: string): string {
  if (words.length > MAX_COMMENT) return words;
  return words
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(escapeParagraph)
    .join('\n\n');
}

/** One comment of several parts, each by itself. */
export const joined = (...parts: readonly string[]): string =>
  parts.filter((part) => part.trim() !== '').join('\n\n');

/** More tags than this nobody reads. */
const MAX_TAGS = 100;

/** A line of tags, for a note's annotations have none of their own. */
export const tagLine = (tags: readonly string[]): string =>
  tags
    .slice(0, MAX_TAGS)
    .map((tag) => `#${asMarkdown(tag).replaceAll('\n', ' ')}`)
    .join(', ');
