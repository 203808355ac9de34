import type { Tokens } from './tokens';

/** A run of tokens, half-open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface TokenMatch {
  readonly a: number;
  readonly b: number;
}

/** Adds to a match whose left neighbours match too, so that words stay in the company they had. */
const COMPANY = 6;
/** Tables of more cells are refused: 8 bytes a cell. */
const MAX_CELLS = 2_000_000;

/**
 * The words two runs have in common, in order: the heaviest common subsequence, words counted by their length, unbroken runs
 * preferred to scattered ones. Dynamic programming with two layers, as Gotoh 1982 has for gaps.
 * @returns undefined when the runs are too long for a table
 */
export function commonWords(a: Tokens, spanA: Span, b: Tokens, spanB: Span): TokenMatch[] | undefined {
  const rows = spanA.to - spanA.from;
  const columns = spanB.to - spanB.from;
  if (rows * columns > MAX_CELLS) return undefined;
  const width = columns + 1;
  // `matched`: best total of a prefix pair that ends in a match, 0 where there is none. `best`: of any prefix pair.
  const matched = new Int32Array((rows + 1) * width);
  const best = new Int32Array((rows + 1) * width);
  for (let row = 1; row <= rows; row += 1) {
    const id = a.id[spanA.from + row - 1];
    const weight = a.weight[spanA.from + row - 1] ?? 0;
    for (let column = 1; column <= columns; column += 1) {
      const here = row * width + column;
      const diagonal = here - width - 1;
      let most = Math.max(best[here - width] ?? 0, best[here - 1] ?? 0);
      if (id === b.id[spanB.from + column - 1]) {
        const company = matched[diagonal] ?? 0;
        const total = weight + Math.max(best[diagonal] ?? 0, company > 0 ? company + COMPANY : 0);
        matched[here] = total;
        if (total > most) most = total;
      }
      best[here] = most;
    }
  }
  const found: TokenMatch[] = [];
  let row = rows;
  let column = columns;
  let within = false;
  while (row > 0 && column > 0) {
    const here = row * width + column;
    if (!within) {
      // Of equals the earliest places: what is inserted is taken to follow what it repeats.
      if (best[here] === best[here - 1]) {
        column -= 1;
        continue;
      }
      if (best[here] === best[here - width]) {
        row -= 1;
        continue;
      }
    }
    found.push({ a: spanA.from + row - 1, b: spanB.from + column - 1 });
    const diagonal = here - width - 1;
    const company = matched[diagonal] ?? 0;
    within = company > 0 && company + COMPANY >= (best[diagonal] ?? 0);
    row -= 1;
    column -= 1;
  }
  return found.reverse();
}

export function weightOf(tokens: Tokens, { from, to }: Span): number {
  let total = 0;
  for (let at = from; at < to; at += 1) total += tokens.weight[at] ?? 0;
  return total;
}

/** How much of both runs is common to them, 0 to 1. */
export function alike(a: Tokens, spanA: Span, b: Tokens, spanB: Span): number {
  const matches = commonWords(a, spanA, b, spanB);
  if (!matches) return 0;
  const common = matches.reduce((sum, { a: at }) => sum + (a.weight[at] ?? 0), 0);
  return (2 * common) / Math.max(1, weightOf(a, spanA) + weightOf(b, spanB));
}
