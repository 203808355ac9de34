import { spawnSync } from 'node:child_process';
import { built } from './places';

/**
 * Hands over to the command line: the same program as plain Node, waited for right here, because where there is no display
 * Electron would end before it had said anything. Does not return.
 * @param after the command line's own arguments
 */
export function runCommandLine(after: readonly string[]): never {
  const { status } = spawnSync(process.execPath, [built('main', 'cli.cjs'), ...after], {
    stdio: 'inherit',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  process.exit(status ?? 1);
}
