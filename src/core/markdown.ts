import { decodeHTML } from 'entities';
import { lexer as lexerOfMarked, type Token, type Tokens } from 'marked';
import { safeLink } from './address';
import type { Alignment, Block, Document, Footnote, Inline, ListItem, TableCell } from './document';
import { type FootnoteDefinition, footnotesIn, lexer } from './footnotes';
import { nestsTooDeep } from './nesting';
import { plainProse } from './plain-prose';

/** Deeper nesting than this is shown as the characters it is written in: no reader follows it, and every consumer recurses. */
const MAX_DEPTH = 24;

/**
 * Reads Markdown into a document tree. Total: any string gives a document. Raw HTML is text (but for `<br>`, and comments,
 * which are left out), so nothing in a note can run.
 * @param markdown CommonMark with GitHub's extensions, as marked reads it
 */
export function parseMarkdown(markdown: string): Document {
  return documentOf(tokensOf(markdown, lexer));
}

/** A piece of the plain text, and the token that it was read from. */
export interface Leaf {
  readonly token: Token;
  /** In the plain text, in UTF-16 code units. */
  readonly start: number;
  readonly text: string;
}

/** The plain text of a text, its tokens, and the pieces of the plain text that they hold, in their order. */
export function readLeaves(markdown: string): { text: string; tokens: Token[]; leaves: Leaf[] } {
  const tokens = tokensOf(markdown, lexer);
  const leaves: Leaf[] = [];
  const { text } = documentOf(tokens, (leaf) => leaves.push(leaf));
  return { text, tokens, leaves };
}

function documentOf(tokens: readonly Token[], onLeaf?: (leaf: Leaf) => void): Document {
  const footnotes = footnotesIn(tokens);
  const reader = new DocumentReader(footnotes, onLeaf);
  const blocks = reader.blocks(tokens, 0);
  if (footnotes.length > 0) blocks.push({ type: 'footnotes', items: reader.footnotes() });
  return { blocks, text: reader.plainText() };
}

function tokensOf(markdown: string, read: (markdown: string) => Token[]): Token[] {
  if (nestsTooDeep(markdown)) return literally(markdown);
  try {
    return read(markdown);
  } catch (error) {
    // marked recurses, and what is hostile enough may still nest deeper than the stack.
    if (!(error instanceof RangeError)) throw error;
    return literally(markdown);
  }
}

/** Paragraphs of the characters as they are written. */
const literally = (markdown: string): Token[] =>
  markdown
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((text) => ({ type: 'paragraph', raw: text, text, tokens: [{ type: 'escape', raw: text, text }] }));

/** The plain text of a note: what annotations are anchored in, what search looks through. */
export const plainText = (markdown: string): string => plainProse(markdown) ?? parseMarkdown(markdown).text;

/** The plain text as it was in notes up to version 2, which knew no footnotes. */
export const plainTextAs2 = (markdown: string): string => documentOf(tokensOf(markdown, lexerOfMarked)).text;

/**
 * Markdown that reads as exactly these words in one paragraph.
 * @param paragraph plain text without line feeds
 */
export function escapeParagraph(paragraph: string): string {
  // What looks like a footnote may become one beside other paragraphs.
  if (!paragraph.includes('[^') && readsAs(paragraph, paragraph)) return paragraph;
  const escaped = paragraph.replace(/[\\`*_{}[\]<>()#+\-.!|~&:@/]/g, (mark) =>
    /[&:@/]/.test(mark) ? `&#${mark.charCodeAt(0)};` : `\\${mark}`,
  );
  return escaped;
}

function readsAs(markdown: string, words: string): boolean {
  const { blocks, text } = parseMarkdown(markdown);
  const only = blocks[0];
  return (
    text === words &&
    blocks.length === 1 &&
    only?.type === 'paragraph' &&
    only.children.every(({ type }) => type === 'text')
  );
}

class DocumentReader {
  #parts: string[] = [];
  #length = 0;
  #empty = true;
  readonly #footnotes: readonly FootnoteDefinition[];
  readonly #onLeaf: ((leaf: Leaf) => void) | undefined;
  #isInFootnote = false;

  /**
   * @param footnotes those that the text refers to, in the order of their numbers
   * @param onLeaf hears of every piece of the plain text
   */
  constructor(footnotes: readonly FootnoteDefinition[], onLeaf?: (leaf: Leaf) => void) {
    this.#footnotes = footnotes;
    this.#onLeaf = onLeaf;
  }

  plainText(): string {
    return this.#parts.join('');
  }

  blocks(tokens: readonly Token[], depth: number): Block[] {
    return tokens.flatMap((token) => this.#block(token as Tokens.Generic, depth));
  }

  /** What the footnotes say, after everything else of the text. */
  footnotes(): Footnote[] {
    this.#isInFootnote = true;
    return this.#footnotes.map(({ tokens = [] }, index) => ({
      number: index + 1,
      blocks: this.blocks(tokens, 1),
    }));
  }

  #block(token: Tokens.Generic, depth: number): Block[] {
    if (depth > MAX_DEPTH) return [this.#literal(token, token.raw)];
    switch (token.type) {
      case 'heading':
        this.#part('\n');
        return [{ type: 'heading', level: token.depth, children: this.#inlines(token.tokens ?? [], depth) }];
      case 'paragraph':
      case 'text':
        this.#part('\n');
        return [
          {
            type: 'paragraph',
            children: this.#inlines(token.tokens ?? [token], depth),
          },
        ];
      case 'blockquote':
        return [{ type: 'quote', blocks: this.blocks(token.tokens ?? [], depth + 1) }];
      case 'list':
        return [
          {
            type: 'list',
            ordered: token.ordered,
            first: typeof token.start === 'number' ? token.start : 1,
            tight: !token.loose,
            items: token.items.map((item: Tokens.ListItem): ListItem => this.#item(item, depth)),
          },
        ];
      case 'code':
        this.#part('\n');
        return [{ type: 'code', language: firstWord(token.lang ?? ''), ...this.#leaf(token, token.text) }];
      case 'table':
        return [this.#table(token as Tokens.Table, depth)];
      case 'hr':
        return [{ type: 'rule' }];
      case 'html': {
        const text = withoutComments(token.raw).trim();
        return text === '' ? [] : [this.#literal(token, text)];
      }
      case 'footnoteDefinition':
        // One that nothing refers to stays as it is written.
        if (this.#footnotes.includes(token as FootnoteDefinition)) return [];
        return [this.#literal(token, token.raw)];
      case 'space':
      case 'def':
      case 'checkbox':
        return [];
      default:
        return [this.#literal(token, token.raw)];
    }
  }

  #item(item: Tokens.ListItem, depth: number): ListItem {
    return { checked: item.task ? item.checked === true : null, blocks: this.blocks(item.tokens, depth + 1) };
  }

  #table(token: Tokens.Table, depth: number): Block {
    const row = (cells: readonly Tokens.TableCell[]): TableCell[] =>
      cells.map((cell, column) => {
        this.#part(column === 0 ? '\n' : '\t');
        return { children: this.#inlines(cell.tokens, depth) };
      });
    return {
      type: 'table',
      align: token.align.map((align): Alignment => align),
      header: row(token.header),
      rows: token.rows.map(row),
    };
  }

  #literal(token: Token, raw: string): Block {
    this.#part('\n');
    return {
      type: 'paragraph',
      children: [{ type: 'text', ...this.#leaf(token, raw.replace(/\s+/g, ' ').trim()) }],
    };
  }

  #inlines(tokens: readonly Token[], depth: number): Inline[] {
    return tokens.flatMap((token) => this.#inline(token as Tokens.Generic, depth));
  }

  #inline(token: Tokens.Generic, depth: number): Inline[] {
    if (depth > MAX_DEPTH) return this.#text(token, token.raw);
    switch (token.type) {
      case 'text':
        return token.tokens
          ? this.#inlines(token.tokens, depth + 1)
          : this.#text(token, decodeHTML(token.text));
      case 'escape':
        return this.#text(token, token.text);
      case 'strong':
        return [{ type: 'strong', children: this.#inlines(token.tokens ?? [], depth + 1) }];
      case 'em':
        return [{ type: 'emphasis', children: this.#inlines(token.tokens ?? [], depth + 1) }];
      case 'del':
        return [{ type: 'strikethrough', children: this.#inlines(token.tokens ?? [], depth + 1) }];
      case 'codespan':
        return [{ type: 'code', ...this.#leaf(token, token.text) }];
      case 'br':
        return [{ type: 'break', start: this.#leaf(token, '\n').start }];
      case 'link':
        return [
          {
            type: 'link',
            address: safeLink(decodeHTML(token.href)),
            title: decodeHTML(token.title ?? ''),
            children: this.#inlines(token.tokens ?? [], depth + 1),
          },
        ];
      case 'image':
        return [
          {
            type: 'image',
            address: decodeHTML(token.href),
            title: decodeHTML(token.title ?? ''),
            ...this.#leaf(token, decodeHTML(token.text)),
          },
        ];
      case 'footnoteReference': {
        // Footnotes have none of their own: not every program could show those.
        const index = this.#isInFootnote
          ? -1
          : this.#footnotes.findIndex(({ label }) => label === token.label);
        return index < 0 ? this.#text(token, token.raw) : [{ type: 'footnote', number: index + 1 }];
      }
      case 'html':
        if (/^<br\s*\/?>$/i.test(token.raw)) return [{ type: 'break', start: this.#leaf(token, '\n').start }];
        return this.#text(token, withoutComments(token.raw));
      case 'checkbox':
        return [];
      default:
        return this.#text(token, token.raw);
    }
  }

  #text(token: Token, words: string): Inline[] {
    // A line feed inside a paragraph is CommonMark's soft break, shown as a space.
    const text = words.replace(/\n/g, ' ');
    return text === '' ? [] : [{ type: 'text', ...this.#leaf(token, text) }];
  }

  #leaf(token: Token, text: string): { text: string; start: number } {
    const start = this.#length;
    this.#append(text);
    this.#onLeaf?.({ token, start, text });
    return { text, start };
  }

  #part(separator: string): void {
    if (!this.#empty) this.#append(separator);
    this.#empty = false;
  }

  #append(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

const withoutComments = (html: string): string => html.replace(/<!--[\s\S]*?(-->|$)/g, '');
const firstWord = (info: string): string => /^\S*/.exec(info.trim())?.[0] ?? '';
