/** Levels that no reader follows any more, and that a reader of Markdown, which recurses, still gets through. */
const DEEPEST = 60;

const MARK = String.raw`(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])`;
/** A line that opens this many quotes and list items at once (a row of dashes or stars is a rule). */
const ON_ONE_LINE = new RegExp(
  String.raw`^(?![ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$)[ \t]*(?:${MARK}[ \t]*){${DEEPEST}}`,
  'm',
);
/** An item that is set in so far that it can be as deep. */
const FAR_IN = new RegExp(String.raw`^[ \t]{${DEEPEST * 2},}${MARK}`, 'm');

/**
 * True for Markdown that nests deeper than anybody writes. Reading it recursively would take minutes or the whole stack; V8 ends
 * the process, without an exception, when a regular expression is compiled at the end of the stack.
 */
export const nestsTooDeep = (markdown: string): boolean =>
  ON_ONE_LINE.test(markdown) || FAR_IN.test(markdown) || emphasisDepth(markdown) > DEEPEST;

/** How deep emphasis can nest within one paragraph, as far as the signs around a run of marks tell: a bound, not the truth. */
function emphasisDepth(markdown: string): number {
  let [deepest, openRuns] = [0, 0];
  for (const { 0: run, index } of markdown.matchAll(/\*+|_+|~+|\n[ \t]*\n/g)) {
    if (run.startsWith('\n')) {
      openRuns = 0;
      continue;
    }
    const before = markdown[index - 1] ?? ' ';
    const after = markdown[index + run.length] ?? ' ';
    if (!/\s/.test(before) && openRuns > 0) openRuns -= 1;
    else if (!/\s/.test(after)) openRuns += 1;
    deepest = Math.max(deepest, openRuns);
  }
  return deepest;
}
