/**
 * A line that Markdown cannot read as more than words: it begins with a letter, an opening mark or a dash (a digit, a hyphen or a space
 * could make it a list or code), does not end with a space, and holds no mark that could mean something.
 */
const PROSE = /^[\p{L}"'«“„‘(—…][^\r\t\v\f\u2028\u2029\0\\`*_[\]<&~|@]*$/u;
const SPACE_AT_END = /\s$/;
/** What is shown as a link though it is not written as one. */
const ADDRESS = /:\/\/|www\./i;

/**
 * The plain text of Markdown that is nothing but prose, as most of what agencies write is: it takes a fraction of the time of reading
 * the Markdown, which every save and every row of the list would have to wait for.
 * @returns what `parseMarkdown` would say; null: it may be more than prose
 */
export function plainProse(markdown: string): string | null {
  if (ADDRESS.test(markdown)) return null;
  const paragraphs: string[] = [];
  let begins = true;
  for (const line of markdown.split('\n')) {
    if (line === '') begins = true;
    else if (!PROSE.test(line) || SPACE_AT_END.test(line)) return null;
    else if (begins) {
      paragraphs.push(line);
      begins = false;
    } else paragraphs.push(`${paragraphs.pop()} ${line}`);
  }
  return paragraphs.join('\n');
}
