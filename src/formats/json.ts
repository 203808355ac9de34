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

/** One note, or several as a PDF of several has them attached: all of them, or none. */
async function read(bytes: Uint8Array, { name }: ReadContext): Promise<Result<readonly Imported[]>> {
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return decoded;
  let data: unknown;
  try {
    data = JSON.parse(decoded.value.text);
  } catch {
    return fail('file-not-a-note', { file: name });
  }
  const notes: Imported[] = [];
  for (const stored of Array.isArray(data) ? data : [data]) {
    const note = noteIn(stored, name);
    if (!note.ok) return note;
    notes.push({ note: note.value, warnings: decoded.value.warnings, withRepeats: null });
  }
  return notes.length === 0 ? fail('file-not-a-note', { file: name }) : ok(notes);
}

function noteIn(data: unknown, name: string): Result<Note> {
  const parsed = readVersioned('note', noteSchema, data);
  if (parsed.is === 'newer') return fail('file-newer-version', { file: name });
  if (parsed.is === 'damaged') return fail('file-not-a-note', { file: name });
  const stored = cleanTexts(parsed.value);
  return ok({ ...stored, annotations: fitAnchors(stored.annotations, stored.text) });
}
