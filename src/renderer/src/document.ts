import type { Document } from '../../core/document';
import { parseMarkdown } from '../../core/markdown';

let last: { readonly markdown: string; readonly document: Document } | null = null;

/** The tree of the open note's text. All who need it get the same one: a long text is read once. */
export function documentOf(markdown: string): Document {
  if (last?.markdown !== markdown) last = { markdown, document: parseMarkdown(markdown) };
  return last.document;
}
