/**
 * What a person feels: frames that are dropped while the list and a note with many annotations are scrolled, how long the page is
 * busy with a key, and how much memory the app and its page take. Arguments: the numbers of notes in the libraries.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../scripts/lib/paths.mjs';
import { bundle } from './lib/bundle.mjs';
import { openDriven, scrollEvenly } from './lib/driven-app.mjs';
import { makeLibrary, makeNote } from './lib/make-library.mjs';
import { memoryByRole } from './lib/memory.mjs';
import { createRandom, median } from './lib/statistics.mjs';

const rounds = 3;
const keys = 60;
/** A key's work that takes longer makes a frame late, in ms. */
const keyLimit = 16;

const given = process.argv.slice(2).map(Number).filter(Boolean);
const sizes = given.length > 0 ? given : [100, 10_000, 100_000];

const folder = mkdtempSync(join(tmpdir(), 'briefing-desk-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** @type {{plainText: (text: string) => string}} */
const { plainText } = await import(await bundle(inRoot('src', 'core', 'markdown.ts'), folder, 'markdown'));

console.log(`The list, scrolled by 40 px at each frame (dropped of 300 frames, median of ${rounds})`);
for (const notes of sizes) await list(notes);
console.log('\nA note with annotations');
for (const annotations of [0, 500, 1000]) await annotated(annotations);

/** @param {number} notes */
async function list(notes) {
  const data = join(folder, `list-${notes}`);
  makeLibrary({ folder: data, notes });
  // The first start makes the index, which is no part of what is measured.
  await (await openDriven(data)).close();
  const { page, pid, close } = await openDriven(data);
  const dropped = [];
  for (let round = 0; round < rounds; round++)
    dropped.push((await scrollEvenly(page.getByRole('listbox', { name: 'Notes' }))).dropped);
  const { main, page: shown } = memoryByRole(pid);
  console.log(
    `  ${notes.toLocaleString('en').padStart(7)} notes: ${median(dropped)} dropped (limit 0, ${kept(median(dropped) === 0)})   main ${main.toFixed(0)} MB, page ${shown.toFixed(0)} MB (PSS)`,
  );
  await close();
  rmSync(data, { recursive: true });
}

/** @param {number} count how many annotations, in 300,000 characters; or in fewer where there are fewer */
async function annotated(count) {
  const data = join(folder, `note-${count}`);
  makeLibrary({ folder: data, notes: 1 });
  const note = longNote(count);
  writeFileSync(join(data, 'notes', `${note.id}.json`), JSON.stringify(note));
  const { page, close } = await openDriven(data);
  await page.getByRole('document', { name: 'Text' }).getByRole('paragraph').first().waitFor();
  const dropped = [];
  for (let round = 0; round < rounds; round++)
    dropped.push((await scrollEvenly(page.getByRole('document', { name: 'Text' }))).dropped);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const editor = page.getByRole('textbox', { name: 'Text' });
  await editor.click();
  const times = await typed(page);
  const late = times.filter((time) => time > keyLimit).length;
  console.log(
    `  ${String(count).padStart(5)} annotations: ${median(dropped)} dropped (limit 0, ${kept(median(dropped) === 0)})   a key keeps the page busy for ${median(times).toFixed(1)} ms, at most ${Math.max(...times).toFixed(1)} (limit ${keyLimit}, ${late} of ${keys} over)`,
  );
  await close();
}

/**
 * Types, and looks how long the page is at work before it can answer again after each key.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<number[]>} in ms
 */
async function typed(page) {
  await page.evaluate(() => {
    /** @type {number[]} */
    const times = [];
    Object.assign(window, { keyTimes: times });
    window.addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        const { port1, port2 } = new MessageChannel();
        // Comes once all that the key set off at once is done.
        port1.onmessage = () => times.push(performance.now() - start);
        port2.postMessage(null);
      },
      true,
    );
  });
  for (let key = 0; key < keys; key++) await page.keyboard.press('abcdefgh '.charAt(key % 9), { delay: 20 });
  return page.evaluate(() => /** @type {any} */ (window).keyTimes);
}

/** @param {number} count */
function longNote(count) {
  const random = createRandom(count + 7);
  const note = makeNote(0, random);
  const text = Array.from({ length: 75 }, (_, number) => makeNote(number, random).text)
    .join('\n\n')
    .slice(0, 300_000);
  const plain = plainText(text);
  const kinds = ['key-fact', 'question', 'action', 'risk', 'remark'];
  const annotations = Array.from({ length: count }, (_, number) => {
    const start = Math.floor(((number + 0.5) * plain.length) / count);
    const end = start + 40;
    return {
      id: `annotation${String(number).padStart(10, '0')}`,
      kind: kinds[number % kinds.length],
      target: [
        { type: 'TextPositionSelector', start, end },
        {
          type: 'TextQuoteSelector',
          exact: plain.slice(start, end),
          prefix: plain.slice(Math.max(0, start - 32), start),
          suffix: plain.slice(end, end + 32),
        },
      ],
      state: 'exact',
      comment: `Comment ${number + 1}: to be asked of the ministry.`,
      author: 'Bench',
      created: note.created,
      updated: note.created,
      resolved: null,
      replies: [],
    };
  });
  return { ...note, text, annotations };
}

/** @param {boolean} isKept */
function kept(isKept) {
  return isKept ? 'kept' : 'OVER';
}
