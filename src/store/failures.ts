import type { Stats } from 'node:fs';
import path from 'node:path';
import { type ErrorCode, type Failure, fail } from '../core/result';

/** What the system's error codes mean to a person, when something is written. */
const WRITING: Readonly<Record<string, ErrorCode>> = {
  // Windows says so of a file that another program has open, the others of one that belongs to somebody else.
  EPERM: process.platform === 'win32' ? 'file-busy' : 'folder-not-writable',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'folder-not-writable',
  EROFS: 'folder-not-writable',
  EBUSY: 'file-busy',
  ETXTBSY: 'file-busy',
  EISDIR: 'file-busy',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  ENAMETOOLONG: 'name-too-long',
  EMFILE: 'too-many-files',
  ENFILE: 'too-many-files',
};

const READING: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'file-not-found',
  ENOTDIR: 'file-not-found',
  EMFILE: 'too-many-files',
  ENFILE: 'too-many-files',
};

/** The code of a system error, `ENOENT`, or null for any other error. */
export const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/**
 * The failure of a write, as data. An error that is not the system's is a bug and is thrown again.
 * @param file path of the file; only its name goes into the failure
 */
export const writeFailure = (error: unknown, file: string): { ok: false; error: Failure } =>
  failure(error, file, WRITING, 'write-failed');

/** The failure of a change of the library, as data: its words speak of the change, not of a file. */
export function libraryFailure(error: unknown): { ok: false; error: Failure } {
  const { code, details } = writeFailure(error, '').error;
  return fail(code, { ...details, context: 'library' });
}

/** The failure of a read, as data. */
export const readFailure = (error: unknown, file: string): { ok: false; error: Failure } =>
  failure(error, file, READING, 'file-unreadable');

/** The failure of whoever was given something else where a file is needed. */
export const notAFile = (info: Stats, file: string): { ok: false; error: Failure } =>
  fail('not-a-file', { file: path.basename(file), context: kindOf(info) });

function kindOf(info: Stats): string {
  if (info.isDirectory()) return 'folder';
  if (info.isFIFO()) return 'pipe';
  return info.isCharacterDevice() || info.isBlockDevice() ? 'device' : 'other';
}

function failure(
  error: unknown,
  file: string,
  codes: Readonly<Record<string, ErrorCode>>,
  otherwise: ErrorCode,
): { ok: false; error: Failure } {
  const code = systemCode(error);
  if (code === null) throw error;
  return fail(codes[code] ?? otherwise, { file: path.basename(file) });
}
