/** Passages share this much of their extent to be the same one. */
const SAME = 0.6;

/** @typedef {'right' | 'wrong place' | 'falsely orphaned' | 'falsely kept' | 'undecided'} Verdict */

/**
 * @param {import('./corpus.mjs').Case} passage
 * @param {{start: number, end: number} | 'ambiguous' | undefined} answer undefined: an orphan
 * @returns {Verdict}
 */
export function judge({ truth }, answer) {
  if (truth.fate === 'gone') return typeof answer === 'object' ? 'falsely kept' : 'right';
  if (answer === 'ambiguous') return 'undecided';
  if (answer === undefined) return 'falsely orphaned';
  if (truth.fate === 'unclear') return 'right';
  if (truth.fate === 'kept') {
    if (answer.start === truth.start && answer.end === truth.end) return 'right';
    return 'wrong place';
  }
  return shared(answer, truth) >= SAME || shared(answer, truth.widest) >= SAME ? 'right' : 'wrong place';
}

/** @typedef {{start: number, end: number}} Range */

/** How much of two stretches is common to them. @param {Range} one @param {Range} other */
function shared(one, other) {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return common / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}
