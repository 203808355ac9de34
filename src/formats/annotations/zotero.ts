import type { Kind } from '../../core/vocabulary';
import type { AnnotationFormat, Content, Drafts } from './annotation-format';
import { asMarkdown } from './comments';
import type { Draft } from './draft';
import { blocksOf, type ZoteroBlock } from './zotero-blocks';

/**
 * A note that Zotero made from annotations, as it stores it (with `data-annotation`) and as it exports it (without), in HTML.
 * <https://www.zotero.org/support/note_templates>
 */
export const zotero = { extensions: ['.html', '.htm'], read } as const satisfies AnnotationFormat;

/** Zotero's colours have no meaning of their own; these are taken for what most people use them for. */
const KIND_OF_COLOUR: Readonly<Record<string, Kind>> = {
  '#ff6666': 'risk',
  '#5fb236': 'key-fact',
  '#2ea8e5': 'question',
  '#a28ae5': 'action',
};

interface Found {
  readonly key: string;
  readonly colour: string;
  /** Empty: Zotero calls it a note; it is about a place of a page. */
  readonly quote: string;
  /** Plain text, one paragraph a line. */
  comment: string;
  isCited: boolean;
}

function read({ text, now }: Content): Drafts | null {
  if (!/^\s*</.test(text)) return null;
  const blocks = blocksOf(text);
  if (!blocks) return null;
  const withHighlights = blocks.some(({ parts }) => parts.some(({ what }) => what === 'highlight'));
  const { found, unread } = annotationsIn(withHighlights ? blocks : blocks.map(withQuotation));
  if (found.length === 0) return null;
  return { drafts: draftsOf(found, now), unread };
}

function* draftsOf(found: readonly Found[], now: string): Iterable<Draft> {
  for (const { key, colour, quote, comment } of found)
    yield {
      name: key,
      kind: KIND_OF_COLOUR[colour] ?? 'remark',
      quote: { exact: quote, prefix: '', suffix: '' },
      position: null,
      comment: asMarkdown(comment),
      author: '',
      created: now,
      updated: now,
      source: null,
      replies: [],
    };
}

/** What stands beside a highlight in its paragraph, and the paragraphs after it, are its comment; headings part. */
function annotationsIn(blocks: readonly ZoteroBlock[]): { found: Found[]; unread: number } {
  const found: Found[] = [];
  const begin = (one: Partial<Found>): Found => {
    const begun = { key: '', colour: '', quote: '', comment: '', isCited: false, ...one };
    found.push(begun);
    return begun;
  };
  let unread = 0;
  let current: Found | null = null;
  for (const { isHeading, parts } of blocks) {
    if (isHeading) {
      current = null;
      continue;
    }
    const ownsHighlight = parts.some(({ what }) => what === 'highlight');
    // A place of a page that was commented on without a highlight has its own citation.
    if (!ownsHighlight && parts[0]?.what === 'citation' && current?.isCited !== false) current = begin({});
    let words = '';
    let isNew = ownsHighlight;
    for (const part of parts) {
      if (part.what === 'text') words = words === '' ? part.text : `${words} ${part.text}`;
      if (part.what === 'citation' && current && !isNew) current.isCited = true;
      if (part.what !== 'highlight') continue;
      // Words before the first highlight of a paragraph are about that one.
      if (current && !isNew) {
        addWords(current, words);
        words = '';
      }
      isNew = false;
      current = begin({ key: part.key, colour: part.colour, quote: part.text });
    }
    if (current) addWords(current, words);
    else unread += 1;
  }
  return { found, unread };
}

function addWords(to: Found, words: string): void {
  to.comment = [to.comment, words].filter((each) => each !== '').join('\n');
}

/** “quote” (citation) comment. Bounded, so that no paragraph takes long. */
const QUOTATION =
  /^[“"„«] ?([\s\S]{1,10000}?) ?[”"“»] ?\([^()]{0,300}(?:\([^()]{0,100}\)[^()]{0,300}){0,4}\) ?([\s\S]*)$/;

/** A paragraph that begins with a quotation and its citation, in a note that was made before highlights were marked as such. */
function withQuotation(block: ZoteroBlock): ZoteroBlock {
  const text = block.parts.map((part) => part.text).join(' ');
  const match = QUOTATION.exec(text);
  if (!match || block.isHeading) return block;
  const [, quote = '', comment = ''] = match;
  return {
    ...block,
    parts: [
      { what: 'highlight', text: quote, key: '', colour: '' },
      ...(comment === '' ? [] : [{ what: 'text', text: comment } as const]),
    ],
  };
}
