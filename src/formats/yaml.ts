import { cleanTexts } from '../core/clean';
import { ok, type Result } from '../core/result';

/** A hostile file can make few lines stand for many; nobody writes more than this by hand. */
const MAX_ALIASES = 50;

/** Reads YAML 1.2. The reader is loaded when it is first needed: most starts never do. */
export async function parseYaml(yaml: string): Promise<Result<unknown> | { ok: false }> {
  const { parse } = await import('yaml');
  try {
    return ok(
      cleanTexts(
        parse(yaml, { logLevel: 'error', maxAliasCount: MAX_ALIASES, prettyErrors: false }) as unknown,
      ),
    );
  } catch {
    // Whatever it is, the file is not front matter that can be read; it is kept as text.
    return { ok: false };
  }
}

/** Writes YAML that reads as exactly the same data, long lines unbroken. */
export async function printYaml(data: unknown): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(data, { lineWidth: 0 });
}
