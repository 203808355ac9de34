import { embeddedImage } from './address';
import { chosenAnnotations } from './chosen-annotations';
import { formatDay } from './dates';
import type { Block, Inline } from './document';
import { orderedHeadings } from './headings';
import { runsOf, type Span, withoutOuterSpace } from './highlight';
import { parseMarkdown } from './markdown';
import type { Warning } from './result';
import type { Annotation, BriefingDetails, Note } from './schema';
import { languageRuns } from './script-runs';
import type { SetBlock, SetInline } from './set-blocks';
import { columnsOf } from './table-columns';
import { type ExportChoices, hasPassage, type Kind } from './vocabulary';

export type { SetBlock, SetInline };

/**
 * What a layout gets: one JSON document. Words of a note stand in it only as strings, never as markup.
 * It is written down field by field in docs/layouts.md.
 */
export interface Briefing {
  readonly version: 1;
  readonly layout: ExportChoices['layout'];
  readonly paper: ExportChoices['paper'];
  readonly orientation: ExportChoices['orientation'];
  readonly annotations: ExportChoices['annotations'];
  readonly parts: ExportChoices['parts'];
  readonly marking: string;
  /** BCP 47, of the first note. */
  readonly language: string;
  readonly title: string;
  readonly author: string;
  /** ISO 8601 day that the file is dated with: the note's last change, so that the same note gives the same bytes. */
  readonly date: string;
  /** The layouts' own words, by name. */
  readonly labels: Readonly<Record<string, string>>;
  readonly notes: readonly BriefingNote[];
}

export interface BriefingNote {
  readonly title: string;
  readonly language: string;
  /** `BelTA`, `Minsk`, `30 January 2025`: each empty where it is not known. */
  readonly source: {
    agency: string;
    place: string;
    date: string;
    author: string;
    address: string;
    /** The address as it is shown. */
    addressShown: string;
  };
  readonly details: Readonly<Record<keyof BriefingDetails, string>>;
  readonly tags: readonly string[];
  readonly blocks: readonly SetBlock[];
  readonly annotations: readonly BriefingAnnotation[];
}

export interface BriefingAnnotation {
  /** In the order of the passages, from 1; those without a passage come last. */
  readonly number: number;
  readonly kind: Kind;
  readonly quote: string;
  readonly comment: readonly SetBlock[];
  readonly author: string;
  readonly date: string;
  /** The moment of `date`, ISO 8601. */
  readonly created: string;
  readonly resolved: boolean;
  readonly who: string;
  readonly by: string;
  /** False: the passage is gone from the text, or cannot be told from others. */
  readonly anchored: boolean;
  /** In the order in which they were written. */
  readonly replies: readonly BriefingReply[];
}

export interface BriefingReply {
  readonly comment: readonly SetBlock[];
  readonly author: string;
  readonly date: string;
  /** The moment of `date`, ISO 8601. */
  readonly created: string;
}

/** What a typesetter is given. */
export interface TypesetRequest {
  readonly briefing: Briefing;
  /** Bytes in base64, by the name that the briefing calls them. */
  readonly images: ReadonlyMap<string, string>;
  /** Attached to the PDF: the note itself. */
  readonly attachment: { readonly name: string; readonly bytes: Uint8Array };
}

export interface Typeset {
  readonly pdf: Uint8Array;
  /** `pdf-not-accessible` when the file is made without the claim to be PDF/UA, with what prevents it; `glyphs-missing`. */
  readonly warnings: readonly Warning[];
}

export interface Composed {
  readonly briefing: Briefing;
  /** Bytes of the images in base64, by the name that the briefing calls them. */
  readonly images: ReadonlyMap<string, string>;
  readonly imagesLeftOut: number;
}

/**
 * Makes the briefing of one note.
 * @param labels the layouts' own words in the language of the interface
 */
export function composeBriefing(
  note: Note,
  choices: ExportChoices,
  labels: Record<string, string>,
): Composed {
  const setter = new Setter(note.language);
  const ordered = inReadingOrder(chosenAnnotations(note.annotations, choices));
  const { text } = parseMarkdown(note.text);
  const shown = ordered.flatMap((annotation, index): Passage[] =>
    hasPassage(annotation) ? [{ ...withoutOuterSpace(text, annotation.target[0]), number: index + 1 }] : [],
  );
  const { language, source, details } = note;
  const day = (date: string | undefined): string => (date ? formatDay(date, language) : '');
  const briefing: Briefing = {
    version: 1,
    layout: choices.layout,
    paper: choices.paper,
    orientation: choices.orientation,
    annotations: choices.annotations,
    parts: choices.parts,
    marking: choices.marking,
    language,
    title: note.title,
    author: details.from ?? source.author ?? source.agency ?? '',
    date: note.updated.slice(0, 10),
    labels,
    notes: [
      {
        title: note.title,
        language,
        source: {
          agency: source.agency ?? '',
          place: source.place ?? '',
          date: day(source.date),
          author: source.author ?? '',
          address: source.address ?? '',
          addressShown: source.address ?? '',
        },
        details: {
          reference: details.reference ?? '',
          to: details.to ?? '',
          from: details.from ?? '',
          date: day(details.date),
          for: details.for ?? '',
          by: details.by ?? '',
          purpose: details.purpose ?? '',
        },
        tags: note.tags,
        blocks: setter.blocks(note.text, shown),
        annotations: ordered.map((each, index) => setter.annotation(each, index, language)),
      },
    ],
  };
  return { briefing, images: setter.images, imagesLeftOut: setter.imagesLeftOut };
}

const inReadingOrder = (annotations: readonly Annotation[]): Annotation[] =>
  [...annotations].sort(
    (a, b) =>
      Number(hasPassage(b)) - Number(hasPassage(a)) ||
      a.target[0].start - b.target[0].start ||
      a.target[0].end - b.target[0].end,
  );

interface Passage extends Span {
  readonly number: number;
}

class Setter {
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
