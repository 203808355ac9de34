import { detectLanguage } from '../core/language';
import { parseMarkdown } from '../core/markdown';
import { markdownParts } from '../core/markdown-parts';
import { newNote } from '../core/note';
import { fail, ok, type Result, type Warning } from '../core/result';
import type { Note } from '../core/schema';
import { firstSentence } from '../core/titles';
import { decodeText, withoutControls } from './decode';
import type { Format, Imported, ReadContext } from './format';
import { type Fields, isOurs, readFields } from './front-matter';
import { frontMatterOf } from './front-matter-out';
import { sourceOf } from './source';
import { parseYaml } from './yaml';

/**
 * Markdown with YAML front matter. What is written holds the whole note, so that it can leave and come back; what others wrote is
 * read as far as a note has a place for it.
 */
export const markdown = {
  extensions: ['.md', '.markdown', '.mdown'],
  read,
  write: async (note: Note) => new TextEncoder().encode(`${await frontMatterOf(note)}\n${note.text}\n`),
} as const satisfies Format;

/** How much of a text is read for its title, source and language, in UTF-16 code units. */
const BEGINNING = 4000;

async function read(bytes: Uint8Array, context: ReadContext): Promise<Result<readonly Imported[]>> {
  const decoded = decodeText(bytes, context.name);
  if (!decoded.ok) return decoded;
  const { text: file, warnings } = decoded.value;
  const front = await frontMatter(file);
  if (!front.fields) {
    const ignored: Warning[] = front.broken ? [{ code: 'front-matter-ignored', details: {} }] : [];
    return ok([foreign({}, file, [...warnings, ...ignored], context)]);
  }
  if (!isOurs(front.fields)) return ok([foreign(front.fields, front.text, warnings, context)]);
  // Exactly what was written: one empty line after the front matter, one line feed at the end.
  const text = front.text.replace(/^\n/, '').replace(/\n$/, '');
  const { parts, id, created, updated, warnings: noticed } = readFields(front.fields, text);
  const language = parts.language ?? detectLanguage(text) ?? 'en';
  const note = newNote(id ?? context.newId(), created ?? context.now, { ...parts, text, language });
  if (note.title === '' && note.text.trim() === '' && note.annotations.length === 0 && !id)
    return fail('file-empty', { file: context.name });
  const dated = { ...note, updated: updated ?? created ?? context.now };
  return ok([{ note: dated, warnings: [...warnings, ...noticed], withRepeats: null }]);
}

/** The front matter of a file and what follows it. Line ends are only touched where they were converted as a whole. */
async function frontMatter(file: string): Promise<{ fields: Fields | null; text: string; broken: boolean }> {
  const normal = /^---[ \t]*\r\n/.test(file) ? file.replace(/\r\n/g, '\n') : file;
  const match = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/.exec(normal);
  if (!match) return { fields: null, text: file, broken: false };
  const yaml = await parseYaml(match[1] ?? '');
  if (!yaml.ok) return { fields: null, text: file, broken: true };
  const fields = yaml.value ?? {};
  // A text between two rules is not front matter.
  if (typeof fields !== 'object' || Array.isArray(fields)) return { fields: null, text: file, broken: false };
  return { fields: fields as Fields, text: normal.slice(match[0].length), broken: false };
}

function foreign(
  fields: Fields,
  body: string,
  warnings: readonly Warning[],
  { name, now, newId }: ReadContext,
): Imported {
  const {
    title: heading,
    text,
    leftOut,
    withRepeats,
  } = markdownParts(withoutControls(body).replace(/\r\n?/g, '\n'));
  const { parts, id, created, updated, warnings: noticed } = readFields(fields, text);
  const paragraphs = parseMarkdown(text.slice(0, BEGINNING)).text.split('\n');
  const found = sourceOf(paragraphs, now);
  const source = { ...found.source, ...parts.source };
  const title = parts.title || heading || firstSentence(paragraphs[0] ?? '') || name.replace(/\.[^.]+$/, '');
  const headingStays = parts.title && heading && parts.title !== heading;
  const withHeading = (rest: string): string => (headingStays ? `# ${heading}\n\n${rest}` : rest);
  const note = newNote(id ?? newId(), created ?? now, {
    ...parts,
    title,
    text: withHeading(text),
    language: parts.language ?? detectLanguage(paragraphs.join('\n')) ?? 'en',
    source,
  });
  const repeated: Warning[] =
    leftOut > 0 ? [{ code: 'repeated-paragraphs', details: { count: leftOut } }] : [];
  return {
    note: { ...note, updated: updated ?? now },
    warnings: [...warnings, ...noticed, ...repeated, ...(parts.source?.date ? [] : found.warnings)],
    withRepeats: withRepeats === null ? null : withHeading(withRepeats),
  };
}
