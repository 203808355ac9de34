import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { say, secondsSince, startProgress } from './log.mjs';
import { userCacheFolder } from './paths.mjs';

const releases = 'https://github.com/electron/electron/releases/download';
const answerMilliseconds = 4_000;
const downloadMilliseconds = 15 * 60_000;

const env = process.env;
const mirror = env.npm_config_electron_mirror ?? env.NPM_CONFIG_ELECTRON_MIRROR ?? env.ELECTRON_MIRROR;
const proxy = env.HTTPS_PROXY ?? env.https_proxy ?? env.HTTP_PROXY ?? env.http_proxy;

/**
 * Whether Electron's own download is worth trying; answers within a few seconds where nothing can be reached.
 * @param {string} packageFolder the folder of the electron package
 * @returns {Promise<string | undefined>} why it is not, in words
 */
export async function whyNotDownload(packageFolder) {
  // Whoever has set up a mirror or a proxy has another way than the one that can be checked here.
  if (mirror || proxy) return undefined;
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  if (isDownloaded(file)) return undefined;
  try {
    const address = `${releases}/v${version}/${file}`;
    const signal = AbortSignal.timeout(answerMilliseconds);
    const response = await fetch(address, { method: 'HEAD', signal });
    return response.ok ? undefined : `its server answers ${response.status}`;
  } catch {
    return 'its server cannot be reached';
  }
}

/** @param {string} file */
function isDownloaded(file) {
  const folder = env.electron_config_cache ?? join(userCacheFolder(), 'electron');
  try {
    return readdirSync(folder).some((one) => existsSync(join(folder, one, file)));
  } catch {
    return false;
  }
}

/**
 * Downloads Electron into its package, by the package's own installer.
 * @param {string} packageFolder the folder of the electron package
 * @returns {Promise<string | undefined>} why it failed, in words
 */
export async function downloadElectron(packageFolder) {
  const start = performance.now();
  say('Downloading Electron, because it is not there yet …');
  const endProgress = startProgress(() => `Downloading Electron … (${secondsSince(start)})`);
  const finished = await runQuietly(process.execPath, [join(packageFolder, 'install.js')], {
    env: proxy ? { ...env, ELECTRON_GET_USE_PROXY: 'true' } : env,
    timeout: downloadMilliseconds,
  });
  endProgress();
  if (finished.code === 0) {
    say(`Electron downloaded (${secondsSince(start)}).`);
    return undefined;
  }
  const [reason = ''] = finished.stderr.split('\n');
  return reason.replace(/^\w*Error: /, '').trim() || 'it took too long';
}
