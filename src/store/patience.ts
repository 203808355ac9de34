import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from './failures';

/** How long to wait before each further try, in ms: two seconds in all. */
const WAITS = [5, 10, 25, 60, 150, 350, 600, 800];

/**
 * Opens a file, or does something else that needs one, also while too many are open: whoever has them open closes some soon.
 * @throws what the last try threw
 */
export async function whenFree<T>(open: () => Promise<T>): Promise<T> {
  for (const wait of WAITS) {
    try {
      return await open();
    } catch (error) {
      if (!isOutOfFiles(error)) throw error;
    }
    await sleep(wait);
  }
  return open();
}

/** Whether this process or the whole machine has too many files open. */
export const isOutOfFiles = (error: unknown): boolean =>
  ['EMFILE', 'ENFILE'].includes(systemCode(error) ?? '');
