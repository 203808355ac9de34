import { Lexer, type Token } from 'marked';
import { parseMarkdown } from './markdown';
import { nestsTooDeep } from './nesting';
import { withoutRepeats } from './repeats';

/** The text of a Markdown file as a note takes it over. */
export interface MarkdownParts {
  /** Of a heading of level 1 that the text begins with; it is then not in `text`. Null: none. */
  readonly title: string | null;
  readonly text: string;
  /** How many paragraphs stood before, word for word, and are not in `text`. */
  readonly leftOut: number;
  /** With them; null: there were none. */
  readonly withRepeats: string | null;
}

/**
 * Takes a Markdown text apart for import.
 * @param markdown with line feeds as line ends
 */
export function markdownParts(markdown: string): MarkdownParts {
  const tokens = topLevel(markdown);
  if (!tokens) return { title: null, text: markdown.trim(), leftOut: 0, withRepeats: null };
  const first = tokens.findIndex(({ type }) => type !== 'space');
  const heading = tokens[first];
  const hasTitle = heading?.type === 'heading' && heading.depth === 1;
  const title = hasTitle ? parseMarkdown(heading.raw).text.replace(/\s+/g, ' ').trim() : '';
  const body = title === '' ? tokens : tokens.slice(first + 1);
  const text = joined(body);
  const kept = keepEachOnce(body);
  const leftOut = body.length - kept.length;
  return {
    title: title === '' ? null : title,
    text: leftOut === 0 ? text : joined(kept),
    leftOut,
    withRepeats: leftOut === 0 ? null : text,
  };
}

const joined = (tokens: readonly Token[]): string =>
  tokens
    .map(({ raw }) => raw)
    .join('')
    .replace(/^\n+|\s+$/g, '');

function keepEachOnce(tokens: readonly Token[]): Token[] {
  const paragraphs = tokens.filter(({ type }) => type === 'paragraph');
  const { kept, leftOut } = withoutRepeats(paragraphs.map(({ raw }) => raw));
  if (leftOut === 0) return [...tokens];
  let next = 0;
  return tokens.filter((token) => {
    if (token.type !== 'paragraph') return true;
    if (token.raw !== kept[next]) return false;
    next += 1;
    return true;
  });
}

/** The blocks of the text, whose `raw` put together is the text; null where it nests deeper than can be read. */
function topLevel(markdown: string): Token[] | null {
  if (nestsTooDeep(markdown)) return null;
  try {
    // Without what stands inside the blocks, which takes most of the time and is not needed here.
    return new Lexer().blockTokens(markdown);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
