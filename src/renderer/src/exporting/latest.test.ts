import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Latest, PATIENCE } from './latest';

/** Work that ends when it is told to. */
class Work {
  readonly begun: string[] = [];
  readonly cancelled: string[] = [];
  readonly shown: string[] = [];
  finish: () => Promise<void> = async () => undefined;
  readonly latest = new Latest<string, string>(
    (input) => {
      this.begun.push(input);
      let resolve: (output: string) => void = () => undefined;
      const done = new Promise<string>((given) => {
        resolve = given;
      });
      this.finish = async () => {
        resolve(input);
        await vi.advanceTimersByTimeAsync(0);
      };
      return { done, cancel: () => this.cancelled.push(input) };
    },
    (output) => this.shown.push(output),
  );
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('begins at once, and shows what came of it', async () => {
  const work = new Work();
  work.latest.want('a');
  expect(work.begun).toEqual(['a']);
  await work.finish();
  expect(work.shown).toEqual(['a']);
});

it('begins only the newest of those that came meanwhile, and shows only that', async () => {
  const work = new Work();
  for (const input of ['a', 'b', 'c']) work.latest.want(input);
  await work.finish();
  expect(work.begun).toEqual(['a', 'c']);
  await work.finish();
  expect(work.shown).toEqual(['c']);
  expect(work.cancelled).toEqual([]);
});

it('cancels what is not wanted any more once it has taken long', async () => {
  const work = new Work();
  work.latest.want('a');
  await vi.advanceTimersByTimeAsync(PATIENCE / 2);
  work.latest.want('b');
  await vi.advanceTimersByTimeAsync(PATIENCE / 2 - 1);
  expect(work.cancelled).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(work.cancelled).toEqual(['a']);
});

it('shows nothing once it has ended', async () => {
  const work = new Work();
  work.latest.want('a');
  work.latest.end();
  await work.finish();
  expect(work).toMatchObject({ cancelled: ['a'], shown: [] });
});
