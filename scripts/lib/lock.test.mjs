import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './lock.mjs';

/** @type {string} */
let folder;
/** @type {string} */
let lock;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefing-desk-lock-'));
  lock = join(folder, 'locks', 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('one task after the other', async () => {
  /** @type {string[]} */
  const events = [];
  /** @param {string} name */
  const task = (name) => async () => {
    events.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    events.push(`${name} ends`);
  };
  await Promise.all([withLock(lock, task('first')), withLock(lock, task('second'))]);
  expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('a task that fails lets the next one in', async () => {
  await expect(withLock(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(existsSync(lock)).toBe(false);
  expect(await withLock(lock, async () => 'done')).toBe('done');
});

test('a lock whose owner has ended is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  mkdirSync(lock, { recursive: true });
  writeFileSync(join(lock, 'owner'), JSON.stringify({ pid, started: '1' }));
  expect(await withLock(lock, async () => 'done')).toBe('done');
});
