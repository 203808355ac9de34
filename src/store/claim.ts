import { open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from './failures';
import { whenFree } from './patience';

/** How often somebody else's claim is looked at, in ms. */
const LOOK = 4;
/** A claim that is still there after so long, in ms, was left by a process that was killed. */
const LEFT_BEHIND = 1000;

/** The right to replace a file. */
export interface Claim {
  /** Resolves once nobody else has it. Where none can be made (a file system that does not know how) at once: then there is no more than a look before. */
  readonly held: Promise<void>;
  /** Gives it back, once. */
  release(): Promise<void>;
}

/**
 * Between the look whether a file is as it was and its replacement no other process of ours may replace it: what that wrote would be
 * gone. So each claims it first, by a file beside it; what is left behind of one is known as a temporary file.
 */
export function claim(file: string): Claim {
  const mark = path.join(path.dirname(file), `.${path.basename(file)}.claim.tmp`);
  const made = make(mark);
  const held = made.then(() => undefined);
  // Whoever waits for it hears of a failure.
  held.catch(() => undefined);
  let released: Promise<void> | null = null;
  const give = async (): Promise<void> => {
    if (await made.catch(() => false)) await rm(mark, { force: true }).catch(() => undefined);
  };
  return {
    held,
    release: () => {
      released ??= give();
      return released;
    },
  };
}

/** @returns whether it was made */
async function make(mark: string): Promise<boolean> {
  let seen = '';
  let since = 0;
  for (;;) {
    try {
      const handle = await whenFree(() => open(mark, 'wx'));
      await handle.close();
      return true;
    } catch (error) {
      if (systemCode(error) === null) throw error;
      if (systemCode(error) !== 'EEXIST') return false;
    }
    const now = await stat(mark).then(
      ({ ino, mtimeMs }) => `${ino} ${mtimeMs}`,
      () => '',
    );
    if (now !== seen) [seen, since] = [now, performance.now()];
    else if (now !== '' && performance.now() - since > LEFT_BEHIND)
      await rm(mark, { force: true }).catch(() => undefined);
    await sleep(LOOK);
  }
}
