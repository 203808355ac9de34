/** Shows what ours gets wrong: node bench/anchors/misses.mjs [SEED] [EDITS] [SHOWN] [written | other] */
import { accuracy } from './accuracy.mjs';
import { loadAnchors } from './core.mjs';

const [seed = '1', count = '440', most = '20', texts = 'written'] = process.argv.slice(2);
let shown = 0;
const counts = new Map();
const anchors = await loadAnchors();
console.log(
  accuracy(
    anchors,
    Number(seed),
    Number(count),
    (miss) => {
      const key = `${miss.problem} / ${miss.name} / ${miss.verdict}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (shown >= Number(most)) return;
      shown += 1;
      const { before, after, passage, answer, truth = passage.truth } = miss;
      const show = (text, range) =>
        range && typeof range === 'object' && 'start' in range
          ? `${range.start}: ${text.slice(Math.max(0, range.start - 30), range.start)}[[${text.slice(range.start, range.end)}]]${text.slice(range.end, range.end + 30)}`.replaceAll(
              '\n',
              '⏎',
            )
          : range;
      console.log(
        `--- ${key}\n  was   ${show(before, passage)}\n  is    ${truth.fate} ${show(after, truth)}\n  found ${show(after, answer)}`,
      );
    },
    texts,
  ),
);
console.log(
  [...counts]
    .map(([key, value]) => `${value}  ${key}`)
    .sort((x, y) => Number.parseInt(y, 10) - Number.parseInt(x, 10))
    .join('\n'),
);
