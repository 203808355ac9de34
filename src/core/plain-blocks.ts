import type { SetBlock, SetInline } from './set-blocks';

/** The words of some blocks as lines, for what can hold nothing but words. */
export const plainBlocks = (blocks: readonly SetBlock[]): string =>
  blocks
    .map(plainBlock)
    .filter((lines) => lines !== '')
    .join('\n');

function plainBlock(block: SetBlock): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'code':
      return plainInlines(block.children);
    case 'quote':
      return indented(plainBlocks(block.blocks), '> ', '> ');
    case 'list':
      return block.items
        .map(({ checked, blocks }, index) => {
          const sign = block.ordered ? `${block.first + index}.` : '•';
          const mark = checked === null ? sign : checked ? '☑' : '☐';
          return indented(plainBlocks(blocks), `${mark} `, '  ');
        })
        .join('\n');
    case 'table':
      return [block.header, ...block.rows].map((row) => row.map(plainInlines).join(' | ')).join('\n');
    case 'rule':
      return '';
  }
}

const indented = (lines: string, first: string, others: string): string =>
  first + lines.replaceAll('\n', `\n${others}`);

const plainInlines = (inlines: readonly SetInline[]): string => inlines.map(plainInline).join('');

function plainInline(inline: SetInline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
    case 'image':
      return inline.text;
    case 'break':
      return '\n';
    case 'footnote':
      return `[${inline.number}]`;
    case 'begin':
    case 'end':
      return '';
    case 'strong':
    case 'emphasis':
    case 'strikethrough':
    case 'link':
      return plainInlines(inline.children);
  }
}
