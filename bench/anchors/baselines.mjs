import approximate from 'approx-string-match';
import { diffWordsWithSpace } from 'diff';

/** @typedef {{start: number, end: number}} Range */

/**
 * Plain diff mapping: the stretches that jsdiff finds equal keep their passages, if at least half of a passage is in them.
 * @param {string} before @param {string} after
 * @returns {(passage: Range) => Range | undefined}
 */
export function diffMapping(before, after) {
  const runs = [];
  let a = 0;
  let b = 0;
  for (const part of diffWordsWithSpace(before, after)) {
    const { length } = part.value;
    if (!part.added && !part.removed) runs.push({ a, b, length });
    if (!part.added) a += length;
    if (!part.removed) b += length;
  }
  return ({ start, end }) => {
    const pieces = runs.flatMap((run) => {
      const from = Math.max(start, run.a);
      const to = Math.min(end, run.a + run.length);
      return from < to ? [{ start: run.b + from - run.a, end: run.b + to - run.a }] : [];
    });
    const kept = pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0);
    if (2 * kept < end - start || kept === 0) return undefined;
    return { start: pieces[0].start, end: pieces[pieces.length - 1].end };
  };
}

/**
 * The same, then a fuzzy search for what it lost.
 * @param {string} before @param {string} after
 * @returns {(passage: Range) => Range | undefined}
 */
export function diffThenSearch(before, after) {
  const map = diffMapping(before, after);
  return (passage) =>
    map(passage) ??
    bestQuote(after, before.slice(passage.start, passage.end), {
      prefix: before.slice(Math.max(0, passage.start - 32), passage.start),
      suffix: before.slice(passage.end, passage.end + 32),
      hint: passage.start,
    });
}

/**
 * Hypothesis' way as its documentation describes it: the recorded position if the quote stands there, else the best of all
 * exact places of the quote, else the best of its approximate places with at most half of its characters wrong.
 * @param {string} text
 * @param {[{start: number, end: number}, {exact: string, prefix: string, suffix: string}]} target
 */
export function hypothesis(text, [position, { exact, prefix, suffix }]) {
  if (text.slice(position.start, position.end) === exact) return { start: position.start, end: position.end };
  return bestQuote(text, exact, { prefix, suffix, hint: position.start });
}

/** @param {string} text @param {string} quote @param {{prefix: string, suffix: string, hint: number}} context @returns {Range | undefined} */
function bestQuote(text, quote, { prefix, suffix, hint }) {
  if (quote === '') return undefined;
  const matches = places(text, quote, Math.min(256, Math.floor(quote.length / 2)));
  let best;
  for (const { start, end, errors } of matches) {
    const before = nearness(text.slice(Math.max(0, start - prefix.length), start), prefix);
    const after = nearness(text.slice(end, end + suffix.length), suffix);
    const score =
      50 * (1 - errors / quote.length) +
      20 * before +
      20 * after +
      2 * (1 - Math.abs(start - hint) / text.length);
    if (!best || score > best.score) best = { start, end, score };
  }
  return best && { start: best.start, end: best.end };
}

/** @param {string} text @param {string} pattern @param {number} most */
function places(text, pattern, most) {
  const exact = [];
  for (let start = text.indexOf(pattern); start >= 0; start = text.indexOf(pattern, start + 1))
    exact.push({ start, end: start + pattern.length, errors: 0 });
  return exact.length > 0 ? exact : approximate(text, pattern, most);
}

/** @param {string} found @param {string} wanted */
function nearness(found, wanted) {
  if (wanted === '' || found === '') return wanted === found ? 1 : 0;
  const [first] = places(found, wanted, wanted.length).sort((x, y) => x.errors - y.errors);
  return first ? 1 - first.errors / wanted.length : 0;
}
