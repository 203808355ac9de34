import type { Handlers, Parsed } from '../app/create-app';
import { fail } from '../core/result';
import { contract, type MethodName, type Output, type Reply } from '../shared/contract';

/** The page's calls, and who else in main wants to know what was answered. */
export interface Calls {
  /** Answers one call. Nothing of it is trusted; whatever happens, the answer is a reply. */
  answer(method: unknown, input: unknown, paths: unknown): Promise<Reply<MethodName>>;
  /** Hears each successful answer to a method from now on. @returns what ends it */
  answered<M extends MethodName>(method: M, listener: (value: Output<M>) => void): () => void;
  /** Resolves once every call that has come so far is answered. */
  settled(): Promise<void>;
}

/**
 * @param report takes exceptions, which are mistakes of ours: the page only learns that there was one
 */
export function createCalls(handlers: Handlers, report: (error: unknown) => void): Calls {
  const pending = new Set<Promise<unknown>>();
  const listeners = new Set<{ method: MethodName; listener: (value: never) => void }>();

  async function run<M extends MethodName>(method: M, input: unknown, paths: string[]): Promise<Reply<M>> {
    const parsed = contract[method].input.safeParse(input);
    if (!parsed.success) return fail('bad-input');
    const reply = await handlers[method](parsed.data as Parsed<M>, { paths });
    if (reply.ok) {
      for (const { method: wanted, listener } of listeners)
        if (wanted === method) listener(reply.value as never);
    }
    return reply;
  }

  return {
    async answer(method, input, paths) {
      if (!isMethod(method) || !isPaths(paths)) return fail('bad-input');
      const reply = run(method, input, paths);
      pending.add(reply);
      try {
        return await reply;
      } catch (error) {
        report(error);
        return fail('unexpected');
      } finally {
        pending.delete(reply);
      }
    },
    answered(method, listener) {
      const entry = { method, listener };
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    async settled() {
      await Promise.allSettled(pending);
    },
  };
}

const isMethod = (method: unknown): method is MethodName =>
  typeof method === 'string' && Object.hasOwn(contract, method);

const isPaths = (paths: unknown): paths is string[] =>
  Array.isArray(paths) && paths.every((path) => typeof path === 'string');
