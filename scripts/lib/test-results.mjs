import { readFileSync } from 'node:fs';

/** @typedef {import('./summary.mjs').Counts} Counts */

/**
 * The counts in a report of Vitest's JSON reporter.
 * @param {any} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  /** @type {{status: string, assertionResults: unknown[]}[]} */
  const files = report.testResults;
  // A file that breaks before its first test is a failure, though it has no failed test.
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * The counts in a report of Playwright's JSON reporter.
 * @param {any} report
 * @returns {Counts}
 */
export function playwrightCounts(report) {
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

/**
 * The counts of a test run. One that says that it failed has a failure, and so has one that ran no test.
 * @param {string} reportFile as written by the JSON reporter
 * @param {(report: any) => Counts} countsOf
 * @param {number} exitCode of the test runner
 * @returns {Counts}
 */
export function readCounts(reportFile, countsOf, exitCode) {
  const counts = countsIn(reportFile, countsOf);
  const ran = counts.passed + counts.failed;
  const isUncountedFailure = counts.failed === 0 && (exitCode !== 0 || ran === 0);
  return isUncountedFailure ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {string} reportFile
 * @param {(report: any) => Counts} countsOf
 */
function countsIn(reportFile, countsOf) {
  try {
    return countsOf(JSON.parse(readFileSync(reportFile, 'utf8')));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
