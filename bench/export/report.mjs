import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { median, range } from '../lib/statistics.mjs';

/**
 * @typedef {object} Measured one way of exporting a document
 * @property {number[]} times in milliseconds
 * @property {number} peak the most memory, in MB
 * @property {string} file its name
 */

/** @param {string} file @returns {number} */
export function pagesOf(file) {
  const said = execFileSync('pdfinfo', [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return Number(/^Pages:\s+(\d+)/m.exec(said)?.[1] ?? Number.NaN);
}

/**
 * Prints a line for each way.
 * @param {string} folder of the files
 * @param {Record<string, Measured>} ways
 * @param {string} base the way that the others are compared with
 * @param {(name: string) => boolean} isOurs has a limit
 */
export function printWays(folder, ways, base, isOurs) {
  const perPage = (/** @type {Measured} */ { times, file }) => median(times) / pagesOf(join(folder, file));
  const compared = ways[base];
  if (!compared) throw new Error(`${base} was not measured.`);
  for (const [name, way] of Object.entries(ways)) {
    const file = join(folder, way.file);
    const pages = pagesOf(file);
    const ratio = pages > 5 ? perPage(way) / perPage(compared) : median(way.times) / median(compared.times);
    const limit = isOurs(name) ? ` (limit 1, ${ratio <= 1 ? 'kept' : 'OVER'})` : '';
    console.log(
      [
        `  ${name.padEnd(24)}`,
        `${Math.round(median(way.times))} ms (${range(way.times)})`.padEnd(22),
        `${pages} p.`.padStart(6),
        `${perPage(way).toFixed(1)} ms/p.`.padStart(12),
        `× ${ratio.toFixed(2)}${limit}`.padEnd(22),
        `${Math.round(way.peak)} MB`.padStart(7),
        `${Math.round(statSync(file).size / 1000)} kB`.padStart(8),
      ].join('  '),
    );
  }
}
