import type { Alignment } from './document';
import type { SetColumn } from './table-columns';

/** A block of a briefing's text, as a layout gets it (docs/layouts.md). */
export type SetBlock =
  | { readonly type: 'heading'; readonly level: number; readonly children: readonly SetInline[] }
  | { readonly type: 'paragraph'; readonly children: readonly SetInline[] }
  | { readonly type: 'quote'; readonly blocks: readonly SetBlock[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly first: number;
      readonly tight: boolean;
      readonly items: readonly { checked: boolean | null; blocks: readonly SetBlock[] }[];
    }
  | { readonly type: 'code'; readonly language: string; readonly children: readonly SetInline[] }
  | {
      readonly type: 'table';
      readonly align: readonly Alignment[];
      readonly columns: readonly SetColumn[];
      readonly header: readonly (readonly SetInline[])[];
      readonly rows: readonly (readonly (readonly SetInline[])[])[];
    }
  | { readonly type: 'rule' };

export type SetInline =
  /** `in`: numbers of the annotations whose passages it lies in; `language`: where it is another than the note's, else empty. */
  | {
      readonly type: 'text' | 'code';
      readonly text: string;
      readonly in: readonly number[];
      readonly language: string;
    }
  /** Where the passage of an annotation begins and ends; no width of their own. */
  | { readonly type: 'begin' | 'end'; readonly number: number }
  | { readonly type: 'break' }
  /** A footnote where the text refers to it first; `blocks` is empty where it does so again. `id`: that of no other of the briefing. */
  | {
      readonly type: 'footnote';
      readonly number: number;
      readonly id: string;
      readonly blocks: readonly SetBlock[];
    }
  /** `image`: the name of one of the briefing's images, or empty where it cannot be shown. */
  | { readonly type: 'image'; readonly image: string; readonly text: string; readonly title: string }
  | { readonly type: 'strong' | 'emphasis' | 'strikethrough'; readonly children: readonly SetInline[] }
  | {
      readonly type: 'link';
      readonly address: string;
      readonly title: string;
      readonly children: readonly SetInline[];
    };
