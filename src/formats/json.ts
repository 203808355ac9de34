import { fitAnchors } from '../core/annotation';
import { cleanTexts } from '../core/clean';
import { fail, ok, type Result } from '../core/result';
import { NOTE_SCHEMA, type Note, noteSchema } from '../core/schema';
import { decodeText } from './decode';
import type { Format, Imported, ReadContext } from './format';

/** The note as the library stores it: written for whoever wants to read notes by program, and attached to every PDF. */
export const json = {
  extensions: ['.json'],
  read,
  write: async (note: Note) => new TextEncoder().encode(`${JSON.stringify(note, null, 2)}\n`),
} as const satisfies Format;

async function read(bytes: Uint8Array, { name }: ReadContext): Promise<Result<Imported>> {
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return decoded;
  let data: unknown;
  try {
    data = JSON.parse(decoded.value.text);
  } catch {
    return fail('file-not-a-note', { file: name });
  }
  const schema = typeof data === 'object' && data !== null && 'schema' in data ? data.schema : null;
  if (typeof schema === 'number' && schema > NOTE_SCHEMA) return fail('file-newer-version', { file: name });
  const parsed = noteSchema.safeParse(data);
  if (!parsed.success) return fail('file-not-a-note', { file: name });
  const stored = cleanTexts(parsed.data);
  const note = { ...stored, annotations: fitAnchors(stored.annotations, stored.text) };
  return ok({ note, warnings: decoded.value.warnings, withRepeats: null });
}
