import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { npmReason, runNpm } from './child.mjs';
import { withLock } from './lock.mjs';
import { SetupError, say, secondsSince, startProgress } from './log.mjs';
import { inRoot, root } from './paths.mjs';

const lockFile = inRoot('package-lock.json');
const stamp = inRoot('node_modules', '.briefing-desk-installed');
/** What npm itself writes down about the packages it has put into node_modules. */
const installedFile = inRoot('node_modules', '.package-lock.json');

/** Installs the packages of package-lock.json, if they are not the ones installed already. */
export async function ensureDependencies() {
  if (isStamped()) return;
  await withLock(inRoot('out', '.locks', 'dependencies'), async () => {
    if (isStamped()) return;
    if (!isInstalledByHand()) await install();
    writeFileSync(stamp, lockFileHash());
  });
}

function lockFileHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

function isStamped() {
  try {
    return readFileSync(stamp, 'utf8') === lockFileHash();
  } catch {
    return false;
  }
}

function isInstalledByHand() {
  try {
    return lacksNothing(
      JSON.parse(readFileSync(lockFile, 'utf8')).packages,
      JSON.parse(readFileSync(installedFile, 'utf8')).packages,
    );
  } catch {
    return false;
  }
}

/**
 * Whether what npm has installed is what the lock file asks for.
 * @param {Record<string, {integrity?: string, optional?: boolean, devOptional?: boolean}>} wanted packages of package-lock.json
 * @param {Record<string, {integrity?: string}>} installed packages of node_modules/.package-lock.json
 * @returns {boolean}
 */
export function lacksNothing(wanted, installed) {
  const sameWhereBoth = Object.entries(installed).every(
    ([path, found]) => wanted[path]?.integrity === found.integrity,
  );
  const allThere = Object.entries(wanted).every(
    ([path, one]) => path === '' || path in installed || one.optional || one.devOptional,
  );
  return sameWhereBoth && allThere;
}

async function install() {
  const start = performance.now();
  const reason = existsSync(installedFile) ? 'package-lock.json has changed' : 'they are not there yet';
  say(`Installing the packages of package-lock.json, because ${reason} …`);
  const endProgress = startProgress(() => `Installing the packages … (${secondsSince(start)})`);
  const args = ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier'];
  const finished = await runNpm(args, { cwd: root });
  endProgress();
  if (finished.code !== 0) {
    throw new SetupError(
      'The packages could not be installed.',
      npmReason(finished),
      'Check the network and `npm config get registry`, then run the command again.',
    );
  }
  say(`Packages installed (${secondsSince(start)}).`);
}
