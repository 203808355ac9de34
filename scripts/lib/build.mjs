import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { runQuietly } from './child.mjs';
import { filesBelow } from './files.mjs';
import { withLock } from './lock.mjs';
import { SetupError, say, secondsSince } from './log.mjs';
import { inRoot, makeFolder, root } from './paths.mjs';
import { toolPath } from './tools.mjs';

const sources = ['src', 'resources'].map((name) => inRoot(name));
const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'electron.vite.config.ts'].map(
  (name) => inRoot(name),
);
const stamp = inRoot('out', '.built');
const entry = inRoot('out', 'main', 'index.cjs');

/**
 * Builds the app, if what it is built from has changed since the last build.
 * @param {{force?: boolean}} [options]
 */
export async function ensureBuild({ force = false } = {}) {
  if (!force && isBuilt()) return;
  await withLock(inRoot('out', '.locks', 'build'), async () => {
    if (force || !isBuilt()) await build();
  });
}

/** Makes the next command build again, because something else is about to write into the folder `out`. */
export function forgetBuild() {
  rmSync(stamp, { force: true });
}

function isBuilt() {
  try {
    return readFileSync(stamp, 'utf8') === sourceHash() && existsSync(entry);
  } catch {
    return false;
  }
}

/** Sizes and times instead of contents, because this is asked at every start. */
function sourceHash() {
  const hash = createHash('sha256');
  const files = [...sources.flatMap(filesBelow), ...settings].filter((path) => !/\.test\.tsx?$/.test(path));
  for (const path of files) {
    const stat = statSync(path, { throwIfNoEntry: false });
    hash.update(`${path}\0${stat?.mtimeMs}\0${stat?.size}\n`);
  }
  return hash.digest('hex');
}

async function build() {
  const start = performance.now();
  say(
    `Building the app, because ${existsSync(stamp) ? 'its sources have changed' : 'it is not built yet'} …`,
  );
  forgetBuild();
  const hashBefore = sourceHash();
  const finished = await runQuietly(
    process.execPath,
    [toolPath('electron-vite'), 'build', '--logLevel', 'warn'],
    {
      cwd: root,
    },
  );
  if (finished.code !== 0 || !existsSync(entry)) {
    throw new SetupError(
      'The app could not be built.',
      readable(finished.stderr + finished.stdout) || 'The build wrote no out/main/index.cjs.',
      'Mend what is named above, then run the command again; `npm run check` may tell more.',
    );
  }
  makeFolder(inRoot('out'));
  // As it was before: what has changed during the build has to be built again.
  writeFileSync(stamp, hashBefore);
  say(`App built (${secondsSince(start)}).`);
}

/**
 * What a build says, without colours and stack traces.
 * @param {string} output
 */
function readable(output) {
  return stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
    .slice(0, 30)
    .join('\n');
}
