import type { Result } from '../core/result';
import type { EventName, Events, Input, MethodName, Reply } from './contract';

/** One event as it reaches the page; `switch (event.name)` narrows its payload. */
export type AppEvent = { [E in EventName]: { readonly name: E; readonly payload: Events[E] } }[EventName];

/** All that the page can reach outside itself: `window.desk`, put there by the preload. */
export interface DeskBridge {
  /**
   * Asks the app to do something.
   * @param files dropped or chosen files; the preload turns them into paths, which the page never sees
   * @returns the answer or the failure, packed (`packed`); it never rejects but when the app itself is gone
   */
  call<M extends MethodName>(method: M, input: Input<M>, files?: readonly File[]): Promise<Packed<Reply<M>>>;
  /** Hears every event of the app from now on. @returns what ends it */
  on(listener: (event: AppEvent) => void): () => void;
}

/**
 * What crosses the bridge: JSON, because an object is copied field by field, which costs the page some thirty milliseconds for a
 * note with a thousand annotations. What has bytes in it crosses as it is.
 */
export type Packed<T> = string | T;

/** Makes an answer ready to cross the bridge. */
export const packed = <T>(reply: Result<T>): Packed<Result<T>> =>
  reply.ok && hasBytes(reply.value) ? reply : JSON.stringify(reply);

/** The answer that crossed the bridge. */
export const unpacked = <T>(reply: Packed<T>): T =>
  // Main packed it: it has the answer's type.
  typeof reply === 'string' ? (JSON.parse(reply) as T) : reply;

const hasBytes = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).some((each) => each instanceof Uint8Array);

declare global {
  interface Window {
    readonly desk: DeskBridge;
  }
}
