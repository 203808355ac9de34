import type { SetInline } from './set-blocks';

/**
 * How much room the words of a table's column want, in widths of a digit. It is never less than they take in the app's sans serif,
 * so that nobody has to set them to know.
 */
export interface SetColumn {
  readonly longestWord: number;
  readonly longestCell: number;
  /** Whether there is nothing in it but words: no picture, no passage with its number, no code. */
  readonly plain: boolean;
}

type Row = readonly (readonly SetInline[])[];

/** How much room each column of a table wants. */
export function columnsOf(header: Row, rows: readonly Row[]): SetColumn[] {
  return header.map((head, column) => {
    let longestWord = 0;
    let longestCell = 0;
    let plain = true;
    for (const cell of [head, ...rows.map((row) => row[column] ?? [])]) {
      const text = cell.map(textOf).join('');
      longestCell = Math.max(longestCell, widthOf(text));
      for (const word of text.split(/\s+/)) longestWord = Math.max(longestWord, widthOf(word));
      plain &&= cell.every((run) => run.type === 'text' && run.in.length === 0);
    }
    return { longestWord, longestCell, plain };
  });
}

function textOf(inline: SetInline): string {
  if ('children' in inline) return inline.children.map(textOf).join('');
  if (inline.type === 'footnote') return String(inline.number);
  if (inline.type === 'break') return ' ';
  return 'text' in inline ? inline.text : '';
}

/** Signs of about the same width, the narrow ones first; measured in Source Sans 3 SemiBold, which heads are set in. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\sIijlft.,:;’'|!()[\]/rІі-]/u, 0.75],
  [/\d/u, 1.02],
  [/[MWmwЖМФШЩЫЮжмфшщыю@%№—Ъ]/u, 1.88],
  [/\p{Lu}/u, 1.36],
  [/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{P}\p{S}]/u, 1.22],
];
/** Of other scripts: as wide as high. */
const WIDEST = 2;

const widths = new Map<string, number>();

function widthOf(text: string): number {
  let sum = 0;
  for (const sign of text) {
    let width = widths.get(sign);
    if (width === undefined) {
      width = WIDTHS.find(([signs]) => signs.test(sign))?.[1] ?? WIDEST;
      widths.set(sign, width);
    }
    sum += width;
  }
  return Math.round(sum * 100) / 100;
}
