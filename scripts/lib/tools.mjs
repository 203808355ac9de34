import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/**
 * The file with which a development tool starts, to be run by Node.
 * @param {string} packageName
 * @returns {string} absolute path
 */
export function toolPath(packageName) {
  const { bin } = JSON.parse(readFileSync(inRoot('node_modules', packageName, 'package.json'), 'utf8'));
  return inRoot('node_modules', packageName, typeof bin === 'string' ? bin : Object.values(bin)[0]);
}
