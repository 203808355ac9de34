import { fail } from '../core/result';
import { type FromTypesetProcess, readTypesetArguments, type TypesetCall } from './messages';
import { createTypesetter } from './typesetter';

/** What Electron puts on `process` in a utility process; of it what is needed here. */
interface ParentPort {
  on(event: 'message', listener: (message: { data: TypesetCall }) => void): void;
  postMessage(message: FromTypesetProcess): void;
}

const { parentPort } = process as unknown as { parentPort?: ParentPort };
const typesetter = createTypesetter(readTypesetArguments(process.argv));

const answer = (message: FromTypesetProcess): void => {
  if (parentPort) parentPort.postMessage(message);
  else process.send?.(message);
};

function carryOut({ id, request }: TypesetCall): void {
  void typesetter
    .typeset(request)
    // A mistake of ours: its words may name folders of the machine.
    .catch((error: unknown) => fail('typeset-failed', { message: error instanceof Error ? error.name : '' }))
    .then((result) => answer({ id, result }));
}

if (parentPort) parentPort.on('message', ({ data }) => carryOut(data));
else {
  process.on('message', (call: TypesetCall) => carryOut(call));
  // Whoever asked is gone.
  process.on('disconnect', () => process.exit());
}
typesetter.warm();
answer({ ready: true });
