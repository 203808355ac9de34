import type { Result } from '../../core/result';
import { type DeskBridge, unpacked } from '../../shared/bridge';
import type { EventName, Events, Input, MethodName, Output } from '../../shared/contract';

const desk: DeskBridge = window.desk;

/** Asks the app. Expected failures come back as values. */
export async function call<M extends MethodName>(
  method: M,
  input: Input<M>,
  files?: readonly File[],
): Promise<Result<Output<M>>> {
  try {
    return unpacked(await desk.call(method, input, files));
  } catch (error) {
    console.error(error);
    return { ok: false, error: { code: 'unexpected', details: {} } };
  }
}

/** Hears one event of the app. @returns what ends it */
export function listen<E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void {
  return desk.on((event) => {
    if (event.name === name) listener(event.payload as Events[E]);
  });
}
