import { readFileSync } from 'node:fs';
import { processTree } from '../../scripts/lib/processes.mjs';

/**
 * @typedef {object} Memory of all processes of a tree, in MB
 * @property {number} shared PSS: memory that several processes use counts once
 * @property {number} resident RSS: it counts in each of them
 */

/**
 * @param {number} pid the first process of the tree
 * @returns {Memory}
 */
export function memoryOf(pid) {
  const sums = { shared: 0, resident: 0 };
  for (const process of processTree(pid)) {
    const text = readRollup(process.pid);
    sums.shared += kilobytes(text, 'Pss') / 1000;
    sums.resident += kilobytes(text, 'Rss') / 1000;
  }
  return sums;
}

/**
 * What the first process of the tree and its pages take for themselves.
 * @param {number} pid
 * @returns {{main: number, page: number}} PSS, in MB
 */
export function memoryByRole(pid) {
  const sums = { main: 0, page: 0 };
  for (const process of processTree(pid)) {
    const memory = kilobytes(readRollup(process.pid), 'Pss') / 1000;
    if (process.pid === pid) sums.main += memory;
    else if (isPage(process.pid)) sums.page += memory;
  }
  return sums;
}

/** @param {number} pid */
function isPage(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
  } catch {
    return false;
  }
}

/** @param {number} pid */
function readRollup(pid) {
  try {
    return readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

/**
 * @param {string} text of proc(5)'s smaps_rollup
 * @param {string} field
 */
function kilobytes(text, field) {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) * 1.024;
}
