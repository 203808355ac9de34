import type { BrowserWindow } from 'electron';
import type { Log } from './log';

/** A page that ends again within this time after its reload, in milliseconds, is not loaded once more. */
const TOO_SOON = 10_000;

/** Loads the page again when its process has ended by itself: what was saved is all in the library. */
export function reloadAfterCrash(window: BrowserWindow, log: Log): void {
  let reloaded = 0;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error(`page ended: ${reason} (${exitCode})`);
    if (Date.now() - reloaded < TOO_SOON) return;
    reloaded = Date.now();
    // Not at once: Chromium is still taking leave of the old process.
    setImmediate(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    });
  });
}
