import type { Failure, Result } from '../core/result';

/** So many notes are read, changed and written before anything else has its turn; with more than that an operation is long work. */
export const PORTION = 200;

/** How long work is followed. */
export interface Watch {
  readonly signal: AbortSignal;
  /** @param done between 0 and 1 */
  readonly progress: (done: number) => void;
}

export const unwatched: Watch = { signal: new AbortController().signal, progress: () => undefined };

/**
 * Works on many things portion by portion, until it is done, cancelled or fails.
 * @returns how many were worked on, and what failed
 */
export async function inPortions<T>(
  all: readonly T[],
  { signal, progress }: Watch,
  work: (portion: readonly T[]) => Promise<Result<unknown>>,
): Promise<{ done: number; error: Failure | null }> {
  let done = 0;
  while (done < all.length && !signal.aborted) {
    const portion = all.slice(done, done + PORTION);
    const worked = await work(portion);
    if (!worked.ok) return { done, error: worked.error };
    done += portion.length;
    if (all.length > PORTION) progress(done / all.length);
  }
  return { done, error: null };
}
