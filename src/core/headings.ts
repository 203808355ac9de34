import type { Block, Inline } from './document';

/** White space, and what shows nothing: a heading of nothing else has no words. */
const SHOWN = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/** Headings from level 1, none skipped and none without words: what PDF/UA asks, whatever the note does. */
export function orderedHeadings(blocks: readonly Block[]): Block[] {
  const open: number[] = [];
  return blocks.flatMap((block): Block[] => {
    if (block.type !== 'heading') return [block];
    if (!block.children.some(hasWords)) return [];
    while (open.length > 0 && (open.at(-1) ?? 0) >= block.level) open.pop();
    open.push(block.level);
    return [{ ...block, level: open.length }];
  });
}

function hasWords(inline: Inline): boolean {
  switch (inline.type) {
    case 'text':
    case 'code':
      return SHOWN.test(inline.text);
    case 'image':
      return true;
    case 'break':
    case 'footnote':
      return false;
    default:
      return inline.children.some(hasWords);
  }
}
