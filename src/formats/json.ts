import { fitAnchors } from '../core/annotation';
import { cleanTexts } from '../core/clean';
import { readVersioned } from '../core/migrations/read';
import { fail, ok, type Result } from '../core/result';
import { type Note, noteSchema } from '../core/schema';
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
  const parsed = readVersioned('note', noteSchema, data);
  if (parsed.is === 'newer') return fail('file-newer-version', { file: name });
  if (parsed.is === 'damaged') return fail('file-not-a-note', { file: name });
  const stored = cleanTexts(parsed.value);
  const note = { ...stored, annotations: fitAnchors(stored.annotations, stored.text) };
  return ok({ note, warnings: decoded.value.warnings, withRepeats: null });
}
