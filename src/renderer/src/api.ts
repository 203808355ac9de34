import type { Result } from '../../core/result';
import { type DeskBridge, unpacked } from '../../shared/bridge';
import type { EventName, Events, Input, MethodName, Output } from '../../shared/contract';
import { nextTask } from './next-task';

const desk: DeskBridge = window.desk;

/** So long an answer, in UTF-16 code units, takes some milliseconds to be taken apart. */
const LARGE = 200_000;

/** Asks the app. Expected failures come back as values. */
export async function call<M extends MethodName>(
  method: M,
  input: Input<M>,
  files?: readonly File[],
): Promise<Result<Output<M>>> {
  try {
    const packed = await desk.call(method, input, files);
    const reply = unpacked(packed);
    // To take a large answer apart and to show it are two tasks: in one, a key would come late.
    if (typeof packed === 'string' && packed.length > LARGE) await nextTask();
    return reply;
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
