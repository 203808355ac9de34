import { diffMapping, diffThenSearch, hypothesis } from './baselines.mjs';
import { corpus, decidable } from './corpus.mjs';
import { otherTexts } from './other-texts.mjs';
import { judge } from './score.mjs';

const VERDICTS = ['right', 'undecided', 'wrong place', 'falsely orphaned', 'falsely kept'];

/**
 * How often each way of anchoring ends right, on one corpus of edits.
 * @param {typeof import('../../src/core/anchor.ts')} anchors
 * @param {number} seed
 * @param {number} count
 * @param {(miss: object) => void} [onMiss] told of each passage that ours gets wrong
 * @param {'written' | 'other'} [texts] which: those of `corpus.mjs`, or those of `other-texts.mjs`
 */
export function accuracy(anchors, seed, count, onMiss, texts = 'written') {
  const edits = texts === 'written' ? corpus(seed, count) : otherTexts(seed, count, decidable);
  const known = { ours: tally(), 'diff mapping': tally(), 'diff, then search': tally() };
  const selectors = { ours: tally(), 'Hypothesis’ way': tally() };
  for (const { name, before, after, cases } of edits) {
    const targets = cases.map(({ start, end }) => anchors.describe(before, start, end));
    const carried = anchors.reanchor(before, after, targets).map(placeOf);
    const mapped = diffMapping(before, after);
    const searched = diffThenSearch(before, after);
    cases.forEach((passage, nth) => {
      const miss = (problem, answer, verdict) =>
        onMiss?.({ problem, name, before, after, passage, answer, verdict, target: targets[nth] });
      if (passage.truth.fate !== 'unclear') {
        const verdict = add(known.ours, passage, carried[nth]);
        if (verdict !== 'right') miss('old text known', carried[nth], verdict);
        add(known['diff mapping'], passage, mapped(passage));
        add(known['diff, then search'], passage, searched(passage));
      }
      if (!passage.decidable) return;
      const found = placeOf(anchors.resolve(after, targets[nth]));
      const verdict = add(selectors.ours, passage, found);
      if (verdict !== 'right') miss('selectors only', found, verdict);
      add(selectors['Hypothesis’ way'], passage, hypothesis(after, targets[nth]));
    });
  }
  return [
    `${count} edits of ${texts === 'written' ? 'reports' : 'other texts (minutes, lists, tables, code, eleven languages)'} (seed ${seed})`,
    table('old text known', known),
    table('selectors only, what can be decided', selectors),
  ].join('\n\n');
}

const tally = () => Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0]));

function add(counts, passage, answer) {
  const verdict = judge(passage, answer);
  counts[verdict] += 1;
  return verdict;
}

const placeOf = (anchored) =>
  anchored.state === 'orphan' ? undefined : anchored.state === 'ambiguous' ? 'ambiguous' : anchored;

function table(title, ways) {
  const width = 20;
  const row = (name, cells) =>
    `${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(18)).join('')}`;
  return [
    row(title.slice(0, width), VERDICTS),
    ...Object.entries(ways).map(([name, counts]) => {
      const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
      return row(name, [
        `${((100 * counts.right) / all).toFixed(2)} % of ${all}`,
        ...VERDICTS.slice(1).map((verdict) => counts[verdict]),
      ]);
    }),
  ].join('\n');
}
