/**
 * One edit of one note, from the call until it is on the disk, through the app as the window uses it: in libraries of several
 * sizes, against the bare system calls, SQLite and stock lowdb, in turns. Arguments: the numbers of notes.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../scripts/lib/paths.mjs';
import { bundle } from './lib/bundle.mjs';
import { makeLibrary } from './lib/make-library.mjs';
import { ensureSqlite } from './lib/sqlite.mjs';
import { median, verdict } from './lib/statistics.mjs';

const rounds = 300;
/** Stock lowdb writes all notes each time: it takes part in every so manieth round only, and not where one string cannot hold them. */
const lowdbEvery = 20;
const lowdbMost = 10_000;

const given = process.argv.slice(2).map(Number).filter(Boolean);
const sizes = given.length > 0 ? given : [100, 10_000, 100_000];

const folder = mkdtempSync(join(tmpdir(), 'briefing-desk-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const noSqlite = await ensureSqlite();
if (noSqlite !== null) console.log(`Without SQLite: ${noSqlite}`);
const deskModule = await bundle(inRoot('bench', 'save', 'desk.ts'), folder, 'desk');

const libraries = [];
for (const notes of sizes) libraries.push(await openSession(notes));

// The first rounds are not counted: code is compiled, caches fill.
for (let round = -20; round < rounds; round++) {
  for (const library of libraries) {
    const withLowdb = library.hasLowdb && round % lowdbEvery === 0;
    const times = await library.ask(['bare', 'sqlite', ...(withLowdb ? ['lowdb'] : [])]);
    if (round < 0) continue;
    for (const [name, time] of Object.entries(times)) {
      library.times[name] ??= [];
      library.times[name].push(time);
    }
  }
}

console.log(`One edit saved, medians of ${rounds} in turns, in milliseconds`);
const [smallest] = libraries;
for (const { notes, times } of libraries) {
  const ours = median(times.ours);
  console.log(`${notes.toLocaleString('en')} notes: ${ours.toFixed(2)} (p95 ${p95(times.ours).toFixed(2)})`);
  const bare = median(times.bare);
  console.log(verdict(`of the bare write (${bare.toFixed(2)})`, ours / bare, 1.5));
  if (times.sqlite) {
    const sqlite = median(times.sqlite);
    console.log(verdict(`of SQLite, WAL, synchronous=FULL (${sqlite.toFixed(2)})`, ours / sqlite, 1.5));
  }
  if (times.lowdb) {
    const lowdb = median(times.lowdb);
    // Fifty times quicker is wanted of the library that a desk has; a file with a hundred notes is small.
    const limit = notes >= 10_000 ? 1 / 50 : Number.POSITIVE_INFINITY;
    console.log(
      verdict(
        `of stock lowdb (${lowdb.toFixed(1)}), which takes × ${(lowdb / ours).toFixed(0)}`,
        ours / lowdb,
        limit,
      ),
    );
  }
  if (smallest && notes !== smallest.notes)
    console.log(verdict(`of ${smallest.notes} notes`, ours / median(smallest.times.ours), 1.2));
}

console.log('While the index is written, 1.5 s after a change');
for (const { notes, times, ask } of libraries) {
  const { block, saves } = await ask('index');
  const longest =
    saves.length === 0 ? 'none fell into it' : `the longest ${Math.max(...saves).toFixed(1)} ms`;
  console.log(
    `${notes.toLocaleString('en').padStart(9)} notes: ${saves.length} saves, ${longest} (p95 otherwise ${p95(times.ours).toFixed(1)} ms); the thread was held up for ${block.toFixed(0)} ms at most`,
  );
}
for (const { end } of libraries) end();

/** @param {number} notes */
async function openSession(notes) {
  const place = join(folder, String(notes));
  makeLibrary({ folder: join(place, 'library'), notes });
  const hasLowdb = notes <= lowdbMost;
  const peers = ['bare', ...(noSqlite === null ? ['sqlite'] : []), ...(hasLowdb ? ['lowdb'] : [])];
  const child = fork(inRoot('bench', 'save', 'session.mjs'), [
    deskModule,
    place,
    String(notes),
    peers.join(),
  ]);
  const answer = () =>
    new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`The measuring process ended with ${code}.`)));
    });
  await answer();
  return {
    notes,
    hasLowdb,
    /** @type {Record<string, number[]>} */ times: {},
    /** @param {any} question */
    ask: (question) => {
      child.removeAllListeners('exit');
      const told = answer();
      child.send(question);
      return told;
    },
    end: () => {
      child.removeAllListeners('exit');
      child.kill('SIGKILL');
    },
  };
}

/** @param {number[]} values */
function p95(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)];
}
