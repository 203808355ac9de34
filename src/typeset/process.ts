import { fail } from '../core/result';
import { type FromTypesetProcess, readTypesetArguments, type TypesetCall } from './messages';
import { createTypesetter } from './typesetter';

/** What Electron puts on `process` in a utility process; of it what is needed here. */
interface ParentPort {
  on(event: 'message', listener: (message: { data: TypesetCall }) => void): void;
  postMessage(message: FromTypesetProcess): void;
}

const { parentPort } = process as unknown as { parentPort: ParentPort };
const typesetter = createTypesetter(readTypesetArguments(process.argv));

parentPort.on('message', ({ data: { id, request } }) => {
  void typesetter
    .typeset(request)
    // A mistake of ours: its words may name folders of the machine.
    .catch((error: unknown) => fail('typeset-failed', { message: error instanceof Error ? error.name : '' }))
    .then((result) => parentPort.postMessage({ id, result }));
});
typesetter.warm();
parentPort.postMessage({ ready: true });
