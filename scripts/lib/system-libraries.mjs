import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly } from './child.mjs';
import { SetupError, say, secondsSince, startProgress } from './log.mjs';

/**
 * @typedef {object} Need
 * @property {string[]} packages Debian's names for it, the newest first
 * @property {string} [library] a shared library that shows that it is there
 * @property {string} [program] or a program
 */

/** @type {Need[]} */
const forElectron = [
  { packages: ['libgtk-3-0t64', 'libgtk-3-0'], library: 'libgtk-3.so.0' },
  { packages: ['libnss3'], library: 'libnss3.so' },
  { packages: ['libgbm1'], library: 'libgbm.so.1' },
  { packages: ['libasound2t64', 'libasound2'], library: 'libasound.so.2' },
  { packages: ['libxss1'], library: 'libXss.so.1' },
];

/** @type {Need[]} */
const forDisplay = [{ packages: ['xvfb'], program: 'Xvfb' }];

/** @type {Need[]} */
const forTests = [
  { packages: ['poppler-utils'], program: 'pdftotext' },
  { packages: ['qpdf'], program: 'qpdf' },
];

const architectures = /** @type {Record<string, string>} */ ({ x64: 'x86_64', arm64: 'aarch64', arm: 'arm' });
const abi = process.arch === 'arm' ? 'linux-gnueabihf' : 'linux-gnu';
const libraryFolders = [
  ...(process.env.LD_LIBRARY_PATH ?? '').split(':').filter(Boolean),
  `/usr/lib/${architectures[process.arch]}-${abi}`,
  `/lib/${architectures[process.arch]}-${abi}`,
  '/usr/lib64',
  '/usr/lib',
  '/usr/local/lib',
];
const programFolders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin'];

/**
 * Sees to it that the system has what is needed, on Debian as root by installing it.
 * @param {{app?: boolean, display?: boolean, tests?: boolean}} purpose app: Electron runs; display: a virtual display is needed;
 *   tests: PDFs get checked
 */
export async function ensureSystemLibraries(purpose) {
  if (process.platform !== 'linux') return;
  const needs = [
    ...(purpose.app ? forElectron : []),
    ...(purpose.display ? forDisplay : []),
    ...(purpose.tests ? forTests : []),
  ];
  const missing = needs.filter((need) => !isThere(need));
  if (missing.length === 0) return;
  if (!findProgram('apt-get')) throw notDebian(missing);
  if (process.getuid?.() !== 0) throw notRoot(missing, await packageNames(missing));
  await install(missing);
  const stillMissing = missing.filter((need) => !isThere(need));
  if (stillMissing.length > 0) throw notDebian(stillMissing);
}

/**
 * Where a program is, of those that can be started by their name.
 * @param {string} name
 * @returns {string | undefined} absolute path
 */
export function findProgram(name) {
  return programFolders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** @param {Need} need */
function isThere({ library, program }) {
  if (program) return findProgram(program) !== undefined;
  return library !== undefined && libraryFolders.some((folder) => existsSync(join(folder, library)));
}

/** @param {Need[]} missing */
async function install(missing) {
  const start = performance.now();
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-q'];
  say(`Installing Debian packages, because ${missing.map(nameOf).join(', ')} are missing …`);
  const endProgress = startProgress(() => `Installing Debian packages … (${secondsSince(start)})`);
  await apt(['update', ...options]);
  const names = await packageNames(missing);
  await apt(['install', '-y', '--no-install-recommends', ...options, ...names]);
  endProgress();
  say(`Debian packages installed: ${names.join(' ')} (${secondsSince(start)}).`);

  /** @param {string[]} args */
  async function apt(args) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const finished = await runQuietly('apt-get', args, { env });
    if (finished.code === 0) return;
    endProgress();
    throw new SetupError(
      'The Debian packages that are needed could not be installed.',
      finished.stderr.match(/^E: (.*)$/m)?.[1] ?? `apt-get ended with code ${finished.code}.`,
      `Check the network and try it by hand: ${aptCommand(await packageNames(missing))}`,
    );
  }
}

/**
 * The names that this release of Debian has for what is missing.
 * @param {Need[]} needs
 */
async function packageNames(needs) {
  const names = [];
  for (const { packages } of needs) {
    const known = await Promise.all(packages.map((name) => runQuietly('apt-cache', ['show', name])));
    const first = known.findIndex((finished) => finished.code === 0 && finished.stdout !== '');
    // What apt does not know yet has, on a release without lists, the older name.
    names.push(packages[first] ?? packages.at(-1) ?? '');
  }
  return names;
}

/** @param {Need} need */
function nameOf(need) {
  return need.library ?? need.program ?? '';
}

/** @param {string[]} names */
function aptCommand(names) {
  return `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

/**
 * @param {Need[]} missing
 * @param {string[]} names of their packages
 */
function notRoot(missing, names) {
  return new SetupError(
    `The system lacks ${missing.map(nameOf).join(', ')}.`,
    'Only an administrator can install them.',
    `Run this once, then the command again: sudo sh -c '${aptCommand(names)}'`,
  );
}

/** @param {Need[]} missing */
function notDebian(missing) {
  return new SetupError(
    'The system lacks libraries or programs that are needed.',
    `Not found: ${missing.map(nameOf).join(', ')}.`,
    "Install them with your system's package manager, then run the command again.",
  );
}
