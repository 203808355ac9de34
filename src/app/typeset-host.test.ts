import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../core/result';
import type { FromTypesetProcess, TypesetCall } from '../typeset/messages';
import type { TypesetRequest } from './ports';
import { createTypesetHost, type TypesetChild } from './typeset-host';

/** A process that does nothing by itself. */
class FakeChild implements TypesetChild {
  readonly calls: TypesetCall[] = [];
  isEnded = false;
  taken: number | null = null;
  exit: () => void = () => undefined;
  say: (message: FromTypesetProcess) => void = () => undefined;
  send(call: TypesetCall): void {
    this.calls.push(call);
  }
  onMessage(listener: (message: FromTypesetProcess) => void): void {
    this.say = listener;
  }
  onExit(listener: () => void): void {
    this.exit = listener;
  }
  memory(): number | null {
    return this.taken;
  }
  end(): void {
    this.isEnded = true;
  }
}

const requestOf = (notes: number): TypesetRequest =>
  ({ images: new Map(), briefing: { notes: Array.from({ length: notes }) } }) as unknown as TypesetRequest;
const request = requestOf(1);
const typeset = { pdf: new Uint8Array([1]), warnings: [] };
let children: FakeChild[];
const child = (index: number): FakeChild => {
  const found = children[index];
  if (!found) throw new Error(`no process ${index}`);
  return found;
};
const host = () =>
  createTypesetHost(() => {
    const made = new FakeChild();
    children.push(made);
    return made;
  });
const never = new AbortController().signal;
/** Lets what has been promised happen. */
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  children = [];
});
afterEach(() => vi.useRealTimers());

describe('createTypesetHost', () => {
  it('sets in the process that was prepared', async () => {
    const { prepare, typeset: set } = host();
    prepare();
    prepare();
    const setting = set(request, never);
    await settle();
    child(0).say({ ready: true });
    child(0).say({ id: child(0).calls[0]?.id ?? -1, result: ok(typeset) });
    expect(await setting).toEqual(ok(typeset));
    expect(children).toHaveLength(1);
  });

  it('ends the process on Cancel and begins afresh with the next briefing', async () => {
    const { typeset: set } = host();
    const cancel = new AbortController();
    const first = set(request, cancel.signal);
    const second = set(request, never);
    await settle();
    cancel.abort();
    expect(await first).toEqual(fail('cancelled'));
    expect(child(0).isEnded).toBe(true);
    await settle();
    child(0).exit();
    child(1).say({ id: child(1).calls[0]?.id ?? -1, result: ok(typeset) });
    expect(await second).toEqual(ok(typeset));
  });

  it('does not begin what was cancelled while it waited', async () => {
    const { typeset: set } = host();
    const cancel = new AbortController();
    const first = set(request, never);
    const second = set(request, cancel.signal);
    cancel.abort();
    await settle();
    child(0).say({ id: child(0).calls[0]?.id ?? -1, result: ok(typeset) });
    expect([await first, await second]).toEqual([ok(typeset), fail('cancelled')]);
    expect(child(0).calls).toHaveLength(1);
  });

  it('says so when the process ends by itself', async () => {
    const { typeset: set } = host();
    const setting = set(request, never);
    await settle();
    child(0).exit();
    expect(await setting).toMatchObject({ ok: false, error: { code: 'typeset-failed' } });
  });

  it('gives up after a minute', async () => {
    const { typeset: set } = host();
    const setting = set(request, never);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await setting).toEqual(fail('typeset-timeout', { seconds: 60 }));
    expect(child(0).isEnded).toBe(true);
  });

  it('gives up where it takes too much memory, and only then', async () => {
    const { typeset: set } = host();
    const setting = set(request, never);
    await settle();
    child(0).taken = 1024 ** 3;
    await vi.advanceTimersByTimeAsync(1000);
    expect(child(0).isEnded).toBe(false);
    child(0).taken = 2.1 * 1024 ** 3;
    await vi.advanceTimersByTimeAsync(1000);
    expect(await setting).toEqual(fail('typeset-memory', { gigabytes: 2 }));
    expect(child(0).isEnded).toBe(true);
  });

  it('gives a pack longer', async () => {
    const { typeset: set } = host();
    const setting = set(requestOf(201), never);
    await vi.advanceTimersByTimeAsync(159_000);
    expect(child(0).isEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await setting).toEqual(fail('typeset-timeout', { seconds: 160 }));
  });

  it('ends a process that nobody needs, and when the app ends', async () => {
    const { prepare, close } = host();
    prepare();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(child(0).isEnded).toBe(true);
    prepare();
    close();
    expect(child(1).isEnded).toBe(true);
  });

  it('answers what it is at when it is closed', async () => {
    const { typeset: set, close } = host();
    const setting = set(request, never);
    await settle();
    close();
    expect(await setting).toEqual(fail('cancelled'));
    expect(child(0).isEnded).toBe(true);
  });
});
