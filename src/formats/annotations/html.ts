import { Parser } from 'htmlparser2';

/** Deeper nesting than this is not a text that somebody wrote. */
const MAX_DEPTH = 500;
/** The parser is fed so many characters at a time, so that what nests too deep is left in time. */
const PORTION = 16_384;
/** Elements whose words nobody reads. */
const UNSEEN = new Set([
  'script',
  'style',
  'template',
  'title',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
]);
const BLOCKS = new Set(
  (
    'address article aside blockquote body dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main ' +
    'nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** What is told of a page while it is read, in its order. Nothing of it is ever run or loaded. */
export interface HtmlReader {
  opened?(name: string, attributes: Readonly<Record<string, string>>): void;
  closed?(name: string): void;
  /** Words that a person would see, as they are written: white space is not yet made one. */
  text(words: string): void;
  /** A new paragraph, cell or the like begins or ends here. */
  block(): void;
}

/**
 * Reads HTML as a stream of its words and elements.
 * @returns false: it nests too deep to be read, and what was told is not all
 */
export function readHtml(html: string, reader: HtmlReader): boolean {
  let depth = 0;
  let unseen = 0;
  let deepest = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      deepest = Math.max(deepest, depth);
      if (UNSEEN.has(name)) unseen += 1;
      if (unseen > 0) return;
      if (BLOCKS.has(name)) reader.block();
      reader.opened?.(name, attributes);
      if (name === 'br') reader.text('\u2028');
    },
    onclosetag(name) {
      depth -= 1;
      if (unseen === 0) {
        reader.closed?.(name);
        if (BLOCKS.has(name)) reader.block();
      } else if (UNSEEN.has(name)) unseen -= 1;
    },
    ontext(words) {
      if (unseen === 0) reader.text(words);
    },
  });
  for (let at = 0; at < html.length && deepest <= MAX_DEPTH; at += PORTION)
    parser.write(html.slice(at, at + PORTION));
  parser.end();
  return deepest <= MAX_DEPTH;
}

/** White space as a page shows it: a run of it is one space, a break of `<br>` is a line feed. */
export const shownText = (words: string): string =>
  words
    .replace(/[ \t\n\r\f]+/g, ' ')
    .replace(/ ?\u2028 ?/g, '\n')
    .trim();

/** The words of HTML, one block a line; what nests too deep is the characters it is written in. */
export function wordsOfHtml(html: string): string {
  const lines: string[] = [];
  let line = '';
  const flush = (): void => {
    const words = shownText(line);
    if (words !== '') lines.push(words);
    line = '';
  };
  const whole = readHtml(html, {
    text(words) {
      line += words;
    },
    block: flush,
  });
  flush();
  return whole ? lines.join('\n') : html;
}
