import { createRequire } from 'node:module';
import { join } from 'node:path';
import { npmReason, runNpm } from '../../scripts/lib/child.mjs';
import { inRoot, makeFolder } from '../../scripts/lib/paths.mjs';

/** SQLite with the programming interface of better-sqlite3; its binaries are in its npm packages. */
const name = 'libsql';
const version = '0.5.29';

/** It is no part of the app: it stands in a folder of its own that no commit holds. */
const folder = inRoot('out', 'bench', `${name}-${version}`);

/**
 * Installs SQLite, if it is not there yet.
 * @returns {Promise<string | null>} why it cannot be measured; null: it can
 */
export async function ensureSqlite() {
  if (canLoad()) return null;
  makeFolder(folder);
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, `${name}@${version}`];
  const installed = await runNpm(args, { cwd: folder });
  if (installed.code !== 0) return npmReason(installed);
  return canLoad() ? null : `${name} has no binary for ${process.platform} on ${process.arch}`;
}

function canLoad() {
  try {
    loadSqlite();
    return true;
  } catch {
    return false;
  }
}

/** @returns {new (file: string) => any} the class of its databases */
export function loadSqlite() {
  return createRequire(join(folder, 'bench.cjs'))(name);
}
