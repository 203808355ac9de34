/**
 * What the PDFs of the app say of themselves, beside those of its peers made of the same text: each row of the table is read from
 * the finished files. Nothing is timed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../scripts/lib/paths.mjs';
import { exportInElectron } from './export/in-electron.mjs';
import { availableWays, exportWithPrograms } from './export/whole-programs.mjs';
import { bundle } from './lib/bundle.mjs';

const folder = mkdtempSync(inRoot('node_modules', '.briefing-desk-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const load = async (/** @type {string} */ name) =>
  import(pathToFileURL(await bundle(inRoot('bench', 'export', `${name}.ts`), folder, name)).href);
const documents = await load('documents');
const { qualityOf, ROWS, ours } = await load('quality');

const names = {
  article: 'The article',
  long: 'A long note with tables and pictures',
  pack: 'A pack of 100 notes',
};
const once = { article: 0, long: 0, pack: 0 };
const printed = await exportInElectron(folder, once);
const programs = (await availableWays()).filter(({ programs: needed }) => needed.length > 0);
for (const [document, title] of Object.entries(names)) {
  /** @type {[string, string][]} */
  const files = [
    ['Chromium (printToPDF)', join(folder, printed[document]?.['printToPDF, window kept']?.file ?? '')],
  ];
  const made = await exportWithPrograms(programs, folder, document, 0, documents);
  for (const [name, { file }] of Object.entries(made)) files.push([name, join(folder, file)]);
  /** @type {[string, Record<string, string>][]} */
  const columns = [];
  for (const [name, file] of files) columns.push([name, await qualityOf(file)]);
  columns.push(['ours, with comments', await ours(document, folder)]);
  console.log(`\n${title}`);
  for (const row of ROWS) {
    console.log(`  ${row}`);
    for (const [name, values] of columns) console.log(`    ${name.padEnd(24)} ${values[row]}`);
  }
}
