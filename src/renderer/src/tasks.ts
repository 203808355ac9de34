import type { Progress } from '../../shared/contract';
import { call, listen } from './api';

/** What ends the part of a task that the page does itself, by the task's name. */
const endings = new Map<string, AbortController>();
const listeners = new Set<(progress: Progress) => void>();

/** Ends long work, in the app and in the page. */
export function cancelTask(task: string): void {
  endings.get(task)?.abort();
  void call('task.cancel', { task });
}

/** Does the page's part of a task, until it is done or `cancelTask` ends it. @param work is given what tells it to end */
export async function asTask<T>(task: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const ending = new AbortController();
  endings.set(task, ending);
  try {
    return await work(ending.signal);
  } finally {
    endings.delete(task);
  }
}

/** Says how far the page is with its part of a task. */
export function tellProgress(progress: Progress): void {
  for (const listener of listeners) listener(progress);
}

/** Hears how far a task is, in the app or in the page. @returns what ends it */
export function listenToProgress(task: string, listener: (progress: Progress) => void): () => void {
  const ofTask = (progress: Progress): void => {
    if (progress.task === task) listener(progress);
  };
  listeners.add(ofTask);
  const stop = listen('progress', ofTask);
  return () => {
    listeners.delete(ofTask);
    stop();
  };
}
