import { commonPrefix, commonSuffix } from './edit-distance';

const WORD_BITS = 32;

/**
 * The edit distance of two strings: insertions, deletions and replacements of UTF-16 code units. Bit-parallel, 32 rows of the
 * table at a time (Myers 1999, in the block form of Hyyrö 2003).
 */
export function editDistance(a: string, b: string): number {
  if (a.length > b.length) return editDistance(b, a);
  if (a.length === 0) return b.length;
  const blocks = Math.ceil(a.length / WORD_BITS);
  const peq = new Map<number, Int32Array>();
  for (let row = 0; row < a.length; row += 1) {
    const code = a.charCodeAt(row);
    let bits = peq.get(code);
    if (!bits) {
      bits = new Int32Array(blocks);
      peq.set(code, bits);
    }
    bits[row >> 5] = (bits[row >> 5] ?? 0) | (1 << (row & 31));
  }
  const positive = new Int32Array(blocks).fill(-1);
  const negative = new Int32Array(blocks);
  const lastBit = 1 << ((a.length - 1) & 31);
  let distance = a.length;
  for (let column = 0; column < b.length; column += 1) {
    const bits = peq.get(b.charCodeAt(column));
    // The distance of the first row grows by one with each column.
    let carry = 1;
    for (let block = 0; block < blocks; block += 1) {
      const pv = positive[block] ?? 0;
      const mv = negative[block] ?? 0;
      let eq = bits?.[block] ?? 0;
      const xv = eq | mv;
      if (carry < 0) eq |= 1;
      const xh = (((eq & pv) + pv) ^ pv) | eq;
      let ph = mv | ~(xh | pv);
      let mh = pv & xh;
      const last = block === blocks - 1;
      const top = last ? lastBit : 1 << 31;
      const out = ph & top ? 1 : mh & top ? -1 : 0;
      ph = (ph << 1) | (carry > 0 ? 1 : 0);
      mh = (mh << 1) | (carry < 0 ? 1 : 0);
      positive[block] = mh | ~(xv | ph);
      negative[block] = ph & xv;
      carry = out;
      if (last) distance += out;
    }
  }
  return distance;
}

/** More cells than this, and likeness is estimated. */
const MAX_CELLS = 3_000_000;
const PIECE = 8;

/** 1 for equal strings, 0 for strings without anything in common; of very long ones the share of pieces that both have. */
export function likeness(a: string, b: string): number {
  const longer = Math.max(1, a.length, b.length);
  const prefix = commonPrefix(a, 0, a.length, b, 0, b.length);
  const suffix = commonSuffix(a, prefix, a.length, b, prefix, b.length);
  const restA = a.slice(prefix, a.length - suffix);
  const restB = b.slice(prefix, b.length - suffix);
  if (restA.length * restB.length <= MAX_CELLS) return 1 - editDistance(restA, restB) / longer;
  const pieces = new Set<string>();
  for (let at = 0; at + PIECE <= restB.length; at += 1) pieces.add(restB.slice(at, at + PIECE));
  let common = 0;
  for (let at = 0; at + PIECE <= restA.length; at += PIECE)
    if (pieces.has(restA.slice(at, at + PIECE))) common += PIECE;
  return Math.max(0, prefix + suffix + Math.min(common, restB.length)) / longer;
}
