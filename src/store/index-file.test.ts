import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newNote, summarise } from '../core/note';
import { type Entry, IndexFile } from './index-file';

const entry = (day: string): Entry => ({
  summary: { ...summarise(newNote(`note${day}`, `${day}T00:00:00.000Z`, { title: day })) },
  size: 1,
  mtime: 2,
});

async function indexOf(...days: string[]): Promise<{ file: string; index: IndexFile }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'briefing-desk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const index = new IndexFile(folder);
  await index.write(days.map(entry));
  return { file: path.join(folder, 'index.json'), index };
}

const titles = (index: IndexFile, count: number) => index.newest(count)?.summaries.map(({ title }) => title);

test('is JSON, and comes back as it was written', async () => {
  const { file, index } = await indexOf('2026-01-02', '2026-01-04', '2026-01-03');
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    schema: 1,
    notes: ['2026-01-04', '2026-01-03', '2026-01-02'].map(entry),
  });
  expect([...((await index.read())?.values() ?? [])]).toHaveLength(3);
  await index.write([]);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ schema: 1, notes: [] });
  expect(await index.read()).toEqual(new Map());
});

test('begins with the notes that changed last', async () => {
  const { index } = await indexOf('2026-01-02', '2026-01-04', '2026-01-03');
  expect(titles(index, 2)).toEqual(['2026-01-04', '2026-01-03']);
  expect(index.newest(2)?.whole).toBe(false);
  expect(index.newest(3)?.whole).toBe(true);
  expect(index.newest(100)?.whole).toBe(true);
});

test('of its beginning no more is read than is needed', async () => {
  const { file, index } = await indexOf(...Array.from({ length: 28 }, (_, day) => `2026-01-${day + 1}`));
  const lines = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, [...lines.slice(0, 25), '\0\0', ...lines.slice(25)].join('\n'));
  expect(titles(index, 2)).toHaveLength(2);
  expect(await index.read()).toBeNull();
});

test.each(['', '[', '{"schema":2,"notes":[\n]}', '{"schema":1,"notes":[\n{}\n]}'])(
  'is none where it is %j',
  async (text) => {
    const { file, index } = await indexOf('2026-01-02');
    await writeFile(file, text);
    expect(index.newest(5)).toBeNull();
    expect(await index.read()).toBeNull();
  },
);

test('of many notes is written in portions, with time for everything else between them', async () => {
  const { file, index } = await indexOf();
  let inThisTurn = 0;
  let most = 0;
  const entries = Array.from({ length: 1000 }, (_, number) => {
    const plain = entry(new Date(number * 86_400_000).toISOString().slice(0, 10));
    const toJSON = (): Entry => {
      inThisTurn += 1;
      most = Math.max(most, inThisTurn);
      return plain;
    };
    return { ...plain, toJSON };
  });
  const writing = index.write(entries);
  let isWritten = false;
  const nextTurn = (): void => {
    inThisTurn = 0;
    if (!isWritten) setImmediate(nextTurn);
  };
  setImmediate(nextTurn);
  await writing;
  isWritten = true;
  expect(most).toBeLessThanOrEqual(500);
  expect(JSON.parse(await readFile(file, 'utf8')).notes).toHaveLength(1000);
});
