import { embeddedImage } from './address';
import type { BriefingAnnotation } from './briefing-data';
import { formatDay } from './dates';
import type { Block, Inline } from './document';
import { orderedHeadings } from './headings';
import { runsOf, type Span } from './highlight';
import { parseMarkdown } from './markdown';
import type { Annotation } from './schema';
import { languageRuns } from './script-runs';
import type { SetBlock, SetInline } from './set-blocks';
import { columnsOf } from './table-columns';
import { hasPassage } from './vocabulary';

/** The passage of an annotation, by its number. */
export interface Passage extends Span {
  readonly number: number;
}

/** Makes what a layout sets of a note's Markdown. Images are gathered, each once. */
export class NoteSetter {
  readonly images = new Map<string, string>();
  imagesLeftOut = 0;
  readonly #language: string;

  constructor(language: string) {
    this.#language = language;
  }

  blocks(markdown: string, passages: readonly Passage[]): SetBlock[] {
    return orderedHeadings(parseMarkdown(markdown).blocks).map((block) => this.#block(block, passages));
  }

  annotation(annotation: Annotation, index: number, language: string): BriefingAnnotation {
    return {
      number: index + 1,
      kind: annotation.kind,
      quote: annotation.target[1].exact.replace(/\s+/g, ' ').trim(),
      comment: this.#comment(annotation.comment),
      author: annotation.author,
      date: formatDay(annotation.created, language),
      created: annotation.created,
      resolved: annotation.resolved !== null,
      who: annotation.who ?? '',
      by: annotation.by ?? '',
      anchored: hasPassage(annotation),
      replies: annotation.replies.map(({ comment, author, created }) => ({
        comment: this.#comment(comment),
        author,
        date: formatDay(created, language),
        created,
      })),
    };
  }

  /** A heading inside a comment is not one of the briefing's headings. */
  #comment(markdown: string): SetBlock[] {
    return parseMarkdown(markdown).blocks.map((block) => this.#nested(block, []));
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
      case 'table':
        return {
          type: 'table',
          align: block.align,
          columns: columnsOf(block),
          header: block.header.map(({ children }) => this.#inlines(children, passages)),
          rows: block.rows.map((row) => row.map(({ children }) => this.#inlines(children, passages))),
        };
      case 'rule':
        return block;
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
        case 'image': {
          const image = this.#image(inline.address);
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

  #image(address: string): string {
    const image = embeddedImage(address);
    if (!image) {
      this.imagesLeftOut += 1;
      return '';
    }
    const known = [...this.images].find(([, base64]) => base64 === image.base64);
    if (known) return known[0];
    const name = `image-${this.images.size + 1}.${image.format}`;
    this.images.set(name, image.base64);
    return name;
  }
}
