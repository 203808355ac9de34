/**
 * @typedef {object} Counts of tests
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/** @type {Readonly<Counts>} */
export const passed = { passed: 1, failed: 0, skipped: 0 };
/** @type {Readonly<Counts>} */
export const failed = { passed: 0, failed: 1, skipped: 0 };

/**
 * Prints the sum of several parts as the last line on stdout.
 * @param {Counts[]} parts
 * @returns {number} exit code
 */
export function finish(parts) {
  const sum = parts.reduce(add);
  process.stdout.write(`${summaryLine(sum)}\n`);
  return sum.failed > 0 ? 1 : 0;
}

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/**
 * @param {Counts} counts
 * @returns {string} such as "12 passed, 0 failed"
 */
export function summaryLine(counts) {
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  return `${counts.passed} passed, ${counts.failed} failed${skipped}`;
}
