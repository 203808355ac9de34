import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Handlers } from '../app/create-app';
import { fail, ok } from '../core/result';
import { contract, type Reply } from '../shared/contract';
import { createCalls } from './calls';

/** Handlers of which only the given ones may be called. */
function handlersWith(some: Partial<Handlers>): Handlers {
  const none = Object.keys(contract).map((method) => [method, () => Promise.reject(new Error(method))]);
  return { ...Object.fromEntries(none), ...some };
}

const settings = { author: 'Anna', theme: 'dark' } as const;

describe('createCalls', () => {
  it('gives the handler what the schema made of the input, and the paths', async () => {
    const change = vi.fn<Handlers['settings.change']>(async () => ok(settings));
    const { answer } = createCalls(handlersWith({ 'settings.change': change }), vi.fn());
    const reply = await answer('settings.change', { settings: { theme: 'dark', stray: 1 } }, ['/tmp/a.md']);
    expect(reply).toEqual({ ok: true, value: settings });
    expect(change).toHaveBeenCalledWith({ settings: { theme: 'dark' } }, { paths: ['/tmp/a.md'] });
  });

  it.each([
    ['no.such.method', {}, []],
    ['constructor', {}, []],
    ['__proto__', {}, []],
    [null, {}, []],
    [{ toString: 'library.start' }, {}, []],
    ['note.open', { note: '../../etc/passwd' }, []],
    ['note.open', null, []],
    ['library.start', {}, 'no list'],
    ['library.start', {}, [7]],
  ])('refuses %j with %j and %j', async (method, input, paths) => {
    const { answer } = createCalls(handlersWith({}), vi.fn());
    expect(await answer(method, input, paths)).toEqual(fail('bad-input'));
  });

  it('reports an exception and tells nothing of it', async () => {
    const mistake = new Error('ENOENT: /home/anna/secret');
    const report = vi.fn();
    const { answer } = createCalls(handlersWith({ 'library.start': () => Promise.reject(mistake) }), report);
    expect(await answer('library.start', {}, [])).toEqual(fail('unexpected'));
    expect(report).toHaveBeenCalledExactlyOnceWith(mistake);
  });

  it('tells who listens of successful answers only, until they have heard enough', async () => {
    const replies = [ok(null), fail('bad-input'), ok(null), ok(null)];
    const painted = async () => replies.shift() ?? ok(null);
    const { answer, answered } = createCalls(handlersWith({ 'view.painted': painted }), vi.fn());
    const listener = vi.fn();
    const end = answered('view.painted', listener);
    for (let i = 0; i < 3; i++) await answer('view.painted', {}, []);
    end();
    await answer('view.painted', {}, []);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('tells when everything is answered', async () => {
    let finish: (reply: Reply<'view.painted'>) => void = () => undefined;
    const painted = () => new Promise<Reply<'view.painted'>>((resolve) => (finish = resolve));
    const { answer, settled } = createCalls(handlersWith({ 'view.painted': painted }), vi.fn());
    const order: string[] = [];
    const answering = answer('view.painted', {}, []).then(() => order.push('answered'));
    const settling = settled().then(() => order.push('settled'));
    finish(ok(null));
    await Promise.all([answering, settling]);
    expect(order.sort()).toEqual(['answered', 'settled']);
    await settled();
  });

  it('always answers, whatever is sent', async () => {
    const { answer } = createCalls(handlersWith({}), vi.fn());
    const method = fc.oneof(fc.constantFrom(...Object.keys(contract)), fc.anything());
    await fc.assert(
      fc.asyncProperty(method, fc.anything(), fc.anything(), async (name, input, paths) => {
        expect((await answer(name, input, paths)).ok).toBe(false);
      }),
    );
  });
});
