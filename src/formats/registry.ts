import { fail, ok, type Result } from '../core/result';
import type { Note } from '../core/schema';
import type { Format, Imported, ReadContext } from './format';
import { json } from './json';
import { markdown } from './markdown';
import { pdf } from './pdf/pdf';
import { plain } from './plain';

export type { Imported, ReadContext } from './format';

/** Every kind of file that notes come from and go to, by its name on the command line. PDF is made by the typesetter. */
const FORMATS = { md: markdown, txt: plain, json, pdf } as const satisfies Readonly<Record<string, Format>>;

export type WritableFormat = 'md' | 'json';
export const WRITABLE_FORMATS: readonly WritableFormat[] = ['md', 'json'];

/** Largest file that is imported, in bytes. */
export const MAX_IMPORT = 20_000_000;

/** The kinds of file that can be imported, by name; their extensions with the dot, in lower case. */
export const IMPORT_KINDS: readonly { readonly name: string; readonly extensions: readonly string[] }[] =
  Object.entries(FORMATS).map(([name, { extensions }]) => ({ name, extensions }));

/** Of all kinds. */
export const IMPORT_EXTENSIONS: readonly string[] = IMPORT_KINDS.flatMap(({ extensions }) => extensions);

/**
 * Reads a file's bytes as notes, one at least. Names without an extension are taken for plain text.
 * @returns `format-unknown`, `file-empty`, `file-binary`, `file-too-large`, `file-not-a-note`, `file-newer-version`, `pdf-without-note`,
 *   `pdf-protected`, `pdf-password-wrong`
 */
export async function readNotes(
  bytes: Uint8Array,
  context: ReadContext,
): Promise<Result<readonly Imported[]>> {
  const { name } = context;
  const extension = (/\.[^.]+$/.exec(name)?.[0] ?? '.txt').toLowerCase();
  const format = Object.values(FORMATS).find(({ extensions }) =>
    (extensions as readonly string[]).includes(extension),
  );
  if (!format) return fail('format-unknown', { file: name });
  if (bytes.length > MAX_IMPORT) {
    return fail('file-too-large', { file: name, size: Math.ceil(bytes.length / 1e6), max: MAX_IMPORT / 1e6 });
  }
  return format.read(bytes, context);
}

/** The same for a file that holds one note. @returns `file-of-several-notes` besides, where it holds more */
export async function readNote(bytes: Uint8Array, context: ReadContext): Promise<Result<Imported>> {
  const read = await readNotes(bytes, context);
  if (!read.ok) return read;
  const [one, ...others] = read.value;
  if (one && others.length === 0) return ok(one);
  return fail('file-of-several-notes', { file: context.name, count: read.value.length });
}

/** A note as the bytes of a file. */
export const writeNote = async (
  note: Note,
  format: WritableFormat,
): Promise<Result<{ value: Uint8Array; warnings: [] }>> =>
  ok({ value: await FORMATS[format].write(note), warnings: [] });

/** With the dot. */
export const extensionOf = (format: 'pdf' | WritableFormat): string =>
  format === 'pdf' ? '.pdf' : FORMATS[format].extensions[0];
