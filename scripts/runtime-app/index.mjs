/**
 * What Electron's own default application does, for a runtime that comes without it:
 * opens the application whose folder is the first argument that is not a switch.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

Object.assign(process, { defaultApp: true });

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
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

// Awaited here, so that Electron does not get ready before the application has said what must be said before.
await import(pathToFileURL(join(appPath, main)).href);
