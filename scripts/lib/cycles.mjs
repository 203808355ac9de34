import { isRelative, targetOf } from './layers.mjs';

/**
 * @typedef {import('./layers.mjs').SourceFile} SourceFile
 * @typedef {import('./layers.mjs').Violation} Violation
 */

/**
 * The circles of files that import each other; imports of types alone make none.
 * @param {SourceFile[]} files
 * @returns {Violation[]} one for each circle, at its first file in alphabetical order
 */
export function findCycles(files) {
  const targets = new Map(files.map((file) => [file.path, valueTargets(file, files)]));
  /** @type {Map<string, Violation>} */
  const found = new Map();
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {string[]} */
  const trail = [];

  /** @param {string} path */
  const visit = (path) => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const cycle = rotate(trail.slice(start));
      const subject = [...cycle.slice(1), cycle[0]].join(' → ');
      found.set(cycle.join(), {
        file: cycle[0] ?? path,
        subject,
        rule: 'files do not import each other in a circle',
      });
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const target of targets.get(path) ?? []) visit(target);
    trail.pop();
    done.add(path);
  };
  for (const path of targets.keys()) visit(path);
  return [...found.values()];
}

/**
 * @param {SourceFile} file
 * @param {SourceFile[]} files
 */
function valueTargets(file, files) {
  const paths = new Set(files.map((one) => one.path));
  return file.imports
    .filter((one) => !one.typeOnly && isRelative(one.specifier))
    .map((one) => fileOf(targetOf(file.path, one.specifier), paths))
    .filter((path) => path !== undefined);
}

/**
 * The file meant by a path without ending, or with the ending of what it is compiled to.
 * @param {string} path
 * @param {Set<string>} paths
 */
function fileOf(path, paths) {
  const bare = path.replace(/\.jsx?$/, '');
  const candidates = [path, `${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`, `${bare}/index.tsx`];
  return candidates.find((candidate) => paths.has(candidate));
}

/**
 * A circle from its first file on, so that it is the same wherever it was entered.
 * @param {string[]} cycle
 */
function rotate(cycle) {
  const first = cycle.indexOf([...cycle].sort()[0] ?? '');
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}
