import type { Block, Inline, TableCell } from './document';

/** How much room the words of a table's column want, in characters. */
export interface SetColumn {
  readonly longestWord: number;
  readonly longestCell: number;
}

/**
 * How much room each column of a table wants.
 * @returns lengths in UTF-16 code units, which is near enough to characters for sharing out a width
 */
export function columnsOf(table: Extract<Block, { type: 'table' }>): SetColumn[] {
  return table.header.map((head, column) => {
    let longestWord = 0;
    let longestCell = 0;
    for (const cell of [head, ...table.rows.map((row) => row[column])]) {
      const text = cell ? textOf(cell) : '';
      longestCell = Math.max(longestCell, text.length);
      for (const word of text.split(/\s+/)) longestWord = Math.max(longestWord, word.length);
    }
    return { longestWord, longestCell };
  });
}

const textOf = ({ children }: TableCell): string => children.map(inlineText).join('');

function inlineText(inline: Inline): string {
  if ('children' in inline) return inline.children.map(inlineText).join('');
  if (inline.type === 'footnote') return String(inline.number);
  return inline.type === 'break' ? ' ' : inline.text;
}
