/**
 * How the time of a pack grows with its notes: 30, 100 and 300, each in a fresh process, from the notes to the bytes of the PDF.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const COUNTS = [30, 100, 300];
/** A page of the largest pack may take so many times as long as one of the smallest. */
const LIMIT = 1.3;
const worker = fileURLToPath(new URL('pack-worker.mjs', import.meta.url));

/**
 * Measures packs of the article in one layout and prints a line for each.
 * @param {string} request the bundled module of `export-window/request.ts`
 * @param {string} layout
 */
export function measurePacks(request, layout) {
  console.log(`A pack as ${layout}, each in a process of its own, with cover and contents`);
  /** @type {number[]} */
  const perPage = [];
  for (const count of COUNTS) {
    const output = execFileSync(process.execPath, [worker, request, layout, String(count)], {
      encoding: 'utf8',
    });
    const { ms, pages, memory } = JSON.parse(output);
    perPage.push(ms / pages);
    const first = perPage[0] ?? 1;
    const ratio = ms / pages / first;
    console.log(
      [
        `${count} notes`.padEnd(12),
        `${pages} pages`.padEnd(12),
        `${(ms / 1000).toFixed(1)} s`.padEnd(9),
        `${(ms / pages).toFixed(1)} ms a page`.padEnd(18),
        `× ${ratio.toFixed(2)}${count === COUNTS.at(-1) ? ` (limit ${LIMIT})` : ''}`.padEnd(18),
        `${memory} MB`,
      ].join('  '),
    );
  }
}
