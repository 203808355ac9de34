import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { bundle } from '../lib/bundle.mjs';
import { createRandom } from '../lib/statistics.mjs';

const kills = 20;
const notes = 30;
const hour = 3_600_000;

/** @type {string} */
let worker;
/** @type {typeof import('./backups')} */
let app;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'briefing-desk-'));
  worker = await bundle(inRoot('bench/kills/backup-worker.ts'), folder, 'worker');
  app = await import(pathToFileURL(await bundle(inRoot('bench/kills/backups.ts'), folder, 'app')).href);
  return () => rm(folder, { recursive: true, force: true });
}, 120_000);

async function temporary() {
  const folder = await mkdtemp(join(tmpdir(), 'briefing-desk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Lets the worker work, and kills it at a random moment of its first few turns.
 * @param {readonly string[]} work
 * @param {() => number} random
 */
async function killAtWork(work, random) {
  const child = spawn(process.execPath, [worker, ...work], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let length = 0;
  let begun = 0;
  const ready = new Promise((resolve) => {
    child.stdout.on('data', (bytes) => {
      if (begun === 0) begun = Date.now();
      // The first turn shows how long one takes.
      if (String(bytes).includes('0\n')) length ||= Date.now() - begun;
      if (length > 0) resolve(undefined);
    });
  });
  await Promise.race([ready, ended]);
  await sleep(random() * length * 2);
  expect(child.exitCode, 'the worker has not ended by itself').toBe(null);
  child.kill('SIGKILL');
  await ended;
}

test('whenever a backup is killed, those that are there are whole and the library is untouched', async () => {
  const random = createRandom(11);
  const folder = await temporary();
  const [library, to] = [join(folder, 'library'), join(folder, 'backups')];
  await mkdir(to);
  const titles = Array.from({ length: notes }, (_, index) => `note ${String(index).padStart(3, '0')}`);
  await app.makeLibrary(library, titles);
  for (let kill = 0; kill < kills; kill += 1) await killAtWork(['backup', library, to], random);
  expect(await app.wrongBackups(to)).toEqual([]);
  expect(await app.titlesIn(library)).toEqual(titles);
  await app.backUp(library, to, Date.now() + 2 * hour);
  expect((await readdir(to)).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(await app.leftIn(library)).toEqual([]);
}, 300_000);

test('whenever a restore is killed, the next start finds the one library or the other, whole', async () => {
  const random = createRandom(12);
  const folder = await temporary();
  const [library, other, to] = [join(folder, 'library'), join(folder, 'other'), join(folder, 'backups')];
  await mkdir(to);
  const [ones, others] = ['one', 'other'].map((name) =>
    Array.from({ length: notes }, (_, index) => `${name} ${String(index).padStart(3, '0')}`),
  );
  await app.makeLibrary(library, ones ?? []);
  await app.makeLibrary(other, others ?? []);
  const backups = [await app.backUp(other, to), await app.backUp(library, to, Date.now() + hour)];
  const seen = new Set();
  for (let kill = 0; kill < kills; kill += 1) {
    await killAtWork(['restore', library, ...backups], random);
    const titles = await app.titlesIn(library);
    expect([ones, others]).toContainEqual(titles);
    seen.add(titles[0]);
    expect(await app.leftIn(library)).toEqual([]);
  }
  expect(seen.size, 'it was killed before and after').toBe(2);
  expect(await readdir(library)).not.toContain('quarantine');
}, 300_000);
