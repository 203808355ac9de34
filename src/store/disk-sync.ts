import { fsync, fsyncSync } from 'node:fs';
import { promisify } from 'node:util';

const inThePool = promisify(fsync);

/**
 * A disk that brings a small file to itself in less than this is waited for at once, in ms: by way of the thread pool a save would take
 * half as long again. One that takes longer would hold up whatever else this process has to do.
 */
const QUICK = 1;

/** How long the last sync of a small file took, in ms. */
let last = Number.POSITIVE_INFINITY;
/** How many large files are being brought to the disk: what is small may have to wait for them. */
let large = 0;

/**
 * Brings an open file, or a folder, to the disk.
 * @param size `large`: it may take as long as it takes
 * @throws the system's error
 */
export async function syncDescriptor(descriptor: number, size: 'small' | 'large'): Promise<void> {
  if (size === 'large') {
    large += 1;
    return inThePool(descriptor).finally(() => {
      large -= 1;
    });
  }
  const begun = performance.now();
  if (last < QUICK && large === 0) fsyncSync(descriptor);
  else await inThePool(descriptor);
  last = performance.now() - begun;
}
