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
import { makeLongNote } from './lib/long-note.mjs';
import { makeLibrary } from './lib/make-library.mjs';
import { memoryByRole } from './lib/memory.mjs';
import { median } from './lib/statistics.mjs';

const rounds = 3;
const presses = 60;
/** A key's work that takes longer makes a frame late, in ms. */
const keyLimit = 16;

/** The long note without annotations. */
const PLAIN = 'Plain';

const given = process.argv.slice(2).map(Number).filter(Boolean);
const sizes = given.length > 0 ? given : [100, 10_000, 100_000];

const folder = mkdtempSync(join(tmpdir(), 'briefing-desk-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** @type {{plainText: (text: string) => string}} */
const { plainText } = await import(await bundle(inRoot('src', 'core', 'markdown.ts'), folder, 'markdown'));

console.log(`The list, scrolled by 40 px at each frame (dropped of 300 frames, median of ${rounds})`);
for (const notes of sizes) await list(notes);
console.log('\nNotes of 300,000 characters');
for (const annotations of [500, 1000]) await annotated(annotations);

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

/**
 * The long notes beside one as long without annotations, by turns.
 * @param {number} count how many annotations, in 300,000 characters
 */
async function annotated(count) {
  const data = join(folder, `note-${count}`);
  makeLibrary({ folder: data, notes: 5 });
  for (const [number, title] of [
    [2, 'Long 2'],
    [3, 'Long 3'],
    [4, PLAIN],
  ]) {
    const annotations = title === PLAIN ? 0 : count;
    const note = { ...makeLongNote({ annotations, plainText, number: Number(number) }), title };
    writeFileSync(join(data, 'notes', `${note.id}.json`), JSON.stringify(note));
  }
  await (await openDriven(data)).close();
  const { page, close } = await openDriven(data);
  console.log(`  ${count} annotations`);
  await opened(page);
  /** @type {Record<string, {dropped: number[], keys: number[][]}>} */
  const figures = { 'Long 2': { dropped: [], keys: [] }, [PLAIN]: { dropped: [], keys: [] } };
  for (let round = 0; round < rounds; round++) {
    for (const [title, { dropped, keys }] of Object.entries(figures)) {
      await openNote(page, title);
      dropped.push((await scrollEvenly(page.getByRole('document', { name: 'Text' }))).dropped);
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await page.getByRole('textbox', { name: 'Text' }).click();
      keys.push(await typed(page));
      await page.getByRole('button', { name: 'Done', exact: true }).click();
      await page.getByRole('document', { name: 'Text' }).waitFor();
    }
  }
  for (const [title, { dropped, keys }] of Object.entries(figures)) {
    const all = keys.flat();
    const late = all.filter((time) => time > keyLimit).length;
    const what = title === PLAIN ? 'beside it without annotations' : `with ${count}`;
    console.log(
      `    scrolled, ${what}: ${dropped.join(', ')} dropped of 300 (limit 0, median ${kept(median(dropped) === 0)})`,
    );
    console.log(
      `    a key, ${what}: ${median(all).toFixed(1)} ms until all it set off is done, at most ${keys.map((each) => Math.max(...each).toFixed(1)).join(', ')} (limit ${keyLimit}, ${late} of ${all.length} over)`,
    );
  }
  await close();
}

/**
 * Opens notes by a click in the list, each several times, and looks what frames are dropped until all of the text is there.
 * @param {import('@playwright/test').Page} page
 */
async function opened(page) {
  const titles = await page
    .getByRole('option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('aria-label') ?? ''));
  const [short = '', other = ''] = titles.filter((title) => !/^Long|^Plain/.test(title));
  const ways = {
    'a short note after another': [other, short],
    'the long note after a short one': [other, 'Long 2'],
    'the long note after a long one': ['Long 3', 'Long 2'],
    'a short note after the long one': ['Long 2', short],
  };
  /** @type {Map<string, Awaited<ReturnType<typeof openNote>>[]>} */
  const figures = new Map();
  for (let round = 0; round <= rounds; round++) {
    for (const [way, [before = '', title = '']] of Object.entries(ways)) {
      await openNote(page, before);
      const figure = await openNote(page, title);
      // The first time counts apart: code that has never run is slow.
      const name = round === 0 ? `${way}, the first time` : way;
      figures.set(name, [...(figures.get(name) ?? []), figure]);
    }
  }
  for (const [way, all] of figures) {
    const [dropped, longest, ready] = [
      all.map((each) => each.dropped),
      all.map((each) => each.longest),
      all.map((each) => each.ready),
    ];
    console.log(
      `    opened, ${way}: ${dropped.join(', ')} dropped (limit 0, median ${kept(median(dropped) === 0)}), at most ${Math.max(...longest).toFixed(0)} ms between two frames; all is there after ${(median(ready) / 1000).toFixed(1)} s`,
    );
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} title
 * @returns {Promise<{dropped: number, longest: number, ready: number}>} frames; the longest time between two, and until all was there, in ms
 */
async function openNote(page, title) {
  const row = page.getByRole('option', { name: title, exact: true });
  await row.waitFor();
  const figures = row.evaluate(async (element, name) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const isWhole = () =>
      document.title.startsWith(name) &&
      document.querySelector('[role=document]')?.getAttribute('aria-busy') === 'false';
    // What came before is over.
    for (let count = 0; count < 30; count++) await frame();
    const times = [await frame()];
    /** @type {HTMLElement} */ (element).click();
    let ready = 0;
    // The cards of the margin come a little after the text.
    for (let after = 0; after < 30; after++) {
      times.push(await frame());
      if (!isWhole()) after = 0;
      else if (ready === 0) ready = performance.now() - (times[0] ?? 0);
    }
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    const dropped = gaps.map((gap) => Math.max(0, Math.round(gap / (1000 / 60)) - 1));
    return { dropped: dropped.reduce((sum, one) => sum + one, 0), longest: Math.max(...gaps), ready };
  }, title);
  return figures;
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
    /** @param {KeyboardEvent} event */
    const look = ({ timeStamp }) => {
      const { port1, port2 } = new MessageChannel();
      // Comes once all that the key set off at once is done. What the key itself had to wait for counts too.
      port1.onmessage = () => times.push(performance.now() - timeStamp);
      port2.postMessage(null);
    };
    window.addEventListener('keydown', look, true);
    const end = () => {
      window.removeEventListener('keydown', look, true);
      return times;
    };
    Object.assign(window, { endKeys: end });
  });
  for (let key = 0; key < presses; key++)
    await page.keyboard.press('abcdefgh '.charAt(key % 9), { delay: 20 });
  return page.evaluate(() => /** @type {any} */ (window).endKeys());
}

/** @param {boolean} isKept */
function kept(isKept) {
  return isKept ? 'kept' : 'OVER';
}
