import { createHash } from 'node:crypto';

/**
 * Tells two states of a note apart, whatever the order of their fields.
 * @param {unknown} note
 * @returns {string}
 */
export function digestOf(note) {
  return createHash('sha1').update(canonical(note)).digest('base64');
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, content]) => `${JSON.stringify(name)}:${canonical(content)}`).join()}}`;
}
