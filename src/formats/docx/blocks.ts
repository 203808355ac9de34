import { type FileChild, type IParagraphOptions, Paragraph } from 'docx';
import type { SetBlock } from '../../core/briefing';
import { directionOf } from '../../core/language-tag';
import { figureIn } from '../../core/set-inlines';
import { ownWords, runsOf, words } from './runs';
import { DEEPEST_LEVEL, type DocxSetting } from './setting';
import { INDENT, STYLE } from './styles';
import { tablesOf } from './tables';

/** Where blocks stand: in a list or a quotation, or in neither. */
interface Standing {
  /** How many lists they stand in. */
  readonly depth: number;
  /** How far they stand in, in twentieths of a point. */
  readonly indent: number;
  readonly style: string | null;
}

const HEADINGS = ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Heading6'] as const;

/**
 * Blocks of a briefing as Word's paragraphs and tables.
 * @param style of paragraphs that have no other
 */
export const docxBlocks = (
  blocks: readonly SetBlock[],
  setting: DocxSetting,
  style: string | null = null,
): FileChild[] => blocksAt(blocks, setting, { depth: 0, indent: 0, style });

const blocksAt = (blocks: readonly SetBlock[], setting: DocxSetting, at: Standing): FileChild[] =>
  blocks.flatMap((block) => blockAt(block, setting, at));

function blockAt(block: SetBlock, setting: DocxSetting, at: Standing): readonly FileChild[] {
  switch (block.type) {
    case 'heading': {
      const heading = HEADINGS[block.level + setting.headingOffset - 1] ?? 'Heading6';
      return [paragraph(setting, { heading, children: runsOf(block.children, setting) })];
    }
    case 'paragraph': {
      const figure = figureIn(block.children);
      const options = { ...lookAt(at), ...(figure && { keepNext: true, alignment: 'left' as const }) };
      const caption = figure && { style: STYLE.caption, children: ownWords(setting, figure.title) };
      return [
        paragraph(setting, { ...options, children: runsOf(block.children, setting) }),
        ...(caption ? [paragraph(setting, caption)] : []),
      ];
    }
    case 'quote': {
      const indent = at.indent + INDENT;
      return blocksAt(block.blocks, setting, { ...at, indent, style: STYLE.quote });
    }
    case 'list':
      return listAt(block, setting, at);
    case 'code': {
      const options = { ...lookAt(at), style: STYLE.code };
      return [paragraph(setting, { ...options, children: runsOf(block.children, setting) })];
    }
    case 'table':
      return tablesOf(block, setting);
    case 'rule':
      return [paragraph(setting, { thematicBreak: true })];
  }
}

const lookAt = ({ indent, style }: Standing): IParagraphOptions => ({
  ...(style !== null && { style }),
  ...(indent > 0 && { indent: { left: indent } }),
});

/** A paragraph in the direction of the note's language; of running text as the tradition's page asks for it. */
export const paragraph = (
  { language, firstLine }: Pick<DocxSetting, 'language' | 'firstLine'>,
  options: IParagraphOptions,
): Paragraph =>
  new Paragraph({
    ...(firstLine > 0 && isRunning(options) && { alignment: 'both', indent: { firstLine } }),
    ...options,
    ...(directionOf(language) === 'rtl' && { bidirectional: true }),
  });

/** Words that begin with something hung out: a number, or the name of what follows a tab. @param width in twentieths of a point */
export const hungOut = (width: number) =>
  ({
    indent: { left: width, hanging: width },
    tabStops: [{ type: 'left', position: width }],
  }) satisfies IParagraphOptions;

const isRunning = ({ style, heading, indent, numbering, tabStops, alignment }: IParagraphOptions): boolean =>
  [style, heading, indent, numbering, tabStops, alignment].every((each) => each === undefined);

function listAt(
  list: Extract<SetBlock, { type: 'list' }>,
  setting: DocxSetting,
  { depth, style }: Standing,
): FileChild[] {
  const reference = setting.lists.add(list.ordered ? list.first : null);
  const level = Math.min(depth, DEEPEST_LEVEL);
  const indent = INDENT * (level + 1);
  return list.items.flatMap(({ checked, blocks }) => {
    const [first, ...rest] = blocks;
    const isWords = first?.type === 'paragraph';
    const runs = isWords ? runsOf(first.children, setting) : [];
    const options: IParagraphOptions = {
      style: style ?? STYLE.list,
      ...(list.tight && { contextualSpacing: true }),
    };
    const head =
      checked === null
        ? paragraph(setting, { ...options, numbering: { reference, level }, children: runs })
        : paragraph(setting, {
            ...options,
            indent: { left: indent, hanging: INDENT },
            children: [...words(checked ? '☑ ' : '☐ '), ...runs],
          });
    const others = isWords || first === undefined ? rest : blocks;
    return [head, ...blocksAt(others, setting, { depth: depth + 1, indent, style })];
  });
}
