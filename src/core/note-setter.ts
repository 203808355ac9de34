import { embeddedImage } from './address';
import type { BriefingAnnotation } from './briefing-data';
import { formatDay } from './dates';
import type { Block, Document, Inline } from './document';
import { orderedHeadings } from './headings';
import { runsOf, type Span } from './highlight';
import { parseMarkdown, plainText } from './markdown';
import type { Annotation } from './schema';
import { languageRuns } from './script-runs';
import type { SetBlock, SetInline } from './set-blocks';
import { columnsOf } from './table-columns';
import { hasPassage, quoteOf } from './vocabulary';

/** The passage of an annotation, by its number. */
export interface Passage extends Span {
  readonly number: number;
}

/** The images of all notes of a briefing, each once. */
export class Pictures {
  readonly images = new Map<string, string>();
  leftOut = 0;
  readonly #names = new Map<string, string>();

  /** @returns its name, the same for the same bytes; empty where the address holds no image */
  nameOf(address: string): string {
    const image = embeddedImage(address);
    if (!image) {
      this.leftOut += 1;
      return '';
    }
    const known = this.#names.get(image.base64);
    if (known) return known;
    const name = `image-${this.images.size + 1}.${image.format}`;
    this.images.set(name, image.base64);
    this.#names.set(image.base64, name);
    return name;
  }
}

/** Makes what a layout sets of a note's Markdown. */
export class NoteSetter {
  readonly #language: string;
  readonly #days: string;
  readonly #pictures: Pictures;
  readonly #name: string;
  /** What the text's footnotes say, as long as it has not been said. */
  readonly #footnotes = new Map<number, readonly Block[]>();
  /** A comment's footnotes are a list at its end: it may stand beside a page, or in one. */
  #isComment = false;

  /**
   * @param days the language that the layout names days in
   * @param name of the note, which no other of the briefing has
   */
  constructor(language: string, days: string, pictures: Pictures, name: string) {
    this.#language = language;
    this.#days = days;
    this.#pictures = pictures;
    this.#name = name;
  }

  blocks({ blocks }: Document, passages: readonly Passage[]): SetBlock[] {
    const last = blocks.at(-1);
    if (last?.type === 'footnotes')
      for (const { number, blocks: said } of last.items) this.#footnotes.set(number, said);
    return orderedHeadings(blocks).flatMap((block) =>
      block.type === 'footnotes' ? [] : [this.#block(block, passages)],
    );
  }

  /** @param prefix what stands before its number where that is printed */
  annotation(annotation: Annotation, number: number, prefix: string, lane: number): BriefingAnnotation {
    const days = this.#days;
    return {
      id: annotation.id,
      number,
      shown: `${prefix}${number}`,
      kind: annotation.kind,
      quote: inOneLine(quoteOf(annotation)),
      original: annotation.state === 'changed' ? inOneLine(annotation.quoted ?? '') : '',
      comment: this.#comment(annotation.comment),
      beginning: beginningOf(annotation.comment),
      author: annotation.author,
      date: formatDay(annotation.created, days),
      created: annotation.created,
      updated: annotation.updated,
      resolved: annotation.resolved !== null,
      who: annotation.who ?? '',
      by: annotation.by ?? '',
      anchored: hasPassage(annotation),
      ambiguous: annotation.state === 'ambiguous',
      lane,
      replies: annotation.replies.map(({ id, comment, author, created, updated }) => ({
        id,
        comment: this.#comment(comment),
        author,
        date: formatDay(created, days),
        created,
        updated,
      })),
    };
  }

  /** A heading inside a comment is not one of the briefing's headings. */
  #comment(markdown: string): SetBlock[] {
    this.#isComment = true;
    const blocks = parseMarkdown(markdown).blocks.map((block) => this.#nested(block, []));
    this.#isComment = false;
    return blocks;
  }

  #block(block: Block, passages: readonly Passage[]): SetBlock {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return { ...block, children: this.#inlines(block.children, passages) };
      case 'quote':
        // A heading inside a quotation is not one of the briefing's headings.
        return { type: 'quote', blocks: block.blocks.map((each) => this.#nested(each, passages)) };
      case 'list':
        return {
          ...block,
          items: block.items.map(({ checked, blocks }) => ({
            checked,
            blocks: blocks.map((each) => this.#nested(each, passages)),
          })),
        };
      case 'code':
        return { type: 'code', language: block.language, children: this.#runs('text', block, passages) };
      case 'table': {
        const header = block.header.map(({ children }) => this.#inlines(children, passages));
        const rows = block.rows.map((row) => row.map(({ children }) => this.#inlines(children, passages)));
        return { type: 'table', align: block.align, columns: columnsOf(header, rows), header, rows };
      }
      case 'rule':
        return block;
      case 'footnotes': {
        const items = block.items.map(({ blocks }) => ({
          checked: null,
          blocks: blocks.map((each) => this.#nested(each, passages)),
        }));
        return { type: 'list', ordered: true, first: 1, tight: true, items };
      }
    }
  }

  #nested(block: Block, passages: readonly Passage[]): SetBlock {
    if (block.type !== 'heading') return this.#block(block, passages);
    return {
      type: 'paragraph',
      children: [{ type: 'strong', children: this.#inlines(block.children, passages) }],
    };
  }

  #inlines(inlines: readonly Inline[], passages: readonly Passage[]): SetInline[] {
    return inlines.flatMap((inline): SetInline[] => {
      switch (inline.type) {
        case 'text':
        case 'code':
          return this.#runs(inline.type, inline, passages);
        case 'break':
          return [{ type: 'break' }];
        case 'footnote':
          return [this.#footnote(inline.number, passages)];
        case 'image': {
          const image = this.#pictures.nameOf(inline.address);
          const around = this.#runs('text', inline, passages).filter(
            ({ type }) => type === 'begin' || type === 'end',
          );
          return [...around, { type: 'image', image, text: inline.text, title: inline.title }];
        }
        case 'link':
          return [
            {
              type: 'link',
              address: inline.address ?? '',
              title: inline.title,
              children: this.#inlines(inline.children, passages),
            },
          ];
        default:
          return [{ type: inline.type, children: this.#inlines(inline.children, passages) }];
      }
    });
  }

  #footnote(number: number, passages: readonly Passage[]): SetInline {
    if (this.#isComment) return { type: 'text', text: `[${number}]`, in: [], language: '' };
    const blocks = this.#footnotes.get(number) ?? [];
    this.#footnotes.delete(number);
    const said = blocks.map((each) => this.#nested(each, passages));
    return { type: 'footnote', number, id: `${this.#name}-${number}`, blocks: said };
  }

  #runs(
    type: 'text' | 'code',
    leaf: { text: string; start: number },
    passages: readonly Passage[],
  ): SetInline[] {
    return runsOf(leaf, passages).flatMap(({ text, start, spans }): SetInline[] => {
      const stop = start + text.length;
      const at = (mark: 'begin' | 'end', place: 'start' | 'end', offset: number): SetInline[] =>
        spans.filter((span) => span[place] === offset).map(({ number }) => ({ type: mark, number }));
      return [
        ...at('begin', 'start', start),
        ...languageRuns(text, type === 'code' ? '' : this.#language).map((run) => ({
          type,
          ...run,
          in: spans.map(({ number }) => number),
        })),
        ...at('end', 'end', stop),
      ];
    });
  }
}

/** Most characters of a comment's beginning. */
const BEGINNING = 160;

function beginningOf(comment: string): string {
  const words = plainText(comment).replace(/\s+/g, ' ').trim();
  if (words.length <= BEGINNING) return words;
  const whole = words.slice(0, BEGINNING + 1).replace(/\s+\S*$/, '');
  return `${(whole.length * 2 > BEGINNING ? whole : words.slice(0, BEGINNING).toWellFormed()).replace(/[\s,;:–-]+$/, '')}…`;
}

const inOneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
