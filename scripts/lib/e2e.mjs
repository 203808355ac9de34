import { rmSync } from 'node:fs';
import { withDisplay } from './display.mjs';
import { runInForeground } from './foreground.mjs';
import { say } from './log.mjs';
import { inRoot, root } from './paths.mjs';
import { playwrightCounts, readCounts } from './test-results.mjs';
import { toolPath } from './tools.mjs';

const report = inRoot('test-results', 'e2e.json');

/**
 * Runs the tests in the real app.
 * @param {string[]} args for Playwright
 * @returns {Promise<import('./summary.mjs').Counts>}
 */
export async function runE2e(args) {
  say('\nIn the app');
  rmSync(report, { force: true });
  const { code } = await withDisplay((displayEnv) =>
    runInForeground(process.execPath, [toolPath('@playwright/test'), 'test', ...args], {
      cwd: root,
      env: { ...process.env, ...displayEnv },
    }),
  );
  return readCounts(report, playwrightCounts, code);
}
