import { diffWordsWithSpace } from 'diff';
import { hypothesis } from './baselines.mjs';
import { longText, wordsOf } from './long-text.mjs';
import { Random } from './random.mjs';

const LENGTH = 300_000;
const TARGETS = 1000;
const ROUNDS = 7;
/** Hypothesis' way takes seconds; one round of it is enough. */
const SLOW_ROUNDS = 1;

/**
 * What anchoring costs with many targets in a long text, beside its peers, in turns.
 * @param {typeof import('../../src/core/anchor.ts')} anchors
 */
export function speed(anchors) {
  const random = new Random(300);
  const before = longText(random, LENGTH);
  const words = wordsOf(before);
  const targets = Array.from({ length: TARGETS }, () => {
    const first = random.below(words.length - 12);
    return anchors.describe(before, words[first].start, words[first + 2 + random.below(10)].end);
  });
  const middle = words[words.length >> 1].start;
  const keystroke = `${before.slice(0, middle)}x${before.slice(middle)}`;
  const paragraph = before.indexOf('\n', middle) + 1;
  const next = before.indexOf('\n', paragraph) + 1;
  const far = before.indexOf('\n', 250_000) + 1;
  const moved =
    before.slice(0, paragraph) + before.slice(next, far) + before.slice(paragraph, next) + before.slice(far);
  const many = edited(random, before, words, 200);
  const rows = [
    measure('one keystroke', 16, { ours: () => anchors.reanchor(before, keystroke, targets) }),
    measure('a paragraph moved far', 50, { ours: () => anchors.reanchor(before, moved, targets) }),
    measure('200 edits', undefined, {
      ours: () => anchors.reanchor(before, many, targets),
      'jsdiff by words': [SLOW_ROUNDS, () => diffWordsWithSpace(before, many, { timeout: 60_000 })],
    }),
    measure('selectors only, 200 edits', undefined, {
      ours: () => resolveAll(anchors, many, targets),
      'Hypothesis’ way': [SLOW_ROUNDS, () => targets.map((target) => hypothesis(many, target))],
    }),
    measure('selectors only, text unchanged', undefined, {
      ours: () => resolveAll(anchors, before, targets),
      'Hypothesis’ way': () => targets.map((target) => hypothesis(before, target)),
    }),
  ];
  return [`${TARGETS} passages in ${LENGTH} characters, milliseconds, median (worst)`, ...rows].join('\n');
}

/** A space at the end and away: each round begins without a text prepared by the last. */
function resolveAll(anchors, text, targets) {
  anchors.resolve('', targets[0]);
  return targets.map((target) => anchors.resolve(text, target));
}

function edited(random, before, words, count) {
  let after = before;
  const places = Array.from({ length: count }, () => random.below(words.length - 6)).sort((x, y) => y - x);
  for (const [nth, place] of places.entries()) {
    const { start } = words[place];
    const { end } = words[place + random.below(3)];
    const inserted = nth % 3 === 0 ? '' : nth % 3 === 1 ? 'другой' : `${after.slice(start, end)} again`;
    after = after.slice(0, start) + inserted + after.slice(end);
  }
  return after;
}

function measure(name, limit, ways) {
  const times = Object.entries(ways).map(([way, given]) => {
    const [rounds, run] = Array.isArray(given) ? given : [ROUNDS, given];
    return { way, rounds, run, taken: [] };
  });
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { rounds, run, taken } of times) {
      if (round >= rounds) continue;
      const started = performance.now();
      run();
      taken.push(performance.now() - started);
    }
  const median = (list) => [...list].sort((x, y) => x - y)[list.length >> 1];
  const cells = times.map(
    ({ way, taken }) => `${way} ${median(taken).toFixed(1)} (${Math.max(...taken).toFixed(1)})`,
  );
  const [own, peer] = times;
  const ratio = peer ? `ratio ${(median(own.taken) / median(peer.taken)).toFixed(3)}` : `limit ${limit}`;
  return `${name.padEnd(34)}${[...cells, ratio].join(', ')}`;
}
