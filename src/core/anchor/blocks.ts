import type { Span } from './common-words';
import type { Tokens } from './tokens';

/** A sentence or a line as a run of tokens, with a number that is equal for blocks of equal words. */
export interface Block extends Span {
  readonly key: number;
}

/** The sentences of a text; a line's end ends a sentence too. */
export function sentences(tokens: Tokens): Block[] {
  const blocks: Block[] = [];
  for (let unit = 0; unit + 1 < tokens.unit.length; unit += 1)
    blocks.push(block(tokens, tokens.unit[unit] ?? 0, tokens.unit[unit + 1] ?? 0));
  return blocks;
}

/** The lines (paragraphs, list items, table rows) of a text. */
export function lines(tokens: Tokens): Block[] {
  const blocks: Block[] = [];
  for (let line = 0; line + 1 < tokens.line.length; line += 1) {
    const from = tokens.unit[tokens.line[line] ?? 0] ?? 0;
    blocks.push(block(tokens, from, tokens.unit[tokens.line[line + 1] ?? 0] ?? 0));
  }
  return blocks;
}

function block(tokens: Tokens, from: number, to: number): Block {
  let low = to - from;
  let high = 0;
  for (let at = from; at < to; at += 1) {
    const id = tokens.id[at] ?? 0;
    low = (Math.imul(low, 31) + id) | 0;
    high = (Math.imul(high ^ id, 0x01000193) + 0x9e37) | 0;
  }
  // 53 bits of hash: a collision needs tens of millions of different blocks, and is caught by `same`.
  return { from, to, key: (low >>> 0) * 0x200000 + (high & 0x1fffff) };
}

/** Whether two blocks have the same words in the same order. */
export function same(a: Tokens, blockA: Span, b: Tokens, blockB: Span): boolean {
  if (blockA.to - blockA.from !== blockB.to - blockB.from) return false;
  for (let at = 0; at < blockA.to - blockA.from; at += 1)
    if (a.id[blockA.from + at] !== b.id[blockB.from + at]) return false;
  return true;
}

/** Which blocks have a key, in order. */
export function byKey(blocks: readonly Block[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  blocks.forEach(({ key }, index) => {
    const list = places.get(key);
    if (list) list.push(index);
    else places.set(key, [index]);
  });
  return places;
}
