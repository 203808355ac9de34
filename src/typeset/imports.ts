/** Comments, and strings; whichever begins first holds the other. */
const COMMENT_OR_STRING = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\]|\\[\s\S])*"?/g;
const KEYWORD = /(?<![\w-])(import|include|eval|plugin)(?![\w-])/g;
/** A path written out, and nothing joined to it. */
const WRITTEN_OUT = /^\s*"([^"@\\:]*)"\s*(?=[:;\n)\]}]|as\s|$)/;

/**
 * Looks for what would lead a layout out of its workspace. A package (`@…`) is fetched from the network, so an import has to
 * name its file in plain letters, and nothing may be run that the source does not show.
 * @param source of a `.typ` file
 * @returns what has to be refused, or null
 */
export function foreignImport(source: string): string | null {
  const code = source.replace(COMMENT_OR_STRING, (found) => (found.startsWith('"') ? found : ' '));
  // Outside of strings only: a label may well speak of imports.
  const bare = code.replace(COMMENT_OR_STRING, (found) => ' '.repeat(found.length));
  for (const { 1: keyword, index } of bare.matchAll(KEYWORD)) {
    const before = bare.slice(0, index);
    if (!startsStatement(before)) continue;
    if (keyword === 'eval' || keyword === 'plugin') return keyword;
    const rest = code.slice(index + (keyword?.length ?? 0));
    if (!WRITTEN_OUT.test(rest))
      return /"([^"]*)"/.exec(rest.split('\n', 1)[0] ?? '')?.[1] ?? rest.trim().split(/\s/, 1)[0] ?? '';
  }
  return null;
}

/** In code a keyword; in running text only after a hash. Taken for code where in doubt, so that nothing slips through. */
const startsStatement = (before: string): boolean =>
  !/[\p{L}\p{N}][ \t]+$/u.test(before) || /(?:=|return|else|in|and|or|not|let)\s+$/.test(before);
