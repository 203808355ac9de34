import { existsSync, rmSync } from 'node:fs';
import { isDisplayMissing, startVirtualDisplay } from './display.mjs';
import { say } from './log.mjs';
import { inRoot } from './paths.mjs';

const paintMilliseconds = 30_000;
/** Chromium complains at length about what a server lacks, such as a message bus. */
const quiet = '--log-level=3';

/**
 * @typedef {object} WindowPlace what the app needs to open its window
 * @property {Record<string, string>} env
 * @property {string[]} args
 */

/**
 * Runs the app where its window can be seen: on the display that is there, or else on a virtual one, and then tells
 * where a picture of the window is.
 * @template T
 * @param {(place: WindowPlace) => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function withWindowPlace(run) {
  if (!isDisplayMissing()) return run({ env: {}, args: [] });
  const display = await startVirtualDisplay();
  const picture = process.env.BRIEFING_DESK_SCREENSHOT || inRoot('out', 'window.png');
  rmSync(picture, { force: true });
  say('There is no display here, so the app opens on a virtual one. Ctrl-C ends it.');
  const endWatch = sayWhenThere(picture);
  try {
    return await run({ env: { ...display.env, BRIEFING_DESK_SCREENSHOT: picture }, args: [quiet] });
  } finally {
    endWatch();
    display.stop();
  }
}

/**
 * @param {string} picture
 * @returns {() => void} ends the watch
 */
function sayWhenThere(picture) {
  const start = performance.now();
  const timer = setInterval(() => {
    if (existsSync(picture)) say(`The app runs; its window is shown in ${picture}`);
    else if (performance.now() - start < paintMilliseconds) return;
    else say('The app runs, but has not shown its window yet.');
    clearInterval(timer);
  }, 100);
  return () => clearInterval(timer);
}
