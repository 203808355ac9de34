import { closeSync, linkSync, openSync, statSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from './failures';

const ENDING = '.claim.tmp';
/** Whether a file is a claim on the one beside it. */
export const isClaim = (file: string): boolean => file.endsWith(ENDING);

/** How often somebody else's claim is looked at, in ms. */
const LOOK = 4;
/** A claim that is still there after so long, in ms, was left by a process that was killed. */
const LEFT_BEHIND = 1000;

/**
 * Between the look whether a file is as it was and its replacement no other process of ours may replace it: what that wrote would be
 * gone. So each claims it for that moment, by a file beside it; what is left behind of one is known as a temporary file. Where none can
 * be made (a file system that does not know how), there is no more than the look. Made and removed at once: every save waits for it.
 * So it is another name of the file itself where there is one already: making a file, and soon another, costs as much as a wait for the disk.
 * @param work looks at the file and replaces it
 */
export async function whileClaimed<T>(file: string, work: () => Promise<T>): Promise<T> {
  const mark = `${path.dirname(file)}${path.sep}.${path.basename(file)}${ENDING}`;
  let state = make(mark, file);
  let seen: string | null = null;
  let since = 0;
  while (state === 'taken') {
    const now = lookOf(mark);
    if (now !== seen) [seen, since] = [now, performance.now()];
    else if (now !== '' && performance.now() - since > LEFT_BEHIND) remove(mark);
    await sleep(LOOK);
    state = make(mark, file);
  }
  try {
    return await work();
  } finally {
    if (state === 'made') remove(mark);
  }
}

type Made = 'made' | 'taken' | 'impossible';

function make(mark: string, file: string): Made {
  const linked = attempt(() => linkSync(file, mark));
  // The file is not there yet, or the file system knows no second names.
  return linked === 'impossible' ? attempt(() => closeSync(openSync(mark, 'wx'))) : linked;
}

function attempt(work: () => void): Made {
  try {
    work();
    return 'made';
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return 'taken';
    if (systemCode(error) === null) throw error;
    return 'impossible';
  }
}

/** Which claim it is; the same for as long as it stays: giving a file another name changes its `ctime` alone. */
function lookOf(mark: string): string {
  try {
    const { ino, ctimeMs } = statSync(mark);
    return `${ino} ${ctimeMs}`;
  } catch {
    return '';
  }
}

function remove(mark: string): void {
  try {
    unlinkSync(mark);
  } catch {
    // Whoever comes next takes it over.
  }
}
