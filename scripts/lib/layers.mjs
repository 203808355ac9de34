/**
 * @typedef {object} Import
 * @property {string} specifier as written
 * @property {boolean} typeOnly
 *
 * @typedef {object} SourceFile
 * @property {string} path as seen from the checkout, with slashes
 * @property {Import[]} imports
 *
 * @typedef {object} Violation
 * @property {string} file
 * @property {string} subject what breaks the rule: an import as written, or a number of lines
 * @property {string} rule
 */

/** What each folder of src may import besides itself: arrows only down. @type {Record<string, string[]>} */
const below = {
  core: [],
  formats: ['core'],
  store: ['core'],
  typeset: ['core'],
  shared: ['core'],
  app: ['core', 'formats', 'store', 'typeset', 'shared'],
  main: ['core', 'formats', 'store', 'typeset', 'shared', 'app'],
  cli: ['core', 'formats', 'store', 'typeset', 'shared', 'app'],
  preload: ['shared', 'core'],
  renderer: ['shared', 'core'],
};

/** Packages without input and output, clock and chance. */
const purePackages = ['zod', 'marked', 'diff', 'approx-string-match', 'entities'];
const mayUseElectron = ['main', 'preload'];
const mayUseFiles = ['store', 'typeset', 'main', 'cli'];
const mayNotUseNode = ['core', 'shared', 'preload', 'renderer'];

const pageFolder = 'src/renderer/src/';
/** Folders of the page that know no feature. */
const commonFolders = ['ui', 'styles'];
const assembly = `${pageFolder}App.tsx`;

/**
 * The imports in src that go against the rules of docs/architecture.md.
 * @param {SourceFile[]} files
 * @returns {Violation[]}
 */
export function findWrongImports(files) {
  return files.flatMap((file) =>
    file.imports.flatMap(({ specifier }) => {
      const rule = isRelative(specifier)
        ? (wrongArrow(file.path, specifier) ??
          wrongFeature(file.path, specifier) ??
          wrongHelper(file.path, specifier))
        : wrongPackage(file.path, specifier);
      return rule ? [{ file: file.path, subject: specifier, rule }] : [];
    }),
  );
}

/**
 * @param {string} path
 * @param {string} specifier
 */
function wrongArrow(path, specifier) {
  const target = targetOf(path, specifier);
  const from = layerOf(path);
  const to = layerOf(target);
  if (from === undefined || to === undefined || from === to) return undefined;
  // What a test expects may be the interface's own words.
  if (isTest(path) && target.startsWith('src/shared/locales/')) return undefined;
  const allowed = below[from] ?? [];
  if (allowed.includes(to)) return undefined;
  return `${from} may import ${allowed.join(', ') || 'nothing'} besides itself, not ${to}`;
}

/**
 * @param {string} path
 * @param {string} specifier
 */
function wrongFeature(path, specifier) {
  const to = featureOf(targetOf(path, specifier));
  if (to === undefined || to === featureOf(path) || path === assembly) return undefined;
  if (featureOf(path) === undefined) return 'only App.tsx imports features';
  return 'features do not import each other; they meet in the store and in commands';
}

/**
 * @param {string} path
 * @param {string} specifier
 */
function wrongHelper(path, specifier) {
  return isTest(targetOf(path, specifier)) && !isTest(path)
    ? 'only tests import tests and their helpers'
    : undefined;
}

/**
 * @param {string} path
 * @param {string} specifier
 */
function wrongPackage(path, specifier) {
  const layer = layerOf(path);
  // Tests may read fixtures and use tools for testing.
  if (layer === undefined || isTest(path)) return undefined;
  const name = packageOf(specifier);
  if (name === 'electron' && !mayUseElectron.includes(layer)) return 'only main and preload import electron';
  if (isFileModule(name) && !mayUseFiles.includes(layer))
    return 'only store, typeset, main and cli touch files';
  if (name.startsWith('node:') && mayNotUseNode.includes(layer)) return `${layer} does without Node`;
  if (layer === 'core' && !purePackages.includes(name)) {
    return `core imports pure packages only: ${purePackages.join(', ')}`;
  }
  return undefined;
}

/**
 * Whether an import is of a file of ours.
 * @param {string} specifier
 * @returns {boolean}
 */
export function isRelative(specifier) {
  return specifier.startsWith('.');
}

/**
 * Whether a file is a test, or a helper of tests: NAME.test.ts, test-NAME.ts.
 * @param {string} path perhaps without ending
 */
function isTest(path) {
  return /(\.test|\/test-[^/.]+)(\.tsx?)?$/.test(path);
}

/** @param {string} specifier */
function packageOf(specifier) {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

/** @param {string} name */
function isFileModule(name) {
  return name === 'fs' || name === 'node:fs';
}

/**
 * The path that an import means, as seen from the checkout.
 * @param {string} path of the file with the import
 * @param {string} specifier relative
 * @returns {string} perhaps without ending
 */
export function targetOf(path, specifier) {
  const withoutQuery = specifier.replace(/\?.*$/, '');
  return new URL(withoutQuery, `file:///${path}`).pathname.slice(1);
}

/** @param {string} path */
function layerOf(path) {
  const folder = /^src\/([^/]+)\//.exec(path)?.[1];
  return folder !== undefined && folder in below ? folder : undefined;
}

/** @param {string} path */
function featureOf(path) {
  if (!path.startsWith(pageFolder)) return undefined;
  const [folder, ...rest] = path.slice(pageFolder.length).split('/');
  return rest.length === 0 || folder === undefined || commonFolders.includes(folder) ? undefined : folder;
}
