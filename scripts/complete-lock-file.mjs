/**
 * To be run after `npm install`: adds to package-lock.json what npm leaves out when the registry lacks the packages
 * for other systems (see lib/lock-file.mjs).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { missingPlatformPackages } from './lib/lock-file.mjs';
import { say } from './lib/log.mjs';
import { inRoot } from './lib/paths.mjs';

const file = inRoot('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingPlatformPackages(lock.packages);
const entries = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(entries) }, null, 2)}\n`);
say(`package-lock.json: ${Object.keys(missing).length} packages for other systems added.`);
