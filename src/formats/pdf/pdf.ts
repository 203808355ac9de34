import { fail, type Result } from '../../core/result';
import type { Format, Imported, ReadContext } from '../format';
import { json } from '../json';

/** A PDF that the app has made: the notes that it was made of are attached to it. */
export const pdf = { extensions: ['.pdf'], read } as const satisfies Format;

async function read(bytes: Uint8Array, context: ReadContext): Promise<Result<readonly Imported[]>> {
  // A large library, for which no other file has a use.
  const { attachedFiles } = await import('./attached-files');
  const attached = await attachedFiles(bytes, context.name, context.password);
  if (!attached.ok) return attached;
  for (const { name, content } of attached.value) {
    if (!name.toLowerCase().endsWith('.json')) continue;
    const notes = await json.read(content, context);
    // What somebody else attached may be JSON, too.
    if (notes.ok || notes.error.code !== 'file-not-a-note') return notes;
  }
  return fail('pdf-without-note', { file: context.name });
}
