import { fail, ok, type Result, type Warning } from '../../core/result';
import type { Note } from '../../core/schema';
import { MAX_IMPORTED_ANNOTATIONS } from '../../core/vocabulary';
import { decodeText } from '../decode';
import type { AnnotationFormat } from './annotation-format';
import { type FoundAnnotations, fromDrafts } from './draft';
import { hypothesis } from './hypothesis';
import { webAnnotation } from './web-annotation';
import { zotero } from './zotero';

export type { FoundAnnotation } from './draft';

/** Every kind of file that annotations come in, by name. What a file is, its content says: two of them end in `.json`. */
const FORMATS = { webAnnotation, hypothesis, zotero } as const satisfies Readonly<
  Record<string, AnnotationFormat>
>;

/** Largest file that annotations are read from, in bytes. */
export const MAX_ANNOTATION_FILE = 20_000_000;

/** Endings of files that may hold annotations, with the dot. */
export const ANNOTATION_EXTENSIONS: readonly string[] = [
  ...new Set(Object.values(FORMATS).flatMap(({ extensions }): readonly string[] => extensions)),
];

/** With the dot. */
export const WRITTEN_EXTENSION = webAnnotation.extensions[0];

/**
 * Reads the annotations of a file.
 * @param context the file's name without its folder; now, ISO 8601
 * @returns `file-without-annotations`, `file-too-large`, `annotations-too-many`
 */
export async function readAnnotations(
  bytes: Uint8Array,
  { name, now }: { readonly name: string; readonly now: string },
): Promise<Result<FoundAnnotations & { readonly warnings: readonly Warning[] }>> {
  if (bytes.length > MAX_ANNOTATION_FILE) {
    const max = MAX_ANNOTATION_FILE / 1e6;
    return fail('file-too-large', { file: name, size: Math.ceil(bytes.length / 1e6), max });
  }
  const none = fail('file-without-annotations', { file: name });
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return none;
  const { text, warnings } = decoded.value;
  const content = { text, json: parseJson(text), now };
  for (const [format, { read: readAs }] of Object.entries(FORMATS)) {
    const drafts = readAs(content);
    if (!drafts) continue;
    const read = await fromDrafts(format, drafts, MAX_IMPORTED_ANNOTATIONS);
    if (!read) return fail('annotations-too-many', { file: name, max: MAX_IMPORTED_ANNOTATIONS });
    if (read.found.length === 0) return none;
    return ok({ ...read, warnings: [...warnings, ...(drafts.warnings ?? [])] });
  }
  return none;
}

/** The annotations of a note as W3C Web Annotations (JSON-LD). */
export const writeAnnotations = (note: Note): Uint8Array => webAnnotation.write(note);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // It may be HTML; and what nests too deep is nothing that we read.
    return undefined;
  }
}
