/**
 * From the start of the process until the open note's text is painted, against an empty Electron window, in turns.
 * Arguments: the numbers of notes in the libraries to open.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeLaunch, launchOf } from '../scripts/lib/launch.mjs';
import { inRoot } from '../scripts/lib/paths.mjs';
import { makeLibrary } from './lib/make-library.mjs';
import { measureStart } from './lib/measure-start.mjs';
import { median, range } from './lib/statistics.mjs';

/** What is aimed at: not more than this many times what the empty window takes. */
const startLimits = /** @type {Record<number, number>} */ ({ 1: 1.5, 10000: 1.7, 100000: 2 });
const memoryLimit = 1.3;
const rounds = 10;

const given = process.argv.slice(2).map(Number).filter(Boolean);
const sizes = given.length > 0 ? given : [1, 10_000];

const folder = mkdtempSync(join(tmpdir(), 'briefing-desk-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const launch = await describeLaunch();
const empty = launchOf(launch.electron, inRoot('bench', 'empty-window'));
const peer = {
  name: 'empty window',
  limit: 1,
  start: () => measureStart(empty.electron, empty.args, { EMPTY_WINDOW_DATA: join(folder, 'empty-window') }),
};
const apps = sizes.map((notes) => {
  const data = join(folder, String(notes));
  makeLibrary({ folder: data, notes });
  const args = [...launch.args, '--data', data];
  return {
    name: `${notes.toLocaleString('en')} ${notes === 1 ? 'note' : 'notes'}`,
    limit: startLimits[notes] ?? 2,
    start: () => measureStart(launch.electron, args, { ...launch.env, BRIEFING_DESK_TRACE: '1' }),
  };
});

const measured = [peer, ...apps].map((one) => ({
  ...one,
  /** @type {import('./lib/measure-start.mjs').Start[]} */ starts: [],
}));
// Once uncounted: the first start of all makes Chromium's caches and the library's index.
for (const one of measured) await one.start();
for (let round = 0; round < rounds; round++) {
  for (const one of measured) one.starts.push(await one.start());
}

const rows = measured.map(({ name, limit, starts }) => ({
  name,
  limit,
  times: starts.map((start) => start.milliseconds),
  shared: median(starts.map((start) => start.memory.shared)),
  resident: median(starts.map((start) => start.memory.resident)),
}));
const [base] = rows;
console.log(`Start until painted, medians of ${rounds} in turns; memory of all processes, as PSS and as RSS`);
for (const row of rows) {
  const ratio = median(row.times) / median(base?.times ?? []);
  const shared = row.shared / (base?.shared ?? 1);
  const resident = row.resident / (base?.resident ?? 1);
  console.log(
    [
      row.name.padEnd(14),
      `${Math.round(median(row.times))} ms (${range(row.times)})`.padEnd(22),
      `× ${ratio.toFixed(2)} (limit ${row.limit})`.padEnd(20),
      `${Math.round(row.shared)} MB × ${shared.toFixed(2)}`.padEnd(17),
      `${Math.round(row.resident)} MB × ${resident.toFixed(2)} (limit ${memoryLimit})`,
    ].join('  '),
  );
}
