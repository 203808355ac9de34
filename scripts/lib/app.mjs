import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDisplayMissing, startVirtualDisplay } from './display.mjs';
import { runInForeground } from './foreground.mjs';
import { launchOf } from './launch.mjs';
import { say } from './log.mjs';
import { inRoot, root } from './paths.mjs';

/** Chromium complains at length about what a server lacks, such as a message bus. */
const quiet = '--log-level=3';
const paintMilliseconds = 30_000;

/**
 * Opens the app and waits for its end; without a display on a virtual one, with a picture of its window.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string[]} args what a person has typed
 * @returns {Promise<number>} the app's exit code
 */
export async function openApp(runtime, args) {
  const { electron, args: launchArgs, env } = launchOf(runtime.executable, root);
  const appArgs = [...launchArgs, ...args];
  if (!isDisplayMissing()) return run(electron, appArgs, env);

  const display = await startVirtualDisplay();
  const picture = process.env.BRIEFING_DESK_SCREENSHOT || inRoot('out', 'window.png');
  rmSync(picture, { force: true });
  say('There is no display here, so the app opens on a virtual one. Ctrl-C ends it.');
  const endWatch = sayWhenThere(picture);
  try {
    return await run(electron, [...appArgs, quiet], {
      ...env,
      ...display.env,
      BRIEFING_DESK_SCREENSHOT: picture,
    });
  } finally {
    endWatch();
    display.stop();
  }
}

/**
 * @param {string} electron
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
async function run(electron, args, env) {
  const whole = { ...process.env, ...env };
  // Set by editors that are Electron apps themselves; with it there would be no window.
  delete whole.ELECTRON_RUN_AS_NODE;
  const start = performance.now();
  const ending = await runInForeground(electron, args, { env: whole });
  if (ending.signal && !ending.asked) sayCrash(ending.signal, electron, performance.now() - start);
  return ending.asked ? 0 : ending.code;
}

/**
 * @param {string} signal
 * @param {string} electron
 * @param {number} milliseconds from the start
 */
function sayCrash(signal, electron, milliseconds) {
  say(`Failed: the app was ended by ${signal}.`);
  if (process.platform !== 'linux' || process.getuid?.() === 0 || milliseconds > 5_000) return;
  const helper = join(dirname(electron), 'chrome-sandbox');
  say('Why, perhaps: this system does not let ordinary users make the sandbox that Electron needs.');
  say(`What to do then: sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`);
}

/**
 * Says where the picture of the window is once the app has written it.
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
