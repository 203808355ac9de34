import { rmSync } from 'node:fs';
import { runInForeground } from './foreground.mjs';
import { say, secondsSince } from './log.mjs';
import { inRoot, root } from './paths.mjs';
import { failed, passed } from './summary.mjs';
import { readCounts, vitestCounts } from './test-results.mjs';
import { toolPath } from './tools.mjs';

/** @typedef {import('./summary.mjs').Counts} Counts */

const unitReport = inRoot('test-results', 'unit.json');

/**
 * Runs everything that needs no Electron: types, lint, layers and unit tests, each to its end.
 * @returns {Promise<Counts[]>} one for each
 */
export async function runChecks() {
  return [
    await timed('Types', () =>
      check([toolPath('typescript'), '--noEmit'], [toolPath('typescript'), '-p', 'scripts']),
    ),
    await timed('Lint', () => check([toolPath('@biomejs/biome'), 'check', '.'])),
    await timed('Layers', () => check([inRoot('scripts', 'check-layers.mjs')])),
    await timed('Unit tests', runUnitTests),
  ];
}

/**
 * @param {string} name
 * @param {() => Promise<Counts>} run
 */
async function timed(name, run) {
  const start = performance.now();
  say(`\n${name}`);
  const counts = await run();
  say(`${name}: ${counts.failed === 0 ? 'passed' : 'failed'} (${secondsSince(start)})`);
  return counts;
}

/**
 * @param {string[][]} programs what Node is started with; all have to succeed
 * @returns {Promise<Counts>}
 */
async function check(...programs) {
  let code = 0;
  for (const program of programs) code ||= await run(program);
  return code === 0 ? passed : failed;
}

/** @returns {Promise<Counts>} */
async function runUnitTests() {
  rmSync(unitReport, { force: true });
  const code = await run([toolPath('vitest'), 'run']);
  return readCounts(unitReport, vitestCounts, code);
}

/** @param {string[]} args */
async function run(args) {
  return (await runInForeground(process.execPath, args, { cwd: root })).code;
}
