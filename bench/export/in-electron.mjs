import { spawn } from 'node:child_process';
import { launchOf } from '../../scripts/lib/launch.mjs';
import { inRoot, root } from '../../scripts/lib/paths.mjs';
import { ensureRuntime } from '../../scripts/lib/runtime.mjs';

/** What takes longer has not begun: a dialog of Electron's about a failure waits for ever. */
const patience = 600_000;

/**
 * Exports in one Electron, with its own printToPDF and with the typesetter, whose processes are there already.
 * @param {string} folder with documents.mjs; the files go there
 * @param {Record<string, number>} rounds for each document
 * @returns {Promise<Record<string, Record<string, import('./report.mjs').Measured>>>} by document and way
 */
export async function exportInElectron(folder, rounds) {
  const { executable } = await ensureRuntime();
  const { electron, args } = launchOf(executable, inRoot('bench', 'export', 'window'));
  const env = {
    ...process.env,
    BENCH_FOLDER: folder,
    BENCH_ROOT: root,
    BENCH_ROUNDS: JSON.stringify(rounds),
  };
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
