import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { add, summaryLine } from './summary.mjs';
import { playwrightCounts, readCounts, vitestCounts } from './test-results.mjs';

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefing-desk-test-results-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @param {unknown} report */
function write(report) {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

/** @param {number} expected */
function e2eReport(expected) {
  return { stats: { expected, flaky: 0, unexpected: 0, skipped: 0 }, errors: [] };
}

test('a file that breaks before its first test is a failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}, {}, {}] },
    ],
  };
  expect(vitestCounts(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test('an error outside of any test is a failure', () => {
  const report = { stats: { expected: 4, flaky: 1, unexpected: 2, skipped: 3 }, errors: [{}] };
  expect(playwrightCounts(report)).toEqual({ passed: 5, failed: 3, skipped: 3 });
});

test('what the report says counts', () => {
  expect(readCounts(write(e2eReport(7)), playwrightCounts, 0)).toEqual({ passed: 7, failed: 0, skipped: 0 });
});

test('a run without any test is a failure', () => {
  expect(readCounts(write(e2eReport(0)), playwrightCounts, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a run that says that it failed has a failure', () => {
  expect(readCounts(write(e2eReport(7)), playwrightCounts, 1)).toEqual({ passed: 7, failed: 1, skipped: 0 });
});

test('a run without a report is a failure', () => {
  expect(readCounts(join(folder, 'none.json'), playwrightCounts, 0).failed).toBe(1);
});

test('the last line names skipped tests only if there are any', () => {
  const one = { passed: 2, failed: 1, skipped: 0 };
  expect(summaryLine(one)).toBe('2 passed, 1 failed');
  expect(summaryLine(add(one, { passed: 1, failed: 0, skipped: 4 }))).toBe('3 passed, 1 failed, 4 skipped');
});
