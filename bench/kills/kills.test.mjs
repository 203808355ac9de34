import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runKills } from './kills.mjs';

test('whenever the app is killed, every change that it acknowledged is there, and no other note is touched', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'briefing-desk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const tally = await runKills({ kills: 30, seed: 1, folder });
  expect(tally).toMatchObject({ kills: 30, lost: 0, unreadable: 0, halves: 0, problems: [] });
  expect(tally.acknowledged).toBeGreaterThan(30);
}, 300_000);
