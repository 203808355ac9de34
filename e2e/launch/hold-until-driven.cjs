/**
 * Loaded before the app: it gets ready only once Playwright is connected. A window that opens while Playwright is still
 * connecting is sometimes never reported to it. Playwright calls `__playwright_run` when it is there; its own loader, which
 * does the same, is not used where the executable is given.
 */
const { app } = require('electron');
require('./faults.cjs');

process.argv.splice(process.argv.indexOf('-r'), 2);
const ready = app.whenReady();
app.whenReady = () =>
  new Promise((resolve) => {
    Object.assign(globalThis, { __playwright_run: () => void ready.then(resolve) });
  });
