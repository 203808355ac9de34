import type { SetBlock, SetInline } from '../core/set-blocks';
import { breakable, type Strictness, withSignsKept } from './long-words';

export interface Fitting {
  /** How narrow the place is in which the blocks stand. */
  readonly strictness: Strictness;
  /** Images that are none: their words are shown instead. */
  readonly unreadable: ReadonlySet<string>;
}

/** A wider table has cells too narrow for long words. */
const COLUMNS_OF_A_NARROW_CELL = 4;

/** The same blocks with words that can be broken where they would run off the page. */
export function fittedBlocks(blocks: readonly SetBlock[], fitting: Fitting): SetBlock[] {
  return blocks.map((block) => fittedBlock(block, fitting));
}

function fittedBlock(block: SetBlock, fitting: Fitting): SetBlock {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return { ...block, children: fittedInlines(block.children, fitting) };
    case 'quote':
      return { ...block, blocks: fittedBlocks(block.blocks, fitting) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, blocks: fittedBlocks(item.blocks, fitting) })),
      };
    case 'code':
      return { ...block, children: fittedInlines(block.children, { ...fitting, strictness: 'code' }) };
    case 'table': {
      const strictness = block.header.length < COLUMNS_OF_A_NARROW_CELL ? 'narrow' : 'cell';
      const cell = (children: readonly SetInline[]): SetInline[] =>
        fittedInlines(children, { ...fitting, strictness });
      return { ...block, header: block.header.map(cell), rows: block.rows.map((row) => row.map(cell)) };
    }
    case 'rule':
      return block;
  }
}

export const fittedInlines = (children: readonly SetInline[], fitting: Fitting): SetInline[] =>
  children.map((child) => fittedInline(child, fitting));

function fittedInline(inline: SetInline, fitting: Fitting): SetInline {
  const { strictness, unreadable } = fitting;
  switch (inline.type) {
    case 'text':
      return {
        ...inline,
        text: breakable(
          strictness === 'code' ? inline.text.replaceAll('\t', '    ') : withSignsKept(inline.text),
          strictness,
        ),
      };
    case 'code':
      return { ...inline, text: breakable(inline.text, strictness) };
    case 'image':
      return {
        ...inline,
        image: unreadable.has(inline.image) ? '' : inline.image,
        text: breakable(inline.text, strictness),
        title: breakable(inline.title, strictness),
      };
    case 'strong':
    case 'emphasis':
    case 'strikethrough':
    case 'link':
      return { ...inline, children: fittedInlines(inline.children, fitting) };
    case 'footnote':
      return { ...inline, blocks: fittedBlocks(inline.blocks, { ...fitting, strictness: 'wide' }) };
    case 'begin':
    case 'end':
    case 'break':
      return inline;
  }
}
