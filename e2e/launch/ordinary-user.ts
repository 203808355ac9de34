import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeLaunch, type Launch } from '../../scripts/lib/launch.mjs';

/** What the app needs of a checkout in order to run and to be driven. */
const appParts = ['package.json', 'out', 'resources', 'node_modules', 'e2e'];

export interface OrdinaryUser {
  /** Starts the app as this user, with Chromium's sandbox. */
  how: Launch;
  /** A folder that belongs to this user. */
  home: string;
  remove(): void;
}

/**
 * Makes a user without special rights, and a tree with the runtime and the app that this user can read
 * (root's own folders are closed to others). Only root can do this, on Linux.
 */
export async function makeOrdinaryUser(): Promise<OrdinaryUser> {
  const { electron, args, env } = await describeLaunch();
  const checkout = args[0] ?? '';
  const tree = mkdtempSync(path.join(tmpdir(), 'briefing-desk-user-'));
  const name = path.basename(tree).replace('briefing-desk-user-', 'briefing-').toLowerCase();
  const home = path.join(tree, 'home');
  const app = path.join(tree, 'app');
  const runtime = path.join(tree, 'runtime');
  const remove = () => {
    spawnSync('userdel', [name]);
    rmSync(tree, { recursive: true, force: true });
  };
  try {
    chmodSync(tree, 0o755);
    for (const folder of [home, app]) mkdirSync(folder, { mode: 0o755 });
    linkTree(path.dirname(electron), runtime);
    for (const part of appParts.filter((one) => existsSync(path.join(checkout, one)))) {
      linkTree(path.join(checkout, part), path.join(app, part));
    }
    run('useradd', '--no-create-home', '--home-dir', home, '--shell', '/usr/sbin/nologin', name);
    const display = displayOf(home);
    run('chown', '-R', `${name}:`, home);
    const executable = path.join(tree, 'start');
    const settings = Object.entries({ HOME: home, USER: name, LOGNAME: name, ...display });
    writeFileSync(executable, startScript(name, settings, path.join(runtime, path.basename(electron))), {
      mode: 0o755,
    });
    return { how: { electron: executable, args: [app], env }, home, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Hard links where they are possible, because the runtime alone has 260 MB. */
function linkTree(from: string, to: string): void {
  const linked = spawnSync('cp', ['-al', from, to]);
  if (linked.status === 0) return;
  rmSync(to, { recursive: true, force: true });
  run('cp', '-a', from, to);
}

/** The cookie of the display, if it needs one, where this user can read it. */
function displayOf(home: string): Record<string, string> {
  const cookie = process.env.XAUTHORITY;
  if (cookie === undefined || !existsSync(cookie)) return {};
  const copy = path.join(home, '.Xauthority');
  copyFileSync(cookie, copy);
  return { XAUTHORITY: copy };
}

/** It becomes the app, so that who started it has the app's own process. */
function startScript(user: string, settings: [string, string][], electron: string): string {
  const assignments = settings.map(([key, value]) => `'${key}=${value}'`).join(' ');
  const become = `setpriv --reuid=${user} --regid=${user} --clear-groups`;
  return `#!/bin/sh\nexec ${become} env -u XDG_RUNTIME_DIR ${assignments} '${electron}' "$@"\n`;
}

function run(program: string, ...args: string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
