import { root } from './paths.mjs';
import { ensureRuntime } from './runtime.mjs';

/**
 * @typedef {object} Launch how to start the app; a caller adds arguments such as `--data DIR` at the end
 * @property {string} electron the executable, absolute path
 * @property {string[]} args
 * @property {Record<string, string>} env to be added to the environment
 */

/**
 * How to start the built app.
 * @returns {Promise<Launch>}
 */
export async function describeLaunch() {
  const { executable } = await ensureRuntime();
  return launchOf(executable, root);
}

/**
 * How to start an application with an Electron.
 * @param {string} electron the executable
 * @param {string} folder of the application
 * @returns {Launch}
 */
export function launchOf(electron, folder) {
  return { electron, args: [folder, ...sandboxArguments()], env: {} };
}

/**
 * Chromium refuses to use its sandbox as root; everybody else keeps it.
 * @returns {string[]}
 */
export function sandboxArguments() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
