import type { EventName, Events, Input, MethodName, Reply } from './contract';

/** One event as it reaches the page; `switch (event.name)` narrows its payload. */
export type AppEvent = { [E in EventName]: { readonly name: E; readonly payload: Events[E] } }[EventName];

/** All that the page can reach outside itself: `window.desk`, put there by the preload. */
export interface DeskBridge {
  /**
   * Asks the app to do something.
   * @param files dropped or chosen files; the preload turns them into paths, which the page never sees
   * @returns the answer or the failure; it never rejects but when the app itself is gone
   */
  call<M extends MethodName>(method: M, input: Input<M>, files?: readonly File[]): Promise<Reply<M>>;
  /** Hears every event of the app from now on. @returns what ends it */
  on(listener: (event: AppEvent) => void): () => void;
}

declare global {
  interface Window {
    readonly desk: DeskBridge;
  }
}
