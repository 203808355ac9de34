/**
 * Exports documents by turns with the typesetter and with Electron's own printToPDF, and says on a line of its output how
 * long each took, in milliseconds, and what memory their processes took at most, in MB, as JSON.
 */

import { readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, utilityProcess } from 'electron';

const { BENCH_FOLDER: folder = '', BENCH_ROOT: root = '', BENCH_ROUNDS: rounds = '{}' } = process.env;

/** @param {string} name @param {Uint8Array} bytes whole and on the disk, as the app writes files */
async function save(name, bytes) {
  const path = join(folder, name);
  const file = await open(`${path}.part`, 'w');
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
  await rename(`${path}.part`, path);
}

/** @param {number | undefined} pid @returns {number} the most memory that a process ever had, in MB */
function peakOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1000;
}

function startTypesetter() {
  const args = [`--layouts=${join(root, 'resources', 'layouts')}`, `--fonts=${join(root, 'out', 'fonts')}`];
  const child = utilityProcess.fork(join(root, 'out', 'main', 'typeset-process.cjs'), args);
  const waiting = new Map();
  const ready = new Promise((resolve) => {
    child.on('message', (message) => {
      if (message.ready) resolve(undefined);
      else waiting.get(message.id)(message.result);
    });
  });
  let id = 0;
  /** @param {unknown} request */
  const typeset = (request) =>
    new Promise((resolve) => {
      id += 1;
      waiting.set(id, resolve);
      child.postMessage({ id, request });
    });
  return { child, ready, typeset };
}

async function run() {
  const { htmlOf, notesOf, requestOf } = await import(pathToFileURL(join(folder, 'documents.mjs')).href);
  const { child, ready, typeset } = startTypesetter();
  await ready;
  const kept = new BrowserWindow({ show: false });

  /** What is there before the button is pressed: the notes, and for the printer the finished page. */
  const page = { address: '' };
  const prepare = (/** @type {string} */ document, /** @type {number} */ round) => {
    notesOf(document, round);
    const html = Buffer.from(htmlOf(document, round)).toString('base64');
    page.address = `data:text/html;charset=utf-8;base64,${html}`;
  };
  /** @param {BrowserWindow} window @param {string} name */
  const print = async (window, name) => {
    await window.loadURL(page.address);
    await save(
      name,
      await window.webContents.printToPDF({ generateTaggedPDF: true, generateDocumentOutline: true }),
    );
    return peakOf(window.webContents.getOSProcessId());
  };
  /** @param {string} layout */
  const set =
    (layout) =>
    async (/** @type {string} */ document, /** @type {string} */ name, /** @type {number} */ round) => {
      const result = await typeset(requestOf(document, layout, round));
      if (!result.ok || result.value.warnings.length > 0)
        throw new Error(JSON.stringify(result).slice(0, 500));
      await save(name, result.value.pdf);
      return peakOf(child.pid);
    };
  /** @type {Record<string, (document: string, name: string, round: number) => Promise<number>>} */
  const ways = {
    'printToPDF, window kept': (_, name) => print(kept, name),
    'printToPDF, new window': async (_, name) => {
      const window = new BrowserWindow({ show: false });
      const peak = await print(window, name);
      window.destroy();
      return peak;
    },
    'briefing note': set('briefing-note'),
    'annotated article': set('annotated-article'),
  };
  /** @type {Record<string, Record<string, {times: number[], peak: number, file: string}>>} */
  const measured = {};
  for (const [document, count] of Object.entries(JSON.parse(rounds))) {
    const of = Object.fromEntries(
      Object.keys(ways).map((name) => [
        name,
        { times: /** @type {number[]} */ ([]), peak: 0, file: `${document}, ${name}.pdf` },
      ]),
    );
    measured[document] = of;
    // Once uncounted: what is loaded at the first time only.
    for (let round = 0; round <= count; round += 1) {
      prepare(document, round);
      for (const [name, way] of Object.entries(ways)) {
        const result = of[name];
        if (!result) continue;
        const start = performance.now();
        const peak = await way(document, result.file, round);
        if (round > 0) result.times.push(performance.now() - start);
        result.peak = Math.max(result.peak, peak);
      }
    }
  }
  console.log(`measured ${JSON.stringify(measured)}`);
}

app.on('window-all-closed', () => {});
app
  .whenReady()
  .then(run)
  .then(
    () => app.exit(0),
    (error) => {
      console.error(error);
      app.exit(1);
    },
  );
