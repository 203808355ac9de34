/** Lines wrapped by hand are no wider than this. */
const WIDEST = 100;
const NARROWEST = 40;

/**
 * The paragraphs of a plain text. A line is a paragraph, blank lines part; lines that were wrapped by hand at a width are joined
 * again: a line that the next word would not have fitted on goes on in the next.
 * @param text with any kind of line ends
 */
export function plainParagraphs(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map((line) => line.trim());
  const width = wrappedAt(lines);
  const paragraphs: string[] = [];
  let goesOn = false;
  for (const [index, line] of lines.entries()) {
    if (line === '') {
      goesOn = false;
      continue;
    }
    const last = paragraphs.at(-1);
    if (goesOn && last !== undefined && !beginsItem(line)) {
      // A hyphen at the end of a line belongs to its word, so nothing is put behind it.
      paragraphs[paragraphs.length - 1] = /\p{L}-$/u.test(last) ? last + line : `${last} ${line}`;
    } else paragraphs.push(line);
    goesOn = width !== null && isFull(line, lines[index + 1] ?? '', width);
  }
  return paragraphs;
}

/** The width that the lines are wrapped at, or null where each line is a paragraph. */
function wrappedAt(lines: readonly string[]): number | null {
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
  if (width > WIDEST || width < NARROWEST) return null;
  let [followed, full] = [0, 0];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1] ?? '';
    if (line === '' || next === '' || beginsItem(next)) continue;
    followed += 1;
    if (isFull(line, next, width)) full += 1;
  }
  return followed >= 2 && full >= followed * 0.7 ? width : null;
}

/** Two characters of play: editors count the space at the end in different ways. */
const isFull = (line: string, next: string, width: number): boolean =>
  next !== '' && line.length + 1 + (/^\S+/.exec(next)?.[0].length ?? 0) > width - 2;

const beginsItem = (line: string): boolean => /^(?:[-*•–—·]|\d{1,3}[.)])\s/u.test(line);
