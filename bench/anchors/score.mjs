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
  const common = Math.min(answer.end, truth.end) - Math.max(answer.start, truth.start);
  const all = Math.max(answer.end, truth.end) - Math.min(answer.start, truth.start);
  return common / all >= SAME ? 'right' : 'wrong place';
}
