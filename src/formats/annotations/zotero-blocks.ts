import { type HtmlReader, readHtml, shownText } from './html';
import { isFields } from './values';

export interface ZoteroHighlight {
  readonly what: 'highlight';
  /** The quote, without the quotation marks around it. */
  readonly text: string;
  /** Zotero's own name of the annotation; empty: not known. */
  readonly key: string;
  /** `#ffd400`; empty: not known. */
  readonly colour: string;
}

export type ZoteroPart = ZoteroHighlight | { readonly what: 'citation' | 'text'; readonly text: string };

/** A paragraph of a note. */
export interface ZoteroBlock {
  readonly isHeading: boolean;
  readonly parts: readonly ZoteroPart[];
}

/** The paragraphs of a note that have words; null: it nests too deep. */
export function blocksOf(html: string): ZoteroBlock[] | null {
  const reader = new NoteReader();
  return readHtml(html, reader) ? reader.blocks() : null;
}

interface Raw {
  readonly what: 'highlight' | 'citation' | 'text';
  text: string;
  key: string;
  colour: string;
}

class NoteReader implements HtmlReader {
  readonly #blocks: ZoteroBlock[] = [];
  #parts: Raw[] = [];
  #isHeading = false;
  /** The elements inside the highlight, citation or link that is being read, it itself being the first. */
  #inside = 0;
  #isLink = false;

  blocks(): ZoteroBlock[] {
    this.block();
    return this.#blocks;
  }

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (/^h[1-6]$/.test(name)) this.#isHeading = true;
    const colour = colourOf(attributes.style ?? '');
    if (this.#inside > 0) {
      if (!VOID.has(name)) this.#inside += 1;
      const current = this.#parts.at(-1);
      if (current?.what === 'highlight' && current.colour === '') current.colour = colour;
      return;
    }
    const classes = (attributes.class ?? '').split(/\s+/);
    if (classes.includes('highlight') || classes.includes('underline')) {
      this.#begin({
        what: 'highlight',
        text: '',
        key: '',
        colour,
        ...storedIn(attributes['data-annotation']),
      });
    } else if (classes.includes('citation')) this.#begin({ what: 'citation', text: '', key: '', colour: '' });
    else if (name === 'a') this.#link(attributes.href ?? '');
  }

  closed(name: string): void {
    if (this.#inside > 0 && !VOID.has(name)) this.#inside -= 1;
    if (this.#inside > 0 || !this.#isLink) return;
    this.#isLink = false;
    this.text(LINK);
  }

  text(words: string): void {
    if (this.#isLink) return;
    const current = this.#parts.at(-1);
    if (this.#inside > 0 && current) current.text += words;
    else if (current?.what === 'text') current.text += words;
    else this.#parts.push({ what: 'text', text: words, key: '', colour: '' });
  }

  block(): void {
    this.#inside = 0;
    this.#isLink = false;
    const parts = this.#parts.flatMap(finished);
    if (parts.length > 0) this.#blocks.push({ isHeading: this.#isHeading, parts });
    this.#parts = [];
    this.#isHeading = false;
  }

  #begin(part: Raw): void {
    this.#parts.push(part);
    this.#inside = 1;
  }

  /** `(pdf)`, which opens the annotation in Zotero, names it. It is no part of what the person wrote. */
  #link(href: string): void {
    const key = /^zotero:\/\/.*[?&]annotation=([0-9A-Z]+)/.exec(href)?.[1];
    const highlight = this.#parts.findLast(({ what }) => what === 'highlight');
    if (!key || !highlight) return;
    if (highlight.key === '') highlight.key = key;
    this.#inside = 1;
    this.#isLink = true;
  }
}

/** Elements that do not end by themselves. */
const VOID = new Set(['br', 'img', 'hr', 'wbr', 'input', 'meta', 'link', 'col']);
/** Stands where a link was, so that the brackets around it go with it. */
const LINK = '\ufdd0';

function finished({ what, text, key, colour }: Raw): ZoteroPart[] {
  const words = withoutLinks(shownText(text));
  if (words === '') return [];
  if (what !== 'highlight') return [{ what, text: words }];
  return [{ what, text: withoutMarks(words), key, colour }];
}

const withoutLinks = (words: string): string => words.replace(/ ?\(? ?\ufdd0 ?\)? ?/g, ' ').trim();

/** Zotero puts the marks of its own language around a quote; a word that was parted at the end of a line is one again. */
const withoutMarks = (quote: string): string =>
  quote
    .replace(/(\p{L})[\u2010\u00ad] (?=\p{Ll})/gu, '$1')
    .replace(/^[“"„«»‘‚「『]\s?([\s\S]+?)\s?[”"“»«’‘」』]$/, '$1')
    .trim();

function storedIn(attribute: string | undefined): { key?: string; colour?: string } {
  if (!attribute) return {};
  try {
    const stored: unknown = JSON.parse(decodeURIComponent(attribute));
    if (!isFields(stored)) return {};
    const { annotationKey, color } = stored;
    return {
      ...(typeof annotationKey === 'string' && { key: annotationKey }),
      ...(typeof color === 'string' && { colour: color.toLowerCase() }),
    };
  } catch {
    return {};
  }
}

/** The colour behind words, without how much of it shows through. */
function colourOf(style: string): string {
  const value = /background(?:-color)?:\s*([^;]+)/i.exec(style)?.[1]?.trim().toLowerCase() ?? '';
  const hex = /^#[0-9a-f]{6}/.exec(value)?.[0];
  if (hex) return hex;
  const rgb = /^rgba?\((\d{1,3}),\s*(\d{1,3}),\s*(\d{1,3})/.exec(value)?.slice(1);
  return rgb ? `#${rgb.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}` : '';
}
