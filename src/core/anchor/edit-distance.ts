/** One step of an alignment of characters: stretches of equal characters, offsets into the two strings. */
export interface EqualRun {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

const MAX_CELLS = 400_000;

/**
 * Equal characters of two short strings in an alignment of the least insertions, deletions and replacements (Wagner and
 * Fischer 1974), with the share of characters that are equal (1 - distance / longer length).
 * @returns undefined when the strings are too long for a table
 */
export function alignCharacters(a: string, b: string): { runs: EqualRun[]; share: number } | undefined {
  const width = b.length + 1;
  if (a.length * b.length > MAX_CELLS) return undefined;
  const cost = new Uint16Array((a.length + 1) * width);
  for (let column = 1; column <= b.length; column += 1) cost[column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    cost[row * width] = row;
    const code = a.charCodeAt(row - 1);
    for (let column = 1; column <= b.length; column += 1) {
      const here = row * width + column;
      const replaced = (cost[here - width - 1] ?? 0) + (code === b.charCodeAt(column - 1) ? 0 : 1);
      const gap = Math.min(cost[here - width] ?? 0, cost[here - 1] ?? 0) + 1;
      cost[here] = Math.min(replaced, gap);
    }
  }
  const runs: EqualRun[] = [];
  let row = a.length;
  let column = b.length;
  let length = 0;
  const close = (): void => {
    if (length > 0) runs.push({ a: row, b: column, length });
    length = 0;
  };
  while (row > 0 && column > 0) {
    const here = row * width + column;
    const equal = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
    const diagonal = cost[here - width - 1] ?? 0;
    if (equal && cost[here] === diagonal) {
      length += 1;
      row -= 1;
      column -= 1;
      continue;
    }
    close();
    if (cost[here] === diagonal + 1) {
      row -= 1;
      column -= 1;
    } else if (cost[here] === (cost[here - 1] ?? 0) + 1) column -= 1;
    else row -= 1;
  }
  close();
  const distance = cost[a.length * width + b.length] ?? 0;
  return { runs: runs.reverse(), share: 1 - distance / Math.max(1, a.length, b.length) };
}

/** How many leading characters two strings share, from two offsets on. */
export function commonPrefix(
  a: string,
  fromA: number,
  toA: number,
  b: string,
  fromB: number,
  toB: number,
): number {
  const most = Math.min(toA - fromA, toB - fromB);
  let count = 0;
  while (count < most && a.charCodeAt(fromA + count) === b.charCodeAt(fromB + count)) count += 1;
  return count;
}

/** How many trailing characters two strings share, back from two offsets. */
export function commonSuffix(
  a: string,
  fromA: number,
  toA: number,
  b: string,
  fromB: number,
  toB: number,
): number {
  const most = Math.min(toA - fromA, toB - fromB);
  let count = 0;
  while (count < most && a.charCodeAt(toA - count - 1) === b.charCodeAt(toB - count - 1)) count += 1;
  return count;
}
