/** A package's name as a string, wherever it stands. */
const PACKAGE = /"(@[\w-]+\/[^"\n]*)"?/;
/** A keyword where a statement can begin: not after another word of running text, nor as a part of a name. */
const IMPORT =
  /(?<![\p{L}\p{N}_.\-"])(?:(?<![\p{L}\p{N}.][ \t]+)|(?<=\b(?:return|in)[ \t]+))(?:import|include)(?![\p{L}\p{N}_-])/gu;
/** The same after a hash, where it is always one. */
const HASH_IMPORT = /#(?:import|include)(?![\p{L}\p{N}_-])/gu;
/** A path of plain characters, and nothing joined to it. */
const WRITTEN_OUT = /^\s*"[^"@\\:]*"[ \t]*(?=[:;\r\n)\]}]|as\s|$)/;
/** What runs source or programs that cannot be read here; also under another name, or taken out of the standard library. */
const RUNS = /(?:#|[=(,:.{][ \t]*)(eval|plugin)(?![\p{L}\p{N}_-])|(?<![\p{L}\p{N}_-])(eval|plugin)[ \t]*\(/u;
const LIBRARY = /(?:#|[=(,:{][ \t]*)(std)(?![\p{L}\p{N}_.-])/u;

/**
 * Looks for what would lead a layout out of its workspace. A package (`@…`) is fetched from the network, so an import has to
 * name its file in plain characters, and nothing may be run that the source does not show. Comments and strings are not told
 * from code, since where they begin depends on all that stands before: in doubt it is refused.
 * @param source of a `.typ` file
 * @returns what has to be refused, or null
 */
export function foreignImport(source: string): string | null {
  const named = PACKAGE.exec(source)?.[1];
  if (named !== undefined) return named;
  for (const { 0: keyword, index } of [...source.matchAll(IMPORT), ...source.matchAll(HASH_IMPORT)]) {
    const rest = source.slice(index + keyword.length);
    if (!WRITTEN_OUT.test(rest)) return firstWord(rest);
  }
  const runs = RUNS.exec(source) ?? LIBRARY.exec(source);
  return runs ? (runs[1] ?? runs[2] ?? null) : null;
}

const firstWord = (rest: string): string => rest.trim().split(/\s/, 1)[0] ?? '';
