import { cleanTexts } from '../core/clean';
import { ok, type Result } from '../core/result';

/** A hostile file can make few lines stand for many; nobody writes more than this by hand. */
const MAX_ALIASES = 50;

/** Deeper than front matter ever is; the reader recurses. */
const DEEPEST = 30;

/** Reads YAML 1.2. The reader is loaded when it is first needed: most starts never do. */
export async function parseYaml(yaml: string): Promise<Result<unknown> | { ok: false }> {
  const { Lexer, parse } = await import('yaml');
  if (nestsTooDeep(new Lexer().lex(yaml))) return { ok: false };
  try {
    const data: unknown = parse(yaml, { logLevel: 'error', maxAliasCount: MAX_ALIASES, prettyErrors: false });
    return ok(cleanTexts(data));
  } catch {
    // Whatever it is, the file is not front matter that can be read; it is kept as text.
    return { ok: false };
  }
}

/** Brackets within brackets, list items that begin on one line, and lines that are set in far. */
function nestsTooDeep(tokens: Iterable<string>): boolean {
  let [brackets, items] = [0, 0];
  for (const token of tokens) {
    if (token === '[' || token === '{') brackets += 1;
    else if (token === ']' || token === '}') brackets -= 1;
    else if (token === '-' || token === '?') items += 1;
    else if (token.startsWith('\n') || token.startsWith('\r')) items = 0;
    else if (token.length > DEEPEST * 4 && token.trim() === '') return true;
    if (brackets > DEEPEST || items > DEEPEST) return true;
  }
  return false;
}

/** Lines that begin or end with white space are not the same again when they are read as a block. */
const ODD_LINES = /^\s|\s$|\n\s|[^\S\n]\n/;

/** Writes YAML that reads as exactly the same data, long lines unbroken. */
export async function printYaml(data: unknown): Promise<string> {
  const { Document, visit } = await import('yaml');
  const document = new Document(data);
  visit(document, {
    Scalar: (_, scalar) => {
      const { value } = scalar;
      if (typeof value === 'string' && value.includes('\n') && ODD_LINES.test(value))
        scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0 });
}
