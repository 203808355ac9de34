/**
 * Kills the app (`kill -9`) at random moments of real work on a library, opens it again each time, and counts what is lost.
 * Arguments: how many kills, and a seed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runKills } from './kills/kills.mjs';

const [kills = 500, seed = Date.now() % 1e6] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'briefing-desk-kills-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const tally = await runKills({
  kills,
  seed,
  folder,
  onKill: (done) => done % 100 === 0 && console.log(`${done} kills …`),
});
for (const problem of tally.problems.slice(0, 20)) console.log(`  ${problem}`);
console.log(
  `Seed ${seed}. Edits, creation, deletion, tagging, trash and restoring of up to 40 notes, import.`,
);
console.log(`kills                        ${tally.kills}`);
console.log(`acknowledged changes         ${tally.acknowledged}`);
console.log(`lost                         ${tally.lost}`);
console.log(`unreadable files             ${tally.unreadable}`);
console.log(`changes half done            ${tally.halves}`);
console.log(`finished by the next start   ${tally.finished}`);
process.exitCode = tally.lost + tally.unreadable + tally.halves > 0 ? 1 : 0;
