/**
 * The first of ordered things for which something is true that is true of all after it.
 * @returns its index; their number, if there is none
 */
export function firstIndex<T>(ordered: ArrayLike<T>, isBehind: (each: T) => boolean): number {
  return firstNumber(ordered.length, (index) => {
    const each = ordered[index];
    return each !== undefined && isBehind(each);
  });
}

/**
 * The first number, from 0 on, for which something is true that is true of all after it.
 * @param end where to look no further
 * @returns `end`, if it is true of none before it
 */
export function firstNumber(end: number, isBehind: (number: number) => boolean): number {
  let [from, to] = [0, end];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBehind(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
