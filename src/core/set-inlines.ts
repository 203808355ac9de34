import type { SetBlock, SetInline } from './briefing';

/** Every inline of some blocks, in reading order, also those inside others. */
export const inlinesOf = (blocks: readonly SetBlock[]): SetInline[] => blocks.flatMap(inlinesIn);

function inlinesIn(block: SetBlock): SetInline[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'code':
      return deep(block.children);
    case 'quote':
      return inlinesOf(block.blocks);
    case 'list':
      return block.items.flatMap((item) => inlinesOf(item.blocks));
    case 'table':
      return [block.header, ...block.rows].flatMap((row) => row.flatMap(deep));
    case 'rule':
      return [];
  }
}

const deep = (inlines: readonly SetInline[]): SetInline[] =>
  inlines.flatMap((inline) => {
    if ('children' in inline) return [inline, ...deep(inline.children)];
    return inline.type === 'footnote' ? [inline, ...inlinesOf(inline.blocks)] : [inline];
  });

type Picture = Extract<SetInline, { type: 'image' }>;

/** The picture of a paragraph that holds nothing else and gives it a title: a figure, whose title is its caption. */
export function figureIn(children: readonly SetInline[]): Picture | null {
  const [only, ...others] = children.filter(({ type }) => type !== 'begin' && type !== 'end');
  return only?.type === 'image' && others.length === 0 && only.title.trim() !== '' ? only : null;
}

/** The numbers of the annotations whose passages begin in these blocks, in reading order. */
export const begunIn = (blocks: readonly SetBlock[]): number[] =>
  inlinesOf(blocks).flatMap((inline) => (inline.type === 'begin' ? [inline.number] : []));

/** The numbers of the annotations whose passages begin and end in these blocks. */
export function passagesIn(blocks: readonly SetBlock[]): ReadonlySet<number> {
  const ended = new Set(
    inlinesOf(blocks).flatMap((inline) => (inline.type === 'end' ? [inline.number] : [])),
  );
  return new Set(begunIn(blocks).filter((number) => ended.has(number)));
}
