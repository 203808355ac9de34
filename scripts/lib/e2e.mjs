import { rmSync } from 'node:fs';
import { withDisplays } from './display.mjs';
import { runInForeground } from './foreground.mjs';
import { say } from './log.mjs';
import { inRoot, root } from './paths.mjs';
import { playwrightCounts, readCounts } from './test-results.mjs';
import { toolPath } from './tools.mjs';

/** Each worker drives an app of its own, and each app keeps about one core busy. */
const workers = 2;

const report = inRoot('test-results', 'e2e.json');

/**
 * Runs the tests in the real app.
 * @param {string[]} args for Playwright
 * @returns {Promise<import('./summary.mjs').Counts>}
 */
export async function runE2e(args) {
  say('\nIn the app');
  rmSync(report, { force: true });
  const { code } = await withDisplays(workers, (displays) =>
    runInForeground(
      process.execPath,
      [toolPath('@playwright/test'), 'test', `--workers=${workers}`, ...args],
      {
        cwd: root,
        // The workers take one each: e2e/launch/display.ts.
        env: { ...process.env, ...displays[0], BRIEFING_DESK_TEST_DISPLAYS: JSON.stringify(displays) },
      },
    ),
  );
  return readCounts(report, playwrightCounts, code);
}
