import { dirname, join } from 'node:path';
import { runInForeground } from './foreground.mjs';
import { launchOf } from './launch.mjs';
import { say } from './log.mjs';
import { root } from './paths.mjs';
import { withWindowPlace } from './window-place.mjs';

/**
 * Opens the app and waits for its end.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string[]} args what a person has typed
 * @returns {Promise<number>} the app's exit code
 */
export function openApp(runtime, args) {
  const launch = launchOf(runtime.executable, root);
  return withWindowPlace(async (place) => {
    const env = { ...process.env, ...launch.env, ...place.env };
    // Set by editors that are Electron apps themselves; with it there would be no window.
    delete env.ELECTRON_RUN_AS_NODE;
    const start = performance.now();
    const ending = await runInForeground(launch.electron, [...launch.args, ...args, ...place.args], { env });
    if (ending.signal && !ending.asked) sayCrash(ending.signal, launch.electron, performance.now() - start);
    return ending.asked ? 0 : ending.code;
  });
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
