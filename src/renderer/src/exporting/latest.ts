/** Work that has begun. */
export interface Begun<O> {
  readonly done: Promise<O>;
  /** Asks it to end early; `done` still resolves. */
  readonly cancel: () => void;
}

/** How long work that nobody waits for any more may still take, in milliseconds: most is done by then, and a new start is dear. */
export const PATIENCE = 400;

/** Does one thing after another of which only the newest counts; those in between are never begun. */
export class Latest<I, O> {
  readonly #begin: (input: I) => Begun<O>;
  readonly #show: (output: O) => void;
  #running: { readonly cancel: () => void; readonly since: number } | null = null;
  #next: { readonly input: I } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param show hears what came of the newest input */
  constructor(begin: (input: I) => Begun<O>, show: (output: O) => void) {
    this.#begin = begin;
    this.#show = show;
  }

  /** Wants this done instead of whatever was wanted before. */
  want(input: I): void {
    this.#next = { input };
    if (!this.#running) {
      void this.#run();
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#running.cancel, this.#running.since + PATIENCE - performance.now());
  }

  /** Ends what is being done; nothing is shown any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#next = null;
    this.#running?.cancel();
    this.#running = null;
  }

  async #run(): Promise<void> {
    while (this.#next) {
      const { input } = this.#next;
      this.#next = null;
      const { done, cancel } = this.#begin(input);
      const running = { cancel, since: performance.now() };
      this.#running = running;
      const output = await done;
      clearTimeout(this.#timer);
      if (this.#running !== running) return;
      if (!this.#next) this.#show(output);
    }
    this.#running = null;
  }
}
