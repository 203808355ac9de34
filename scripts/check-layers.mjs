import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { findCycles } from './lib/cycles.mjs';
import { filesBelow } from './lib/files.mjs';
import { importsIn } from './lib/imports.mjs';
import { findWrongImports } from './lib/layers.mjs';
import { inRoot, root } from './lib/paths.mjs';

const longestFile = 350;
const codeFolders = ['src', 'e2e', 'scripts', 'bench'];

const texts = codeFolders
  .flatMap((folder) => filesBelow(inRoot(folder)))
  .filter((path) => /\.(tsx?|mts|[mc]?js|css)$/.test(path))
  .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));

const sources = texts
  .filter(({ path }) => /^src\/.*\.tsx?$/.test(path))
  .map(({ path, text }) => ({ path, imports: importsIn(path, text) }));

const tooLong = texts
  .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
  .filter(({ lines }) => lines > longestFile)
  .map(({ path, lines }) => ({
    file: path,
    subject: `${lines} lines`,
    rule: `at most ${longestFile} in a file`,
  }));

const violations = [...findWrongImports(sources), ...findCycles(sources), ...tooLong];
for (const { file, subject, rule } of violations) console.log(`${file} → ${subject}: ${rule}`);
console.log(`${texts.length} files looked at, ${violations.length} against the rules.`);
process.exitCode = violations.length > 0 ? 1 : 0;
