import type * as FileSystemAtOnce from 'node:fs';
import type * as FileSystem from 'node:fs/promises';

/** What a program asks of the system for a file, as far as it can fail. */
export type Call =
  | 'open'
  | 'write'
  | 'sync'
  | 'close'
  | 'rename'
  | 'rm'
  | 'stat'
  | 'readFile'
  | 'readdir'
  | 'mkdir';

/** What goes wrong: looks at each call and names the system's error code, or null where all is well. */
export type Fault = (call: Call, file: string) => string | null;

let fault: Fault | null = null;

/** From now on calls fail as this says; null: none does. */
export function setFault(next: Fault | null): void {
  fault = next;
}

/** The calls that leave something on the disk. */
export const CHANGING: readonly Call[] = ['open', 'write', 'sync', 'rename', 'rm', 'mkdir'];

/** Fails from the nth changing call on, as if the process had been killed there. */
export function killedAt(nth: number): Fault {
  let calls = 0;
  return (call) => {
    if (CHANGING.includes(call)) calls += 1;
    return calls > nth ? 'EIO' : null;
  };
}

/** Fails these calls for files whose path fits. @param times so often, then no more */
export function failing(call: Call, code: string, file = /./, times = Number.POSITIVE_INFINITY): Fault {
  let left = times;
  return (asked, path) => {
    if (asked !== call || !file.test(path) || left === 0) return null;
    left -= 1;
    return code;
  };
}

function check(call: Call, file: unknown): void {
  const code = fault?.(call, String(file)) ?? null;
  if (code !== null) throw Object.assign(new Error(`${code}: injected, ${call}`), { code });
}

/** The module with calls that fail as the test says: for `vi.mock`. */
export function faulty(real: typeof FileSystem): typeof FileSystem {
  const guarded = <A extends [unknown, ...unknown[]], R>(call: Call, work: (...given: A) => Promise<R>) =>
    (async (...given: A) => {
      check(call, given[0]);
      return work(...given);
    }) as never;
  return {
    ...real,
    rename: guarded('rename', real.rename),
    rm: guarded('rm', real.rm),
    stat: guarded('stat', real.stat),
    readFile: guarded('readFile', real.readFile),
    readdir: guarded('readdir', real.readdir),
    mkdir: guarded('mkdir', real.mkdir),
    open: async (file, ...rest) => {
      check('open', file);
      return watched(await real.open(file, ...rest), String(file));
    },
  };
}

/** A full disk still takes the name of a file: its bytes do not fit. */
function watched(handle: FileSystem.FileHandle, file: string): FileSystem.FileHandle {
  const { writeFile, sync, close } = handle;
  handle.writeFile = async (...given) => {
    check('write', file);
    return writeFile.apply(handle, given);
  };
  handle.sync = async () => {
    check('sync', file);
    return sync.call(handle);
  };
  handle.close = async () => {
    await close.call(handle);
    check('close', file);
  };
  return handle;
}

/** The same for the calls of `node:fs` that are made at once, and for `fsync`. */
export function faultyAtOnce(real: typeof FileSystemAtOnce): typeof FileSystemAtOnce {
  const files = new Map<number, string>();
  const nameOf = (file: unknown): unknown => (typeof file === 'number' ? files.get(file) : file);
  return {
    ...real,
    openSync: (...given) => {
      check('open', given[0]);
      const descriptor = real.openSync(...given);
      files.set(descriptor, String(given[0]));
      return descriptor;
    },
    writeFileSync: (...given) => {
      check('write', nameOf(given[0]));
      real.writeFileSync(...given);
    },
    fsync: Object.assign(
      (descriptor: number, done: (error: NodeJS.ErrnoException | null) => void) => {
        try {
          check('sync', nameOf(descriptor));
        } catch (error) {
          return done(error as NodeJS.ErrnoException);
        }
        real.fsync(descriptor, done);
      },
      { __promisify__: real.fsync.__promisify__ },
    ),
    fsyncSync: (descriptor) => {
      check('sync', nameOf(descriptor));
      real.fsyncSync(descriptor);
    },
    closeSync: (descriptor) => {
      real.closeSync(descriptor);
      check('close', nameOf(descriptor));
    },
    renameSync: (...given) => {
      check('rename', given[0]);
      real.renameSync(...given);
    },
  };
}
