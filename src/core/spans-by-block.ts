import type { Block, Document, Inline } from './document';
import type { Span } from './highlight';

/**
 * The passages that each block of a document may touch: all that do are among them, in the order they were given.
 * @returns one list for each block of the top level
 */
export function spansByBlock<S extends Span>(
  document: Document,
  spans: readonly S[],
): readonly (readonly S[])[] {
  const { blocks } = document;
  const found = blocks.map((): S[] => []);
  const starts = blockStarts(document);
  for (const span of spans) {
    for (let at = lastUpTo(starts, span.start); at < blocks.length; at += 1) {
      if ((starts[at] ?? 0) >= span.end) break;
      found[at]?.push(span);
    }
  }
  return found;
}

/**
 * Where each block of the top level begins in the plain text; one without words where the next one does.
 * @returns numbers that never descend
 */
export function blockStarts({ blocks, text }: Document): readonly number[] {
  const starts: number[] = [];
  let next = text.length;
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    next = (block && startOf(block)) ?? next;
    starts[at] = next;
  }
  return starts;
}

/** Of numbers that never descend, the index of the first of the last ones that are not greater; 0 where there is none. */
function lastUpTo(ascending: readonly number[], most: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  const last = ascending[low - 1];
  return last === undefined ? 0 : ascending.indexOf(last);
}

/** Where the first words of a block stand in the plain text; null: it has none. */
function startOf(block: Block): number | null {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return startOfInlines(block.children);
    case 'quote':
      return first(block.blocks, startOf);
    case 'list':
    case 'footnotes':
      return first<{ readonly blocks: readonly Block[] }>(block.items, (item) => first(item.blocks, startOf));
    case 'code':
      return block.start;
    case 'table':
      return first([block.header, ...block.rows].flat(), ({ children }) => startOfInlines(children));
    case 'rule':
      return null;
  }
}

const startOfInlines = (inlines: readonly Inline[]): number | null =>
  first(inlines, (inline) => {
    if ('children' in inline) return startOfInlines(inline.children);
    return 'start' in inline ? inline.start : null;
  });

function first<T>(list: readonly T[], of: (each: T) => number | null): number | null {
  for (const each of list) {
    const found = of(each);
    if (found !== null) return found;
  }
  return null;
}
