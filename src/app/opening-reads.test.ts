import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { newNote } from '../core/note';
import { defaultOrder } from '../core/order';
import { createLibraryFolder } from '../store/open-library';
import { testApp, testFolder, unwrap } from './test-app';

/** The files whose content was asked for, as they were named. */
const read = vi.hoisted(() => new Set<string>());

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    readFileSync: (...args: Parameters<typeof fs.readFileSync>) => {
      read.add(String(args[0]));
      return fs.readFileSync(...args);
    },
    openSync: (...args: Parameters<typeof fs.openSync>) => {
      read.add(String(args[0]));
      return fs.openSync(...args);
    },
  };
});
vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>();
  return {
    ...fs,
    readFile: (...args: Parameters<typeof fs.readFile>) => {
      read.add(String(args[0]));
      return fs.readFile(...args);
    },
    open: (...args: Parameters<typeof fs.open>) => {
      read.add(String(args[0]));
      return fs.open(...args);
    },
  };
});

const nobody = { paths: [] };
const idOf = (number: number): string => `0note${String(number).padStart(6, '0')}`;
const opened = idOf(60);

/** A library with notes and an index, in which one note was open. */
async function library(count: number): Promise<string> {
  const folder = await testFolder();
  const port = createLibraryFolder({ folder, empty: true });
  unwrap(await port.open());
  unwrap(await port.load());
  const notes = Array.from({ length: count }, (_, number) =>
    newNote(idOf(number), '2026-01-01T00:00:00.000Z', { text: `Words of ${idOf(number)}` }),
  );
  unwrap(
    await port.apply(
      notes.map((after) => ({ id: after.id, before: null, after })),
      'import',
    ),
  );
  await port.saveView({ note: opened, scroll: 0, order: defaultOrder });
  await port.close();
  return folder;
}

test('opening a library reads its index and the open note, and no other note', async () => {
  const folder = await library(120);
  read.clear();
  const app = await testApp({ folder });
  const first = unwrap(await app.handlers['library.start']({}, nobody));
  expect(first.open?.id).toBe(opened);
  const rest = unwrap(await app.handlers['library.rest']({ from: 0 }, nobody));
  expect(rest.summaries).toHaveLength(120);
  // What can wait until the window shows something; and what another look at it does.
  await app.handlers['view.painted']({}, nobody);
  await app.refresh();
  const asked = [...read].map((file) => path.relative(folder, file)).filter((file) => !file.startsWith('..'));
  expect(asked.filter((file) => file.startsWith('notes/'))).toEqual([`notes/${opened}.json`]);
  expect(asked).toContain('index.json');
  // And a search reads the others.
  const found = unwrap(await app.handlers['library.search']({ query: idOf(7) }, nobody));
  expect(found.notes).toEqual([idOf(7)]);
  expect(read.size).toBeGreaterThan(120);
  await app.close();
});

test('a library without an index is read with progress, while the open note is there', async () => {
  const folder = await library(700);
  await rm(path.join(folder, 'index.json'));
  const app = await testApp({ folder });
  const first = unwrap(await app.handlers['library.start']({}, nobody));
  expect(first.open?.id).toBe(opened);
  const rest = unwrap(await app.handlers['library.rest']({ from: 0 }, nobody));
  expect(rest.summaries).toHaveLength(700);
  const progress = app.sent.flatMap(({ event, payload }) => (event === 'progress' ? [payload] : []));
  expect(progress.map(({ done }) => done)).toEqual([1, 2, 3, 4, 5, 6, 7].map((each) => each / 7));
  expect(progress[0]).toMatchObject({ task: 'reading', label: 'reading', count: 700 });
  await app.close();
});
