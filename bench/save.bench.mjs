/**
 * One edit of one note, from the call until it is on the disk, through the app as the window uses it: in libraries of several
 * sizes, against the bare system calls, SQLite and stock lowdb, in turns. Arguments: the numbers of notes.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runQuietly } from '../scripts/lib/child.mjs';
import { inRoot } from '../scripts/lib/paths.mjs';
import { bundle } from './lib/bundle.mjs';
import { makeLibrary } from './lib/make-library.mjs';
import { ensureSqlite } from './lib/sqlite.mjs';
import { median, verdict } from './lib/statistics.mjs';

const rounds = 300;
/** Stock lowdb writes all notes each time, which keeps the disk busy: it has rounds of its own at the end, where one string can hold them. */
const lowdbRounds = 9;
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

// What was written to begin with is on the disk before anything is measured.
await runQuietly('sync', []);
// The first rounds are not counted: code is compiled, caches fill.
for (let round = -20; round < rounds; round++) {
  for (const library of libraries) {
    const times = await library.ask(['bare', 'sqlite']);
    if (round >= 0) for (const [name, time] of Object.entries(times)) keep(library.times, name, time);
  }
}
for (let round = 0; round < lowdbRounds; round++) {
  for (const { times, ask } of libraries.filter(({ hasLowdb }) => hasLowdb)) {
    const { ours, lowdb } = await ask(['lowdb']);
    keep(times, 'beside lowdb', ours);
    keep(times, 'lowdb', lowdb);
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
    const [beside, lowdb] = [median(times['beside lowdb']), median(times.lowdb)];
    // Fifty times quicker is wanted of the library that a desk has; a file with a hundred notes is small.
    const limit = notes >= 10_000 ? 1 / 50 : Number.POSITIVE_INFINITY;
    console.log(
      verdict(
        `of stock lowdb (${lowdb.toFixed(1)}), which takes × ${(lowdb / beside).toFixed(0)}`,
        beside / lowdb,
        limit,
      ),
    );
  }
  if (smallest && notes !== smallest.notes)
    console.log(verdict(`of ${smallest.notes} notes`, ours / median(smallest.times.ours), 1.2));
}

console.log('While the index is written, some time after a change');
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

/**
 * @param {Record<string, number[]>} times
 * @param {string} name
 * @param {number} time
 */
function keep(times, name, time) {
  times[name] ??= [];
  times[name].push(time);
}

/** @param {number[]} values */
function p95(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)];
}
