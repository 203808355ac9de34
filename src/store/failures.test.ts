import { describe, expect, it } from 'vitest';
import { readFailure, writeFailure } from './failures';

const system = (code: string): Error =>
  Object.assign(new Error(`${code}: no, open '/home/a/secret'`), { code });

describe('an error of the system', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'folder-not-writable'],
    ['EROFS', 'folder-not-writable'],
    ['EBUSY', 'file-busy'],
    ['EPERM', process.platform === 'win32' ? 'file-busy' : 'folder-not-writable'],
    ['ETXTBSY', 'file-busy'],
    ['ENOENT', 'folder-missing'],
    ['EIO', 'write-failed'],
    ['EMFILE', 'too-many-files'],
    ['ENFILE', 'too-many-files'],
  ])('%s is %s when something is written', (code, failure) => {
    expect(writeFailure(system(code), '/home/a/x.pdf').error).toEqual({
      code: failure,
      details: { file: 'x.pdf' },
    });
  });

  it('names no folder of the machine', () => {
    expect(JSON.stringify(readFailure(system('EACCES'), '/home/a/x.md'))).not.toContain('home');
    expect(readFailure(system('ENOENT'), '/home/a/x.md').error.code).toBe('file-not-found');
  });

  it('of another kind is a bug, and stays one', () => {
    expect(() => writeFailure(new TypeError('bug'), 'x')).toThrow('bug');
  });
});
