import type { Annotation, Note, Reply } from '../core/schema';
import { printYaml } from './yaml';

/** The mark by which our own files are known, with the version of what stands in them. */
export const MARK = 'briefing-desk';
export const MARK_VERSION = 1;

/** Everything of a note but its text, from `---` to `---`, with a line feed at the end (docs/note-format.md). */
export async function frontMatterOf(note: Note): Promise<string> {
  const { title, language, source, details, tags, pinned, archived, trashed } = note;
  const fields = {
    title,
    language,
    ...(Object.keys(source).length > 0 && { source }),
    ...(Object.keys(details).length > 0 && { details }),
    ...(tags.length > 0 && { tags }),
    ...(pinned && { pinned }),
    ...(archived && { archived }),
    ...(trashed !== null && { trashed }),
    created: note.created,
    updated: note.updated,
    ...(note.annotations.length > 0 && { annotations: note.annotations.map(annotationFields) }),
    id: note.id,
    [MARK]: MARK_VERSION,
  };
  return `---\n${await printYaml(fields)}---\n`;
}

function annotationFields(annotation: Annotation) {
  const [{ start, end }, { exact, prefix, suffix }] = annotation.target;
  const { kind, comment, state, quoted, who, by, author, created, updated, resolved, id, replies } =
    annotation;
  return {
    kind,
    quote: exact,
    ...(comment !== '' && { comment }),
    ...(who !== undefined && { who }),
    ...(by !== undefined && { by }),
    ...(state !== 'exact' && { state }),
    ...(quoted !== undefined && { quoted }),
    ...(author !== '' && { author }),
    created,
    updated,
    ...(resolved !== null && { resolved }),
    start,
    end,
    prefix,
    suffix,
    id,
    ...(replies.length > 0 && { replies: replies.map(replyFields) }),
  };
}

const replyFields = ({ comment, author, created, updated, id }: Reply) => ({
  comment,
  ...(author !== '' && { author }),
  created,
  updated,
  id,
});
