/**
 * A library of one size with its peers, in a process of its own: what another size holds in memory slows nothing down here.
 * Answers each message of its parent with the milliseconds that each way took.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../lib/statistics.mjs';
import { bareWrites, sqlite, stockLowdb } from './peers.mjs';

const [deskModule = '', folder = '', count = '0', wanted = ''] = process.argv.slice(2);

/** How long after a change the app begins to write the index, and how long that may take at most, in milliseconds. */
const indexAfter = 1490 + Number(count);
const indexPatience = indexAfter + 60_000;
const notes = join(folder, 'library', 'notes');
const { openDesk } = await import(deskModule);
const desk = await openDesk(join(folder, 'library'));
const peers = [
  ['bare', bareWrites(join(folder, 'bare'))],
  ...(wanted.includes('sqlite') ? [['sqlite', sqlite(join(folder, 'notes.db'), notes)]] : []),
  ...(wanted.includes('lowdb') ? [['lowdb', await stockLowdb(join(folder, 'lowdb.json'), notes)]] : []),
];
const random = createRandom(Number(count));
let edits = 0;

/** Somebody opens a note and adds a sentence to its first paragraph. */
async function edited() {
  const number = Math.floor(random() * Number(count));
  const note = await desk.open(`bench${String(number).padStart(15, '0')}`);
  edits += 1;
  // Made anew, as what comes from a window is: joined strings are put together when they are first read.
  return JSON.parse(JSON.stringify({ ...note, text: note.text.replace('.', `. Sentence ${edits} is new.`) }));
}

/** @param {() => unknown} work */
async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

let rounds = 0;

/**
 * Each way saves the note once, each round another one first: whoever follows finds the disk at work, and the note at hand.
 * @param {readonly string[]} names which of the peers take part
 */
async function round(names) {
  const note = await edited();
  const ways = [
    ['ours', () => desk.save(note.id, note.text)],
    ...peers.filter(([name]) => names.includes(name)).map(([name, peer]) => [name, () => peer.save(note)]),
  ];
  const first = rounds++ % ways.length;
  /** @type {Record<string, number>} */
  const times = {};
  for (const [name, save] of [...ways.slice(first), ...ways.slice(0, first)]) {
    times[name] = await timed(save);
    // What ours does after its answer is its own, not the next one's.
    await setImmediate();
  }
  return times;
}

/** One change, then saves one after another until the index that follows it is on the disk. */
async function whileIndexing() {
  const index = join(folder, 'library', 'index.json');
  const written = () => statSync(index, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const before = written();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await round([]);
  const start = performance.now();
  const saves = [];
  while (written() === before && performance.now() - start < indexPatience) {
    const late = performance.now() - start > indexAfter;
    if (late) saves.push((await round([])).ours);
    await sleep(late ? 1 : 10);
  }
  delay.disable();
  return { block: delay.max / 1e6, saves };
}

process.on('message', async (message) => {
  process.send?.(message === 'index' ? await whileIndexing() : await round(message));
});
process.send?.('ready');
