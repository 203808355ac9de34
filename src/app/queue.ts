/** Runs tasks one after another, in the order they were given. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const next = this.#last.then(task);
    // The next task runs whether this one failed or not; its failure is its caller's.
    this.#last = next.catch(() => undefined);
    return next;
  }
}
