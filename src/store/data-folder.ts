import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Where the system keeps its own state as if it were files. */
const SYSTEM = ['/proc', '/sys', '/dev'];

/**
 * The folder of the library: the chosen one, else what `BRIEFING_DESK_DATA` says, else where the platform keeps the data of its
 * programs.
 * @param chosen as typed; null: not chosen
 * @param cwd what a relative path starts from
 * @returns an absolute path
 */
export function dataFolder(
  chosen: string | null,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): string {
  const named = chosen ?? (env.BRIEFING_DESK_DATA || null);
  return named === null ? defaultDataFolder(env) : path.resolve(cwd, named);
}

/** Where the platform keeps the data of its programs. */
export function defaultDataFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  switch (platform) {
    case 'win32':
      return path.join(env.APPDATA || path.join(home, 'AppData', 'Roaming'), 'Briefing Desk');
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'Briefing Desk');
    default: {
      const config = env.XDG_CONFIG_HOME ?? '';
      return path.join(path.isAbsolute(config) ? config : path.join(home, '.config'), 'briefing-desk');
    }
  }
}

/** True below `/proc`, `/sys` and `/dev`, also by way of a link: a folder made there never comes to be (Node 20 waits for ever). */
export function isSystemFolder(folder: string): boolean {
  if (process.platform === 'win32') return false;
  let known = path.resolve(folder);
  while (!existsSync(known) && path.dirname(known) !== known) known = path.dirname(known);
  const real = realpathSync(known);
  return SYSTEM.some((system) => real === system || real.startsWith(`${system}/`)) && !isSharedMemory(real);
}

const isSharedMemory = (folder: string): boolean => folder === '/dev/shm' || folder.startsWith('/dev/shm/');
