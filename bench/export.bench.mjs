/**
 * From pressing the button to the PDF on the disk, against Electron's own printToPDF of the same text as plain HTML in a
 * hidden window, in the same Electron, in turns.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchOf } from '../scripts/lib/launch.mjs';
import { inRoot, root } from '../scripts/lib/paths.mjs';
import { ensureRuntime } from '../scripts/lib/runtime.mjs';
import { bundle } from './lib/bundle.mjs';
import { median, range } from './lib/statistics.mjs';

const rounds = 10;
/** What takes longer has not begun: a dialog of Electron's about a failure waits for ever. */
const patience = 120_000;
/** The window that is there already, like the typesetter: the stricter of the two peers. */
const peer = 'printToPDF, window kept';
const files = {
  'printToPDF, window kept': 'kept.pdf',
  'printToPDF, new window': 'new.pdf',
  'briefing note': 'briefing-note.pdf',
  'annotated article': 'annotated-article.pdf',
};

const folder = mkdtempSync(join(tmpdir(), 'briefing-desk-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

await bundle(inRoot('bench', 'export-window', 'request.ts'), folder, 'request');

const times = await measure();
const base = median(times[peer] ?? []);
console.log(`From the button to the file on the disk, medians of ${rounds} in turns`);
for (const [name, file] of Object.entries(files)) {
  const all = times[name] ?? [];
  console.log(
    [
      name.padEnd(24),
      `${Math.round(median(all))} ms (${range(all)})`.padEnd(20),
      `× ${(median(all) / base).toFixed(2)}${name.startsWith('printToPDF') ? '' : ' (limit 1)'}`.padEnd(18),
      `${Math.round(statSync(join(folder, file)).size / 1000)} kB`,
    ].join('  '),
  );
}

/** @returns {Promise<Record<string, number[]>>} milliseconds by way */
async function measure() {
  const { executable } = await ensureRuntime();
  const { electron, args } = launchOf(executable, inRoot('bench', 'export-window'));
  const env = { ...process.env, BENCH_FOLDER: folder, BENCH_ROOT: root, BENCH_ROUNDS: String(rounds) };
  const child = spawn(electron, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  process.once('exit', () => child.kill('SIGKILL'));
  let output = '';
  let errors = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const limit = setTimeout(() => child.kill('SIGKILL'), patience);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(limit);
  const measured = /^measured (.*)$/m.exec(output)?.[1];
  if (code !== 0 || measured === undefined) throw new Error(`The exports failed.\n${errors}`);
  return JSON.parse(measured);
}
