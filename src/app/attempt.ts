import type { Result } from '../core/result';

/** Something that is done once: all who ask for it share it. Where it fails, the next who asks tries again. */
export class Attempt<T> {
  #current: Promise<Result<T>> | null = null;

  /** The attempt that is under way or has succeeded; null: there is none. */
  get current(): Promise<Result<T>> | null {
    return this.#current;
  }

  run(make: () => Promise<Result<T>>): Promise<Result<T>> {
    this.#current ??= make().then(
      (result) => {
        if (!result.ok) this.#current = null;
        return result;
      },
      (error: unknown) => {
        this.#current = null;
        throw error;
      },
    );
    return this.#current;
  }
}
