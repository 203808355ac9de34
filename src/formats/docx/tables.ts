import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type ITableBordersOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import type { SetBlock, SetInline } from '../../core/briefing';
import type { Alignment } from '../../core/document';
import { fitColumns } from './column-widths';
import { label, ownWords, runsOf, words } from './runs';
import type { DocxSetting } from './setting';
import { INK, RULE, STYLE } from './styles';

type SetTable = Extract<SetBlock, { type: 'table' }>;

/** Word opens no table of more than 63 columns. */
const MOST_COLUMNS = 60;

const line = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color });
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
/** Sizes in eighths of a point. */
const TABLE_BORDERS: ITableBordersOptions = {
  top: line(8, INK),
  bottom: line(8, INK),
  left: NONE,
  right: NONE,
  insideHorizontal: line(4, RULE),
  insideVertical: NONE,
};

const CELL_MARGINS = { top: 60, bottom: 60, left: 80, right: 80 };

/** A table, or several that stand for one with too many columns. */
export function tablesOf(table: SetTable, setting: DocxSetting): (Table | Paragraph)[] {
  const all = table.header.length;
  const starts = Array.from({ length: Math.ceil(all / MOST_COLUMNS) }, (_, index) => index * MOST_COLUMNS);
  return starts.flatMap((start) => {
    const end = Math.min(start + MOST_COLUMNS, all);
    const caption = (setting.labels['columns-of'] ?? '')
      .replace('{first}', String(start + 1))
      .replace('{last}', String(end))
      .replace('{all}', String(all));
    return [
      ...(all > MOST_COLUMNS
        ? [new Paragraph({ style: STYLE.small, keepNext: true, children: words(caption) })]
        : []),
      tableOf(table, setting, start, end),
      // Word makes one table of two that touch.
      new Paragraph({ style: STYLE.table }),
    ];
  });
}

function tableOf(table: SetTable, setting: DocxSetting, start: number, end: number): Table {
  const { widths, size, margin } = fitColumns(table.columns.slice(start, end), setting.width);
  const rowOf = (cells: readonly (readonly SetInline[])[], isHead: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: widths.map((width, index) => {
        const alignment = alignmentOf(table.align[start + index] ?? null);
        const children = runsOf(cells[start + index] ?? [], setting, { size, ...(isHead && { bold: true }) });
        return new TableCell({
          width: { size: width, type: WidthType.DXA },
          children: [new Paragraph({ style: STYLE.table, ...(alignment && { alignment }), children })],
        });
      }),
    });
  return new Table({
    width: { size: widths.reduce((total, width) => total + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: TABLE_BORDERS,
    margins: { ...CELL_MARGINS, left: margin, right: margin },
    rows: [rowOf(table.header, true), ...table.rows.map((row) => rowOf(row, false))],
  });
}

/** Words in a cell. */
export const cellOf = (children: readonly ParagraphChild[]): Paragraph[] => [
  new Paragraph({ style: STYLE.table, children }),
];

/**
 * A table of ours: its head stands on each page again, and no row is cut.
 * @param columns each with the label over it and its width, in twentieths of a point
 * @param rows with what stands in each cell: paragraphs, and tables inside them
 */
export function labelledTable(
  columns: readonly (readonly [label: string, width: number])[],
  rows: readonly (readonly (readonly FileChild[])[])[],
  setting: DocxSetting,
): FileChild[] {
  const row = (isHead: boolean, cells: readonly (readonly FileChild[])[]): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: cells.map(
        (children, index) =>
          new TableCell({
            width: { size: columns[index]?.[1] ?? 0, type: WidthType.DXA },
            children: children as (Paragraph | Table)[],
          }),
      ),
    });
  const head = columns.map(([name]) => cellOf([label(setting, name, { bold: true })]));
  return [
    new Table({
      width: { size: setting.width, type: WidthType.DXA },
      columnWidths: columns.map(([, width]) => width),
      borders: TABLE_BORDERS,
      margins: CELL_MARGINS,
      rows: [row(true, head), ...rows.map((cells) => row(false, cells))],
    }),
    new Paragraph({ style: STYLE.table }),
  ];
}

/** Share of the width that is left free between two lines. */
const BETWEEN_LINES = 0.03;

/**
 * Lines to write on, side by side.
 * @param lines how much of the width each takes, what is written there already, and the label below
 */
export function linesTable(
  setting: DocxSetting,
  lines: readonly { readonly share: number; readonly written: string; readonly below: string }[],
): Table {
  const free = { top: NONE, bottom: NONE, left: NONE, right: NONE } as const;
  const columns = lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [{ share: BETWEEN_LINES, line: null }]),
    { share: line.share, line },
  ]);
  const widths = columns.map(({ share }) => Math.floor(setting.width * share));
  const row = (cellFor: (line: (typeof lines)[number]) => Paragraph[], isLine: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      children: columns.map(
        ({ line: given }, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            verticalAlign: 'bottom',
            borders: given && isLine ? { ...free, bottom: line(4, INK) } : free,
            children: given ? cellFor(given) : [new Paragraph({ style: STYLE.table })],
          }),
      ),
    });
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...free, insideHorizontal: NONE, insideVertical: NONE },
    rows: [
      row(
        ({ written }) => [
          new Paragraph({ keepNext: true, spacing: { after: 0 }, children: ownWords(setting, written) }),
        ],
        true,
      ),
      row(
        ({ below }) => [
          new Paragraph({
            style: STYLE.small,
            alignment: AlignmentType.CENTER,
            children: [label(setting, below)],
          }),
        ],
        false,
      ),
    ],
  });
}

function alignmentOf(align: Alignment) {
  switch (align) {
    case 'center':
      return AlignmentType.CENTER;
    case 'right':
      return AlignmentType.RIGHT;
    case 'left':
      return AlignmentType.LEFT;
    case null:
      return null;
  }
}
