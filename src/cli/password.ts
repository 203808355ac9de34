import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fail, ok, type Result } from '../core/result';
import { readFailure } from '../store/failures';

/** The number by which a program knows its standard input. */
const STDIN = 0;

/**
 * Reads a password from the first line of a file: an argument would be seen by everybody who lists processes.
 * @param given a path, or `-` for standard input
 * @returns `password-unusable` where the line is empty, or why the file cannot be read
 */
export function readPassword(cwd: string, given: string): Result<string> {
  const file = path.resolve(cwd, given);
  try {
    const text = readFileSync(given === '-' ? STDIN : file, 'utf8');
    const [line = ''] = text.replace(/^\ufeff/, '').split(/\r?\n/, 1);
    return line === '' ? fail('password-unusable') : ok(line);
  } catch (error) {
    return readFailure(error, file);
  }
}
