/**
 * @param {number[]} values at least one
 * @returns {number} the mean of the middle two, if there is no middle one
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * @param {number[]} values
 * @returns {string} such as "520–610"
 */
export function range(values) {
  return `${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))}`;
}

/**
 * Numbers that look random and are the same in every run (mulberry32 by Tommy Ettinger, public domain).
 * @param {number} seed
 * @returns {() => number} from 0 to 1, 1 excluded
 */
export function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A ratio as the benches print it, with its limit and whether it is kept.
 * @param {string} what
 * @param {number} ratio
 * @param {number} limit infinite: there is none
 * @returns {string} such as "  × 1.20 of the bare write (limit 1.5, kept)"
 */
export function verdict(what, ratio, limit) {
  const number = ratio < 0.1 ? ratio.toPrecision(2) : ratio.toFixed(2);
  if (limit === Number.POSITIVE_INFINITY) return `  × ${number} ${what}`;
  return `  × ${number} ${what} (limit ${limit}, ${ratio <= limit ? 'kept' : 'OVER'})`;
}
