/**
 * From pressing the button to the PDF on the disk, for the article, a note of some thirty pages with tables and pictures, and a pack of a
 * hundred notes (or only for those that are named): in one Electron against its own printToPDF of the same text, and as whole programs against what Debian has. Each round
 * exports another note (its title and last words differ), in turns.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../scripts/lib/paths.mjs';
import { exportInElectron } from './export/in-electron.mjs';
import { printWays } from './export/report.mjs';
import { availableWays, exportWithPrograms } from './export/whole-programs.mjs';
import { bundle } from './lib/bundle.mjs';

const titles = {
  article: 'The article',
  long: 'A long note with tables and pictures',
  pack: 'A pack of 100 notes',
};
const named = process.argv.slice(2);
/** @param {Record<string, number>} rounds */
const chosen = (rounds) =>
  Object.fromEntries(Object.entries(rounds).filter(([name]) => named.length === 0 || named.includes(name)));
const roundsInElectron = chosen({ article: 10, long: 4, pack: 2 });
const roundsOfPrograms = chosen({ article: 3, long: 2, pack: 1 });
/** The window that is there already, like the typesetter: the stricter of the two. */
const printer = 'printToPDF, window kept';
const program = 'briefing export (Node)';

const folder = mkdtempSync(join(tmpdir(), 'briefing-desk-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const documents = await import(
  pathToFileURL(await bundle(inRoot('bench', 'export', 'documents.ts'), folder, 'documents')).href
);

const inElectron = await exportInElectron(folder, roundsInElectron);
for (const [document, ways] of Object.entries(inElectron)) {
  const title = titles[/** @type {keyof typeof titles} */ (document)];
  console.log(`${title}, processes kept, × ${printer}; memory of the process that sets`);
  printWays(folder, ways, printer, (name) => !name.startsWith('printToPDF'));
}
const programs = await availableWays();
for (const [document, rounds] of Object.entries(roundsOfPrograms)) {
  const ways = await exportWithPrograms(programs, folder, document, rounds, documents);
  const title = titles[/** @type {keyof typeof titles} */ (document)];
  console.log(`${title}, whole programs from start to end, × ours; memory of all their processes`);
  printWays(folder, ways, program, () => false);
}
