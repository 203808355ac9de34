/**
 * A note's text as a tree, read once from Markdown (`markdown.ts`) and used by everything that shows it:
 * the page, the typeset briefing, the plain text that annotations are anchored in.
 *
 * `start` is the offset of a leaf in the plain text, in UTF-16 code units. Leaves stand in the tree in the order of the
 * plain text, so that any passage can be found in the tree, and any place of the tree in the plain text.
 */
export interface Document {
  readonly blocks: readonly Block[];
  /** Blocks are parted by one line feed, table cells by a tab. */
  readonly text: string;
}

export type Block =
  | { readonly type: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly first: number;
      readonly tight: boolean;
      readonly items: readonly ListItem[];
    }
  | { readonly type: 'code'; readonly language: string; readonly text: string; readonly start: number }
  | {
      readonly type: 'table';
      readonly align: readonly Alignment[];
      readonly header: readonly TableCell[];
      readonly rows: readonly (readonly TableCell[])[];
    }
  | { readonly type: 'rule' }
  /** The last block, where there is one: what the text's footnotes say, in the order of their numbers, which begin with 1. */
  | { readonly type: 'footnotes'; readonly items: readonly Footnote[] };

export interface Footnote {
  readonly number: number;
  readonly blocks: readonly Block[];
}

export type Alignment = 'left' | 'center' | 'right' | null;

export interface TableCell {
  readonly children: readonly Inline[];
}

export interface ListItem {
  /** null: not a task. */
  readonly checked: boolean | null;
  readonly blocks: readonly Block[];
}

export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly start: number }
  | { readonly type: 'code'; readonly text: string; readonly start: number }
  | { readonly type: 'break'; readonly start: number }
  /** A reference to a footnote. It has no part of the plain text. */
  | { readonly type: 'footnote'; readonly number: number }
  /** The alternative text is the image's part of the plain text. */
  | {
      readonly type: 'image';
      readonly address: string;
      readonly title: string;
      readonly text: string;
      readonly start: number;
    }
  | { readonly type: 'strong' | 'emphasis' | 'strikethrough'; readonly children: readonly Inline[] }
  | {
      readonly type: 'link';
      /** null: not an address that a note may lead to; the words are shown without a link. */
      readonly address: string | null;
      readonly title: string;
      readonly children: readonly Inline[];
    };
