/**
 * What Electron's own default application does, for a runtime that comes without it: opens the application whose folder is
 * the first argument that is not a switch, after the module that `-r` names, if it is there.
 */
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app } = require('electron');

Object.assign(process, { defaultApp: true });

const given = process.argv.slice(1);
const first = given.indexOf('-r');
const preloaded = first < 0 ? [] : given.splice(first, 2).slice(1);
const folder = given.find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  console.error('Usage: electron FOLDER [ARGUMENT…]');
  process.exit(2);
}

const appPath = resolve(folder);
const { name, productName, version, main } = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'));
app.setName(productName ?? name);
// What only Electron itself calls is not in its types.
const privately = /** @type {{setVersion(version: string): void, setAppPath(path: string): void}} */ (
  /** @type {unknown} */ (app)
);
privately.setVersion(version);
privately.setAppPath(appPath);

for (const module of preloaded) require(resolve(module));
// At once: what the application has to say before Electron is ready cannot wait for a module to be loaded asynchronously.
require(join(appPath, main));
