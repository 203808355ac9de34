import type { Progress } from '../shared/contract';
import type { Ports } from './ports';

/** Long work that shows its progress and can be cancelled by its name. */
export interface Tasks {
  /** Runs the work; `progress` tells how far it is. */
  run<T>(
    name: string,
    work: (
      signal: AbortSignal,
      progress: (label: Progress['label'], done: number | null, count?: number) => void,
    ) => Promise<T>,
  ): Promise<T>;
  /** Asks the work of this name to end. None of that name: nothing happens. */
  cancel(name: string): void;
}

export function createTasks(emit: Ports['emit']): Tasks {
  const running = new Map<string, AbortController>();
  return {
    run: async (name, work) => {
      const controller = new AbortController();
      running.set(name, controller);
      try {
        return await work(controller.signal, (label, done, count) =>
          emit('progress', { task: name, label, done, ...(count !== undefined && { count }) }),
        );
      } finally {
        if (running.get(name) === controller) running.delete(name);
      }
    },
    cancel: (name) => running.get(name)?.abort(),
  };
}
