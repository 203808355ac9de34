import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bundle } from '../lib/bundle.mjs';
import { createRandom } from '../lib/statistics.mjs';
import { Model } from './model.mjs';

/** The longest that a worker works before it is killed, in milliseconds. */
const longest = 600;
/** One in so many is killed while it is still opening the library. */
const early = 6;
const importFiles = 40;

/**
 * Kills the app at random moments of its work, again and again on one library, and looks each time what is left.
 * @param {{kills: number, seed: number, folder: string, onKill?: (done: number) => void}} options folder: empty, for all that is needed
 * @returns {Promise<import('./model.mjs').Tally>}
 */
export async function runKills({ kills, seed, folder, onKill = () => undefined }) {
  const random = createRandom(seed);
  const worker = await buildWorker(join(folder, 'worker'));
  const data = join(folder, 'data');
  const imports = makeImports(join(folder, 'imports'));
  const model = new Model(data);
  while (model.tally.kills < kills) {
    const child = spawn(process.execPath, [worker, data, imports, String(Math.floor(random() * 1e9))], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const lines = createInterface(child.stdout);
    const isEarly = model.tally.kills > 0 && random() * early < 1;
    const opened = new Promise((resolve) => {
      lines.on('line', (line) => {
        const said = JSON.parse(line);
        if (said.opened) {
          model.compare(said.opened);
          if (!isEarly) child.stdin.write('go\n');
          resolve(undefined);
        } else model.hear(said);
      });
    });
    await Promise.race(isEarly ? [sleep(random() * longest)] : [opened, ended]);
    if (!isEarly) await sleep(random() * longest);
    child.kill('SIGKILL');
    await ended;
    model.tally.kills += 1;
    onKill(model.tally.kills);
  }
  await lastLook(worker, data, imports, model);
  return model.tally;
}

/**
 * Opens the library once more after the last kill.
 * @param {string} worker
 * @param {string} data
 * @param {string} imports
 * @param {Model} model
 */
async function lastLook(worker, data, imports, model) {
  const child = spawn(process.execPath, [worker, data, imports], { stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const line of createInterface(child.stdout)) {
    const said = JSON.parse(line);
    if (said.opened) model.compare(said.opened);
    else model.hear(said);
    child.kill('SIGKILL');
  }
}

/**
 * @param {string} folder
 * @returns {Promise<string>} the program
 */
export const buildWorker = (folder) =>
  bundle(fileURLToPath(new URL('./worker.ts', import.meta.url)), folder, 'worker');

/**
 * Files whose titles are their names, so that a note tells which file it is of.
 * @param {string} folder
 */
function makeImports(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < importFiles; number++) {
    const title = `Report ${number}`;
    writeFileSync(
      join(folder, `${title}.md`),
      `# ${title}\n\n${'A line of it. '.repeat(number * 10 + 1)}end\n`,
    );
  }
  return folder;
}
