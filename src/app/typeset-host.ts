import { fail, type Result } from '../core/result';
import { t } from '../shared/text';
import type { FromTypesetProcess, TypesetCall } from '../typeset/messages';
import type { Typeset, TypesetRequest, TypesetterPort } from './ports';

/** How long one note may take, and how much longer each further note of a pack, in milliseconds. */
const LIMIT = 60_000;
const LONGER = 500;
/** How long a process that nobody needs is kept, in milliseconds. */
const IDLE = 120_000;
/** How much memory it may take, in bytes: a pack of 300 notes takes three quarters of that. */
const MOST_MEMORY = 2 * 1024 ** 3;
/** How often that is looked at, in milliseconds. */
const LOOK = 250;

/** A typesetting process, as far as its host sees it. */
export interface TypesetChild {
  send(call: TypesetCall): void;
  onMessage(listener: (message: FromTypesetProcess) => void): void;
  /** However it ends. */
  onExit(listener: () => void): void;
  /** How much memory it takes, in bytes; null: not known. */
  memory(): number | null;
  /** Ends it at once, whatever it is at. */
  end(): void;
}

export interface TypesetHost extends TypesetterPort {
  /** Ends the process, if there is one, and what it is at. */
  close(): void;
}

/**
 * Keeps one typesetting process: started when it is needed, ended by Cancel, by the limits of time and memory, and when it has been idle. One
 * briefing at a time; what ends with its process gets a fresh one next time.
 * @param fork starts a process
 */
export function createTypesetHost(fork: () => TypesetChild): TypesetHost {
  let running: TypesetChild | null = null;
  let answer: (message: FromTypesetProcess | null) => void = () => undefined;
  let idle: NodeJS.Timeout | undefined;
  let cancelRunning: () => void = () => undefined;
  let last: Promise<unknown> = Promise.resolve();
  let id = 0;

  const end = (): void => {
    clearTimeout(idle);
    running?.end();
    running = null;
  };

  const start = (): TypesetChild => {
    clearTimeout(idle);
    idle = setTimeout(end, IDLE);
    if (running) return running;
    const child = fork();
    child.onMessage((message) => {
      if (running === child) answer(message);
    });
    child.onExit(() => {
      if (running !== child) return;
      running = null;
      answer(null);
    });
    running = child;
    return child;
  };

  const run = (request: TypesetRequest, signal: AbortSignal): Promise<Result<Typeset>> =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve(fail('cancelled'));
      id += 1;
      const call = { id, request };
      const finish = (result: Result<Typeset>): void => {
        clearTimeout(limit);
        clearInterval(watch);
        signal.removeEventListener('abort', cancel);
        answer = () => undefined;
        cancelRunning = () => undefined;
        resolve(result);
      };
      const stop = (result: Result<Typeset>): void => {
        end();
        finish(result);
      };
      const cancel = (): void => stop(fail('cancelled'));
      const most = LIMIT + LONGER * (request.briefing.notes.length - 1);
      const limit = setTimeout(
        () => stop(fail('typeset-timeout', { seconds: Math.round(most / 1000) })),
        most,
      );
      const watch = setInterval(() => {
        const taken = running?.memory() ?? 0;
        if (taken > MOST_MEMORY) stop(fail('typeset-memory', { gigabytes: MOST_MEMORY / 1024 ** 3 }));
      }, LOOK);
      signal.addEventListener('abort', cancel);
      cancelRunning = cancel;
      answer = (message) => {
        if (message === null) finish(fail('typeset-failed', { message: t('main.why.typesetter-ended') }));
        else if ('id' in message && message.id === call.id) finish(message.result);
      };
      start().send(call);
      // It is not idle; `typeset` begins to count again when it is.
      clearTimeout(idle);
    });

  return {
    prepare: () => void start(),
    typeset(request, signal) {
      const next = last.then(() => run(request, signal));
      last = next;
      return next.finally(() => {
        if (running) start();
      });
    },
    close: () => {
      cancelRunning();
      end();
    },
  };
}
