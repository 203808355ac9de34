/**
 * Exports the article by turns with the typesetter and with Electron's own printToPDF, and says on a line of its output how
 * long each took, in milliseconds, as JSON.
 */

import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, utilityProcess } from 'electron';

const { BENCH_FOLDER: folder = '', BENCH_ROOT: root = '', BENCH_ROUNDS: rounds = '10' } = process.env;

/** @param {string} name @param {Uint8Array} bytes whole and on the disk, as the app writes files */
async function save(name, bytes) {
  const path = join(folder, name);
  const file = await open(`${path}.part`, 'w');
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
  await rename(`${path}.part`, path);
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
  return { ready, typeset };
}

async function run() {
  const { html, requestOf } = await import(pathToFileURL(join(folder, 'request.mjs')).href);
  const { ready, typeset } = startTypesetter();
  await ready;
  const page = `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
  const kept = new BrowserWindow({ show: false });

  /** @param {BrowserWindow} window @param {string} name */
  const print = async (window, name) => {
    await window.loadURL(page);
    await save(name, await window.webContents.printToPDF({ generateTaggedPDF: true }));
  };
  /** @param {string} layout */
  const set = (layout) => async () => {
    const result = await typeset(requestOf(layout));
    if (!result.ok || result.value.warnings.length > 0) throw new Error(JSON.stringify(result).slice(0, 500));
    await save(`${layout}.pdf`, result.value.pdf);
  };
  const ways = {
    'printToPDF, window kept': () => print(kept, 'kept.pdf'),
    'printToPDF, new window': async () => {
      const window = new BrowserWindow({ show: false });
      await print(window, 'new.pdf');
      window.destroy();
    },
    'briefing note': set('briefing-note'),
    'annotated article': set('annotated-article'),
  };
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, /** @type {number[]} */ ([])]));
  // Once uncounted: what is loaded at the first time only.
  for (let round = 0; round <= Number(rounds); round += 1) {
    for (const [name, way] of Object.entries(ways)) {
      const start = performance.now();
      await way();
      if (round > 0) times[name]?.push(performance.now() - start);
    }
  }
  console.log(`measured ${JSON.stringify(times)}`);
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
