import { detectLanguage } from '../core/language';
import { escapeParagraph } from '../core/markdown';
import { newNote } from '../core/note';
import { plainParagraphs } from '../core/plain-paragraphs';
import { withoutRepeats } from '../core/repeats';
import { ok, type Result, type Warning } from '../core/result';
import { titleOf } from '../core/titles';
import { decodeText, withoutControls } from './decode';
import type { Format, Imported, ReadContext } from './format';
import { sourceOf } from './source';

/** Plain text: each of its paragraphs becomes one that reads letter for letter as it stands in the file. */
export const plain = { extensions: ['.txt', '.text'], read } as const satisfies Format;

async function read(
  bytes: Uint8Array,
  { name, now, newId }: ReadContext,
): Promise<Result<readonly Imported[]>> {
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return decoded;
  const paragraphs = plainParagraphs(withoutControls(decoded.value.text));
  const { title, rest } = titleOf(paragraphs);
  const { kept, leftOut } = withoutRepeats(rest);
  const { source, warnings } = sourceOf(rest, now);
  const note = newNote(newId(), now, {
    title,
    text: asMarkdown(kept),
    language: detectLanguage(rest.join('\n')) ?? 'en',
    source,
  });
  const repeated: Warning[] =
    leftOut > 0 ? [{ code: 'repeated-paragraphs', details: { count: leftOut } }] : [];
  const imported: Imported = {
    note,
    warnings: [...decoded.value.warnings, ...repeated, ...warnings],
    withRepeats: leftOut > 0 ? asMarkdown(rest) : null,
  };
  return ok([imported]);
}

const asMarkdown = (paragraphs: readonly string[]): string => paragraphs.map(escapeParagraph).join('\n\n');
