import { closeSync, fsync, fsyncSync, openSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { syncDescriptor } from './disk-sync';
import { temporary } from './test-library';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return { ...real, fsync: vi.fn(real.fsync), fsyncSync: vi.fn(real.fsyncSync) };
});

let now = 0;
/** How long each sync seems to take, in ms. */
let takes = 0;

beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += takes;
    return now;
  });
  vi.mocked(fsync).mockClear();
  vi.mocked(fsyncSync).mockClear();
});

async function sync(ms: number, size: 'small' | 'large' = 'small'): Promise<string> {
  const descriptor = openSync(path.join(await temporary(), 'a'), 'w');
  takes = ms;
  const before = vi.mocked(fsyncSync).mock.calls.length;
  try {
    await syncDescriptor(descriptor, size);
  } finally {
    closeSync(descriptor);
  }
  return vi.mocked(fsyncSync).mock.calls.length > before ? 'at once' : 'in the pool';
}

it('waits at once for a disk that was quick the last time', async () => {
  await sync(0.2);
  expect(await sync(0.2)).toBe('at once');
  expect(await sync(30)).toBe('at once');
  expect(await sync(30)).toBe('in the pool');
  expect(await sync(0.2)).toBe('in the pool');
  expect(await sync(0.2)).toBe('at once');
});

it('never waits at once for what is large, nor while that is brought to the disk', async () => {
  await sync(0.2);
  let written = (): void => undefined;
  vi.mocked(fsync).mockImplementationOnce((_, done) => {
    written = () => done(null);
  });
  const large = syncDescriptor(0, 'large');
  expect(await sync(0.2)).toBe('in the pool');
  written();
  await large;
  expect(await sync(0.2)).toBe('at once');
});
